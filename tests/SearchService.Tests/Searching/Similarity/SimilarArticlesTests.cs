using CsCheck;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Similarity;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Similarity;

public sealed class SimilarArticlesTests : IDisposable
{
    private const string Strike = "Les marins du port de Brest votent la grève ce lundi après trois semaines de négociations sans issue avec la direction de la "
        + "compagnie, qui propose une hausse des salaires de deux pour cent et refuse de rouvrir le dossier des retraites, selon les syndicats.";

    private const string Talks = "La direction de la compagnie reçoit les syndicats des marins, dont les salaires et les retraites sont au cœur de la négociation.";

    private const string Concert = "La chanteuse donnera deux concerts à Rennes avant de reprendre le chemin des studios pour un album attendu au printemps.";

    // What words tell shows only among other articles.
    private static readonly Article[] Others =
    [
        .. Enumerable.Range(0, 40).Select(number => Make.Article(
            $"autre-{number}", $"La recette numéro {number}", "Le chef propose deux gratins de légumes à reprendre chez soi, avec une salade verte avant le fromage.")),
    ];

    private readonly TestEngine _engine = new();
    private readonly Article _strike = Make.Article("greve", "Grève des marins à Brest", Strike);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void What_has_its_telling_words_is_similar_and_nothing_else()
    {
        Index(Make.Article("b", "Les marins reçus par la compagnie", Talks), Make.Article("c", "Deux concerts à Rennes", Concert));

        Assert.Equal(["b"], Similar(_strike));
    }

    [Fact]
    public void Words_are_found_in_any_inflection()
    {
        Index(Make.Article("b", "Un marin gréviste du port", "Le syndicat négocie le salaire."));

        Assert.Equal(["b"], Similar(_strike));
    }

    [Fact]
    public void Neither_the_article_nor_what_tells_its_text_is_like_it_and_of_those_that_tell_one_text_there_is_one()
    {
        Index(
            Make.Article("copie", "À Brest, les marins disent non", Strike + " Reprise mardi."),
            Make.Article("b", "Les marins reçus par la compagnie", Talks + " " + Concert + " Une brève de plus pour que le texte soit assez long."),
            Make.Article("b-2", "La compagnie reçoit", Talks + " " + Concert + " Une brève de plus pour que le texte soit assez long."));

        Assert.Single(Similar(_strike), id => id is "b" or "b-2");
    }

    [Fact]
    public void An_article_that_is_not_in_the_index_yet_has_its_like()
    {
        _engine.Index(Make.Article("b", "Les marins reçus par la compagnie", Talks), Make.Article("c", "Deux concerts à Rennes", Concert));
        _engine.Index(Others);

        Assert.Equal(["b"], Similar(_strike));
    }

    [Fact]
    public void Of_two_alike_the_one_of_the_same_days_comes_first_whichever_is_newer()
    {
        Index(
            Make.Article("avant", "Les marins reçus par la compagnie", Talks) with { PublishedAt = Make.Date("2015-01-01T00:00:00Z") },
            Make.Article("alors", "Les marins reçus par la compagnie hier", Talks) with { PublishedAt = Make.Date("2020-01-02T00:00:00Z") },
            Make.Article("apres", "Les marins reçus par la compagnie demain", Talks) with { PublishedAt = Make.Date("2025-01-01T00:00:00Z") });

        Assert.Equal("alors", Similar(_strike with { PublishedAt = Make.Date("2020-01-01T00:00:00Z") })[0]);
    }

    [Fact]
    public void Hidden_embargoed_and_deleted_articles_are_never_shown()
    {
        Index(
            Make.Article("retenu", "Les marins reçus par la compagnie", Talks) with { Status = ArticleStatus.Withheld },
            Make.Article("annule", "Les marins reçus", Talks) with { Status = ArticleStatus.Canceled },
            Make.Article("embargo", "Les marins chez la compagnie", Talks) with { EmbargoUntil = DateTimeOffset.UtcNow.AddDays(1) },
            Make.Article("efface", "La compagnie reçoit ses marins", Talks),
            Make.Article("b", "Les marins du port, reçus", Talks));
        Assert.Equal(2, Similar(_strike).Count);

        _engine.Delete("efface");
        Assert.Equal(["b"], Similar(_strike));

        _engine.Store.Apply(ArticleChange.Put(Make.Plain(Make.Article("b", "Les marins du port, reçus", Talks) with { Status = ArticleStatus.Withheld })));
        _engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
        Assert.Empty(Similar(_strike));
    }

    [Fact]
    public void A_hit_has_what_a_search_gives_without_marks_and_its_first_paragraph()
    {
        Index(Make.Article("b", "Les <marins> & la compagnie", Talks, "Suite."));

        var hit = Assert.Single(_engine.Get<SimilarArticles>().Find(_strike, 10));

        Assert.Equal("Les &lt;marins&gt; &amp; la compagnie", hit.HeadlineHtml);
        var passage = Assert.Single(hit.Passages);
        Assert.Equal((0, Talks), (passage.Paragraph, passage.Text));
        Assert.DoesNotContain("<mark>", passage.Html, StringComparison.Ordinal);
        Assert.True(hit.Score > 0);
        Assert.Equal(0, hit.Folded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void The_best_come_first_and_no_more_than_were_asked_for(int size)
    {
        string[] words = ["marin", "grève", "Brest", "salaire", "syndicat", "retraite"];
        Index(Enumerable.Range(1, 12).Select(number => Make.Article($"a{number:00}", $"Article {number}", string.Join(", ", words.Take(4 + (number % 3))) + $" numéro {number}.")));

        var hits = _engine.Get<SimilarArticles>().Find(_strike, size);

        Assert.Equal(Math.Min(size, 12), hits.Count);
        Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Id), hits.Select(hit => hit.Id));
        Assert.Equal(hits.Count, hits.Select(hit => hit.Id).Distinct().Count());
    }

    [Fact]
    public void Whatever_an_article_holds_its_like_is_an_answer_without_it()
    {
        Index(Make.Article("b", "Les marins reçus par la compagnie", Talks));
        var ids = new HashSet<string>();
        Gen.Select(RandomArticles.Any, NastyText.WellFormed).Sample(
            (any, text) =>
            {
                var article = any with { Status = ArticleStatus.Usable, EmbargoUntil = null, Version = null, Paragraphs = [.. any.Paragraphs, new Paragraph(ArticleText.Clean(text) ?? "vide")] };
                _engine.Index(article);
                ids.Add(article.Id);
                var similar = Similar(article);
                Assert.DoesNotContain(article.Id, similar);
                Assert.All(similar, id => Assert.True(id is "b" or "greve" || id.StartsWith("autre-", StringComparison.Ordinal) || ids.Contains(id)));
            },
            iter: 100, threads: 1);
    }

    [Fact]
    public void Before_there_is_an_index_it_says_so() =>
        Assert.Throws<IndexNotReadyException>(() => _engine.Get<SimilarArticles>().Find(_strike, 10));

    private void Index(params IEnumerable<Article> articles) => _engine.Index(articles.Append(_strike).Concat(Others));

    private List<string> Similar(Article article) => [.. _engine.Get<SimilarArticles>().Find(article, 10).Select(hit => hit.Id)];
}
