using Microsoft.Extensions.Time.Testing;
using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class ArticleVisibilityTests : IDisposable
{
    private static readonly DateTimeOffset Noon = Make.Date("2025-06-21T12:00:00+02:00");

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly ArticleStore _store;

    public ArticleVisibilityTests() => _store = ArticleStore.Open(_folder.Path, _clock);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(ArticleStatus.Usable, true)]
    [InlineData(ArticleStatus.Withheld, false)]
    [InlineData(ArticleStatus.Canceled, false)]
    public void Only_a_usable_article_is_visible(ArticleStatus status, bool visible)
    {
        _store.Apply(Changes.Put("a", "Titre", status: status));

        Assert.Equal(visible, _store.Get("a")!.Visible);
        using var snapshot = _store.OpenSnapshot();
        Assert.Equal(visible ? 1 : 0, snapshot.CountVisible());
        Assert.Equal(visible, Assert.Single(snapshot.ReadChanges(0, 10)).Article is not null);
    }

    [Theory]
    [InlineData(ArticleStatus.Withheld)]
    [InlineData(ArticleStatus.Canceled)]
    public void A_hidden_article_shows_again_in_a_higher_version(ArticleStatus status)
    {
        _store.Apply(Changes.Put("a", "Titre"));
        _store.Apply(Changes.Put("a", "Titre", status: status));
        Assert.False(_store.Get("a")!.Visible);

        Assert.Equal(3, _store.Apply(Changes.Put("a", "Titre")).Version);
        Assert.True(_store.Get("a")!.Visible);
    }

    [Fact]
    public void A_deletion_is_a_change_without_an_article()
    {
        _store.Apply(Changes.Put("a", "Titre"));
        _store.Apply(ArticleChange.Delete("a"));

        using var snapshot = _store.OpenSnapshot();
        Assert.Equal(new StoredChange(2, "a", null, 0), Assert.Single(snapshot.ReadChanges(0, 10)));
        Assert.Empty(snapshot.ReadVisible(long.MaxValue));
    }

    [Fact]
    public void An_embargo_hides_until_its_moment_and_then_counts_as_a_change()
    {
        _store.Apply(Changes.Put("a", "Titre", embargo: Noon.AddHours(1)));
        Assert.False(_store.Get("a")!.Visible);
        Assert.Equal(Noon.AddHours(1), _store.NextEmbargo());

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, _store.LiftEmbargoes());
        Assert.False(_store.Get("a")!.Visible);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _store.LiftEmbargoes());

        var stored = _store.Get("a")!;
        Assert.True(stored.Visible);
        Assert.Equal((1, 2), (stored.Version, stored.Sequence));
        Assert.Null(_store.NextEmbargo());
        Assert.Equal(0, _store.LiftEmbargoes());
    }

    [Fact]
    public void An_embargo_that_has_ended_hides_nothing()
    {
        _store.Apply(Changes.Put("a", "Titre", embargo: Noon));

        Assert.True(_store.Get("a")!.Visible);
        Assert.Null(_store.NextEmbargo());
    }

    [Fact]
    public void The_end_of_an_embargo_does_not_show_a_withheld_article()
    {
        _store.Apply(Changes.Put("a", "Titre", status: ArticleStatus.Withheld, embargo: Noon.AddHours(1)));

        _clock.Advance(TimeSpan.FromHours(2));
        _store.LiftEmbargoes();

        Assert.False(_store.Get("a")!.Visible);
    }

    [Fact]
    public void Embargoes_end_in_the_order_of_their_moments()
    {
        _store.Apply(
        [
            Changes.Put("tard", "Titre", embargo: Noon.AddHours(3)),
            Changes.Put("tot", "Titre", embargo: Noon.AddHours(1)),
            Changes.Put("plus-tard", "Titre", embargo: Noon.AddHours(9)),
        ]);

        _clock.Advance(TimeSpan.FromHours(4));

        Assert.Equal(2, _store.LiftEmbargoes());
        using var snapshot = _store.OpenSnapshot();
        Assert.Equal(["plus-tard", "tot", "tard"], snapshot.ReadChanges(0, 10).Select(change => change.Id));
        Assert.Equal(Noon.AddHours(9), _store.NextEmbargo());
    }

    [Fact]
    public void All_embargoes_that_have_ended_are_lifted_at_once()
    {
        const int Count = 1001;
        _store.Apply([.. Enumerable.Range(0, Count).Select(i => Changes.Put($"a{i}", "Titre", embargo: Noon.AddHours(1)))]);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Count, _store.LiftEmbargoes());
        using var snapshot = _store.OpenSnapshot();
        Assert.Equal(Count, snapshot.CountVisible());
    }

    [Fact]
    public void A_deleted_article_has_no_embargo_left()
    {
        _store.Apply(Changes.Put("a", "Titre", embargo: Noon.AddHours(1)));
        _store.Apply(ArticleChange.Delete("a"));

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, _store.LiftEmbargoes());
        Assert.Null(_store.Get("a"));
    }
}
