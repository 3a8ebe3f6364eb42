using SearchService.Articles;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>The paragraphs that an answer shows of a hit.</summary>
public sealed class PassageTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public PassageTests() => _engine.Index(
        new Article
        {
            Id = "port",
            Headline = "Le port",
            Paragraphs =
            [
                new("Rien ici."),
                new("Une grue.", "Les quais"),
                new("Une grue et un navire."),
                new("Un navire."),
                new("Une grue encore, et un phare."),
                new("Le phare & <la> grue d'un navire."),
            ],
        },
        Make.Article("bref", "Un navire sans paragraphe"),
        Make.Article("autre", "Une autre grue", "Une grue, une autre grue.", "Grue, navire."));

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("grue navire phare", "5 4")]
    [InlineData("grue", "1 2 4")]
    [InlineData("navire phare", "5")]
    [InlineData("phare", "4 5")]
    [InlineData("\"un navire\" grue", "2 5 3")]
    [InlineData("\"un phare\" grue navire", "4 2")]
    [InlineData("grues grue phares", "4 5")]
    [InlineData("quai grue", "1")]
    [InlineData("quais", "1")]
    [InlineData("port", "0")]
    [InlineData("-baleine -autre -sans", "0")]
    public void The_best_paragraphs_come_first_at_most_3(string query, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join(' ', Passages(query).Select(passage => passage.Paragraph)));

    [Fact]
    public void A_passage_is_a_whole_paragraph_with_its_heading_and_marks()
    {
        Assert.Equal(new Passage(1, "Les quais", "Une grue.", "Une <mark>grue</mark>."), Passages("grues")[0]);
        Assert.Equal(
            new Passage(5, null, "Le phare & <la> grue d'un navire.", "Le <mark>phare</mark> &amp; &lt;la&gt; grue d'un navire."), Passages("phare")[1]);
    }

    [Fact]
    public void Where_none_matches_the_first_paragraph_is_shown_unmarked() =>
        Assert.Equal([new Passage(0, null, "Rien ici.", "Rien ici.")], Passages("port"));

    [Fact]
    public void An_article_without_paragraphs_has_no_passage() =>
        Assert.Empty(Assert.Single(_engine.Search("sans paragraphe").Hits).Passages);

    private IReadOnlyList<Passage> Passages(string query) => _engine.Search(query).Hits.Single(hit => hit.Id == "port").Passages;
}
