using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class ArticleVersionsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;

    public ArticleVersionsTests() => _store = ArticleStore.Open(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    // The store holds version 3 of an article with the headline "Avant".
    [Theory]
    [InlineData(null, "Après", ChangeOutcome.Updated, 4)]
    [InlineData(null, "Avant", ChangeOutcome.Unchanged, 3)]
    [InlineData(3L, "Après", ChangeOutcome.Updated, 3)]
    [InlineData(3L, "Avant", ChangeOutcome.Unchanged, 3)]
    [InlineData(4L, "Après", ChangeOutcome.Updated, 4)]
    [InlineData(4L, "Avant", ChangeOutcome.Updated, 4)]
    [InlineData(900L, "Après", ChangeOutcome.Updated, 900)]
    [InlineData(2L, "Après", ChangeOutcome.VersionConflict, 3)]
    [InlineData(2L, "Avant", ChangeOutcome.VersionConflict, 3)]
    [InlineData(1L, "Après", ChangeOutcome.VersionConflict, 3)]
    public void A_version_replaces_the_same_and_lower_ones(long? version, string headline, ChangeOutcome outcome, long held)
    {
        _store.Apply(Changes.Put("a", "Avant", 3));

        var result = _store.Apply(Changes.Put("a", headline, version));

        Assert.Equal((outcome, held), (result.Outcome, result.Version));
        var stored = _store.Get("a")!;
        Assert.Equal(outcome == ChangeOutcome.Updated ? headline : "Avant", stored.Classified.Article.Headline);
        Assert.Equal(held, stored.Version);
        Assert.Equal(held, stored.Classified.Article.Version);
        Assert.Equal(stored.Sequence, result.Sequence);
        Assert.Equal(outcome == ChangeOutcome.Updated ? 2 : 1, result.Sequence);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1L, 1)]
    [InlineData(7L, 7)]
    public void A_new_article_starts_at_its_own_version_or_at_1(long? version, long held) =>
        Assert.Equal(new ChangeResult(ChangeOutcome.Created, held, 1), _store.Apply(Changes.Put("a", "Titre", version)));

    [Fact]
    public void Versions_count_on_with_each_change_of_the_content()
    {
        string[] headlines = ["un", "deux", "deux", "trois", "un"];

        Assert.Equal([1, 2, 2, 3, 4], headlines.Select(headline => _store.Apply(Changes.Put("a", headline)).Version));
    }

    [Fact]
    public void A_change_of_the_status_alone_is_a_change_of_the_content()
    {
        _store.Apply(Changes.Put("a", "Titre"));

        Assert.Equal(2, _store.Apply(Changes.Put("a", "Titre", status: ArticleStatus.Withheld)).Version);
    }

    [Fact]
    public void A_higher_version_of_the_same_content_is_kept_as_such()
    {
        _store.Apply(Changes.Put("a", "Titre", 1));
        _store.Apply(Changes.Put("a", "Titre", 5));

        Assert.Equal(ChangeOutcome.VersionConflict, _store.Apply(Changes.Put("a", "Autre titre", 4)).Outcome);
    }

    [Fact]
    public void Delete_forgets_the_article_and_its_version()
    {
        _store.Apply(Changes.Put("a", "Titre", 9));

        Assert.Equal(new ChangeResult(ChangeOutcome.Deleted, 0, 2), _store.Apply(ArticleChange.Delete("a")));
        Assert.Null(_store.Get("a"));
        Assert.Equal(new ChangeResult(ChangeOutcome.Created, 1, 3), _store.Apply(Changes.Put("a", "Titre")));
    }

    [Fact]
    public void There_is_nothing_to_delete_twice()
    {
        _store.Apply(Changes.Put("a", "Titre"));
        _store.Apply(ArticleChange.Delete("a"));

        Assert.Equal(ChangeOutcome.NotFound, _store.Apply(ArticleChange.Delete("a")).Outcome);
        Assert.Equal(ChangeOutcome.NotFound, _store.Apply(ArticleChange.Delete("jamais-vu")).Outcome);
        Assert.Equal(2, _store.LastSequence);
    }

    [Fact]
    public void Within_a_batch_each_change_sees_those_before_it()
    {
        var results = _store.Apply([Changes.Put("a", "un"), Changes.Put("a", "deux"), ArticleChange.Delete("a"), Changes.Put("a", "trois", 1)]);

        Assert.Equal(
            [ChangeOutcome.Created, ChangeOutcome.Updated, ChangeOutcome.Deleted, ChangeOutcome.Created], results.Select(result => result.Outcome));
        Assert.Equal([1, 2, 3, 4], results.Select(result => result.Sequence));
        Assert.Equal("trois", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void A_refused_change_does_not_stop_the_others_of_its_batch()
    {
        _store.Apply(Changes.Put("a", "Titre", 5));

        var results = _store.Apply([Changes.Put("b", "Premier"), Changes.Put("a", "Vieux titre", 4), Changes.Put("c", "Dernier")]);

        Assert.Equal([true, false, true], results.Select(result => result.Accepted));
        Assert.Equal("Titre", _store.Get("a")!.Classified.Article.Headline);
        Assert.NotNull(_store.Get("c"));
    }

    [Theory]
    [InlineData(ArticleStatus.Canceled, ChangeOutcome.StaysGone)]
    [InlineData(ArticleStatus.Withheld, ChangeOutcome.Updated)]
    [InlineData(ArticleStatus.Usable, ChangeOutcome.Updated)]
    public void A_file_brings_back_what_is_withheld_and_not_what_is_canceled(ArticleStatus status, ChangeOutcome outcome)
    {
        _store.Apply(Changes.Put("a", "Titre", 1, status));

        Assert.Equal(outcome, _store.Apply(Changes.Put("a", "Titre du fichier", 2, origin: ChangeOrigin.File)).Outcome);
    }

    [Fact]
    public void A_file_does_not_bring_back_what_was_deleted_and_a_client_does()
    {
        _store.Apply(Changes.Put("a", "Titre"));
        _store.Apply(ArticleChange.Delete("a"));

        var byFile = _store.Apply(Changes.Put("a", "Titre", 50, origin: ChangeOrigin.File));
        Assert.Equal(ChangeOutcome.StaysGone, byFile.Outcome);
        Assert.False(byFile.Accepted);
        Assert.Null(_store.Get("a"));

        Assert.Equal(ChangeOutcome.Created, _store.Apply(Changes.Put("a", "Titre")).Outcome);
        Assert.Equal(ChangeOutcome.Updated, _store.Apply(Changes.Put("a", "Titre du fichier", origin: ChangeOrigin.File)).Outcome);
    }

    [Fact]
    public void A_higher_usable_version_of_a_client_brings_back_what_was_canceled()
    {
        _store.Apply(Changes.Put("a", "Titre", 1, ArticleStatus.Canceled));

        _store.Apply(Changes.Put("a", "Titre", 2));

        Assert.True(_store.Get("a")!.Visible);
    }
}
