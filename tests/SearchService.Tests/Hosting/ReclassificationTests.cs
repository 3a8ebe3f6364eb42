using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class ReclassificationTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Articles_of_other_rules_get_the_story_of_the_present_ones()
    {
        Keep(Make.Article("a", "Tour de Bretagne: un échappé l'emporte"), new Derivation("Vieux dossier", [], "anciennes"));
        Keep(Make.Article("b", "Un titre sans dossier"), new Derivation("Vieux dossier", [], "anciennes"));

        Assert.Equal(2, Run());

        Assert.Equal("Tour de Bretagne", _engine.Store.Get("a")!.Classified.Story);
        Assert.Null(_engine.Store.Get("b")!.Classified.Story);
        Assert.Equal(1, _engine.Store.Get("a")!.Version);
        Assert.Equal(4, _engine.Store.LastSequence);
        Assert.Equal(0, Run());
    }

    [Fact]
    public void What_the_source_said_is_never_replaced()
    {
        var article = Make.Article("a", "Tour de Bretagne: un échappé l'emporte") with { Story = "Cyclisme breton", Topics = ["Sport"] };
        Keep(article, new Derivation(null, [], "anciennes"));

        Assert.Equal(0, Run());

        var stored = _engine.Store.Get("a")!;
        Assert.Equal("Cyclisme breton", stored.Classified.Story);
        Assert.Equal(["Sport"], stored.Classified.Topics);
        Assert.Equal(1, stored.Sequence);
    }

    [Fact]
    public void Hidden_articles_are_looked_at_and_deleted_ones_are_not()
    {
        Keep(Make.Article("a", "Tour de Bretagne: un titre") with { Status = ArticleStatus.Withheld }, new Derivation(null, [], "anciennes"));
        Keep(Make.Article("b", "Tour de Bretagne: un titre"), new Derivation(null, [], "anciennes"));
        _engine.Store.Apply(ArticleChange.Delete("b"));

        Assert.Equal(1, Run());

        Assert.Equal("Tour de Bretagne", _engine.Store.Get("a")!.Classified.Story);
    }

    [Fact]
    public void Every_article_of_a_large_store_is_looked_at_once()
    {
        _engine.Store.Apply([.. Enumerable.Range(0, 1203).Select(i => new ArticleChange(
            $"a{i}", Make.Article($"a{i}", $"Tour de Bretagne: étape {i}"), new Derivation(null, [], "anciennes"), ChangeOrigin.Client))]);

        Assert.Equal(1203, Run());
        Assert.Equal(0, Run());
        Assert.Equal(2 * 1203, _engine.Store.LastSequence);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        Keep(Make.Article("a", "Tour de Bretagne: un titre"), new Derivation(null, [], "anciennes"));

        Assert.Throws<OperationCanceledException>(() => _engine.Get<Reclassification>().Run(new CancellationToken(canceled: true)));
        Assert.Null(_engine.Store.Get("a")!.Classified.Story);
    }

    private void Keep(Article article, Derivation derivation) =>
        _engine.Store.Apply(new ArticleChange(article.Id, article, derivation, ChangeOrigin.Client));

    private int Run() => _engine.Get<Reclassification>().Run(CancellationToken.None);
}
