using SearchService.Articles;
using SearchService.Searching.Similarity;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Similarity;

public sealed class SimilarArticlesTests : IDisposable
{
    private const string Wire =
        "Le volcan de la Fournaise est entré en éruption lundi matin, a annoncé l'observatoire volcanologique. Une coulée de lave descend vers la mer et la route "
        + "nationale a été fermée par la préfecture. Des centaines de curieux ont gagné les hauteurs pour voir les fontaines de lave jaillir du cratère principal.";

    private readonly TestEngine _engine = new();

    public SimilarArticlesTests() => _engine.Index(
        Article("volcan", "Éruption à la Fournaise", Wire),
        Article("copie", "Le volcan se réveille", Wire + " (AFP)"),
        Article("suite", "Fournaise: la lave atteint la mer", "La coulée de lave du volcan a atteint la mer. La route nationale reste fermée, dit la préfecture."),
        Article("cuisine", "La recette du gratin", "Éplucher les pommes de terre, ajouter la crème et cuire une heure au four."));

    [Fact]
    public void Articles_on_the_same_subject_are_found_and_others_are_not() => Assert.Equal(["suite"], Ids("volcan"));

    [Fact]
    public void Neither_the_article_nor_its_near_duplicate_is_similar_to_it()
    {
        Assert.DoesNotContain("volcan", Ids("volcan"));
        Assert.DoesNotContain("copie", Ids("volcan"));
        Assert.Contains("volcan", Ids("suite"));
    }

    [Fact]
    public void A_withdrawn_article_is_unknown_and_no_answer()
    {
        _engine.Index(Article("suite", "Fournaise: la lave atteint la mer", "Texte") with { Status = ArticleStatus.Canceled, Version = 2 });
        Assert.Empty(Ids("volcan"));
        Assert.Null(_engine.Get<SimilarArticles>().Find("suite", 10));
        Assert.Null(_engine.Get<SimilarArticles>().Find("inconnu", 10));
    }

    [Fact]
    public void Hits_have_no_marks_and_their_first_paragraph()
    {
        var hit = Assert.Single(_engine.Get<SimilarArticles>().Find("volcan", 10)!);
        Assert.Equal("Fournaise: la lave atteint la mer", hit.HeadlineHtml);
        Assert.Equal(0, Assert.Single(hit.Passages).Paragraph);
        Assert.DoesNotContain("<mark>", hit.Passages[0].Html, StringComparison.Ordinal);
        Assert.Empty(_engine.Get<SimilarArticles>().Find("volcan", 0)!);
    }

    [Fact]
    public void Near_duplicates_fold_into_one_hit_when_stories_are_collapsed()
    {
        var response = _engine.Searcher.Search(new SearchService.Searching.SearchRequest { Query = "éruption", Collapse = true });
        Assert.Equal(2, response.Total);
        Assert.Equal(1, Assert.Single(response.Hits).Folded);
    }

    public void Dispose() => _engine.Dispose();

    private static Article Article(string id, string headline, string text) => Make.Article(id, headline) with { Paragraphs = [new Paragraph(text)] };

    private List<string> Ids(string id) => [.. _engine.Get<SimilarArticles>().Find(id, 10)!.Select(hit => hit.Id)];
}
