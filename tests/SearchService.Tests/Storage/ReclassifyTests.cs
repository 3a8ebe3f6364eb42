using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class ReclassifyTests : IDisposable
{
    private static readonly Derivation Old = new("Vieux dossier", ["Sport"], "règles-1");

    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;

    public ReclassifyTests()
    {
        _store = ArticleStore.Open(_folder.Path, TimeProvider.System);
        _store.Apply(new ArticleChange("a", Make.Article("a", "Titre"), Old, ChangeOrigin.Client));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_different_derivation_is_a_change_and_no_new_version()
    {
        Assert.Equal(1, Reclassify(new Derivation("Nouveau dossier", ["Sport", "Culture"], "règles-2")));

        var stored = _store.Get("a")!;
        Assert.Equal((1, 2), (stored.Version, stored.Sequence));
        Assert.Equal("Nouveau dossier", stored.Classified.Story);
        Assert.Equal(["Sport", "Culture"], stored.Classified.Topics);
    }

    [Fact]
    public void The_same_derivation_by_other_rules_is_no_change()
    {
        Assert.Equal(0, Reclassify(Old with { Rules = "règles-2" }));

        var stored = _store.Get("a")!;
        Assert.Equal(1, stored.Sequence);
        Assert.Equal("règles-2", stored.Classified.Derivation.Rules);
    }

    [Fact]
    public void An_article_that_changed_meanwhile_is_left_alone()
    {
        var read = _store.Get("a")!;
        var current = new Derivation("Troisième dossier", [], "règles-2");
        _store.Apply(new ArticleChange("a", Make.Article("a", "Titre corrigé"), current, ChangeOrigin.Client));

        Assert.Equal(0, _store.Reclassify([(read, new Derivation("Nouveau dossier", [], "règles-2"))]));

        var stored = _store.Get("a")!;
        Assert.Equal(("Titre corrigé", "Troisième dossier", 2), (stored.Classified.Article.Headline, stored.Classified.Story, stored.Sequence));
    }

    [Fact]
    public void An_article_that_was_deleted_meanwhile_stays_deleted()
    {
        var read = _store.Get("a")!;
        _store.Apply(ArticleChange.Delete("a"));

        Assert.Equal(0, _store.Reclassify([(read, new Derivation("Nouveau dossier", [], "règles-2"))]));
        Assert.Null(_store.Get("a"));
        Assert.Equal(2, _store.LastSequence);
    }

    [Fact]
    public void Articles_of_other_rules_are_found_hidden_ones_too()
    {
        var withheld = Make.Article("b", "Titre") with { Status = ArticleStatus.Withheld };
        _store.Apply(
        [
            new ArticleChange("b", withheld, Old, ChangeOrigin.Client),
            new ArticleChange("c", Make.Article("c", "Titre"), Old with { Rules = "règles-2" }, ChangeOrigin.Client),
            new ArticleChange("d", Make.Article("d", "Titre"), Old, ChangeOrigin.Client),
            ArticleChange.Delete("d"),
        ]);
        using var snapshot = _store.OpenSnapshot();

        Assert.Equal(["a", "b"], snapshot.ReadClassifiedByOthers("règles-2", 0, 10).Select(Id));
        Assert.Equal(["b"], snapshot.ReadClassifiedByOthers("règles-2", 1, 10).Select(Id));
        Assert.Equal(["a"], snapshot.ReadClassifiedByOthers("règles-2", 0, 1).Select(Id));
    }

    private static string Id(StoredArticle article) => article.Classified.Article.Id;

    private int Reclassify(Derivation derivation) => _store.Reclassify([(_store.Get("a")!, derivation)]);
}
