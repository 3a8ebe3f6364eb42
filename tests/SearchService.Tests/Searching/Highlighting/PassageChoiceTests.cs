using SearchService.Articles;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>Which paragraphs are shown, in which order.</summary>
public sealed class PassageChoiceTests
{
    [Theory]
    [InlineData("train quai", "un train|un train, un quai|un quai", "1")]
    [InlineData("train quai phare", "un train, un quai|un quai, un train|un phare", "0 2 1")]
    [InlineData("train quai phare", "un train|un quai|un phare|un train", "0 1 2")]
    [InlineData("train", "rien|train|train|train|train", "1 2 3")]
    [InlineData("train quai", "Un train. Un quai.|Un train à quai.", "1 0")]
    [InlineData("train quai phare grue", "train quai phare|train quai|quai grue|train", "0 2")]
    public void Paragraphs_that_add_words_come_before_those_that_repeat_them(string query, string paragraphs, string chosen) =>
        Assert.Equal(chosen, Chosen(Clauses.Query(query), paragraphs));

    [Fact]
    public void A_rare_word_counts_more_than_two_frequent_ones()
    {
        var finder = Finder(Clauses.Query("train quai phare"), leaf => leaf.Text == "phare" ? 5 : 1);
        Assert.Equal([1, 0], finder.Find([new("train quai"), new("phare")]).Select(passage => passage.Paragraph));
    }

    [Fact]
    public void A_word_asked_for_twice_counts_once()
    {
        Assert.Equal("1 0", Chosen(Clauses.Query("trains train quai phare"), "train|quai, phare"));
        Assert.Equal("1 0", Chosen(Clauses.Words(Clauses.Term("train"), Clauses.Term("train", QueryPlace.Text), Clauses.Term("quai"), Clauses.Term("phare")), "train|quai, phare"));
    }

    [Fact]
    public void A_word_of_the_headline_alone_is_no_reason_for_a_passage() =>
        Assert.Equal("1", Chosen(Clauses.Words(Clauses.Term("train", QueryPlace.Headline), Clauses.Term("quai")), "train|quai"));

    [Fact]
    public void The_heading_is_read_with_its_paragraph()
    {
        var finder = Finder(Clauses.Query("train quai"), _ => 1);
        Assert.Equal([2], finder.Find([new("rien"), new("un quai"), new("un quai", "Trains")]).Select(passage => passage.Paragraph));
        Assert.Equal([1], finder.Find([new("rien"), new("rien non plus", "Trains")]).Select(passage => passage.Paragraph));
        Assert.Equal("rien non plus", Assert.Single(finder.Find([new("rien"), new("rien non plus", "Trains")])).Html);
    }

    [Fact]
    public void What_must_stand_near_something_is_no_reason_where_it_does_not() =>
        Assert.Equal("1", Chosen(Clauses.Near(Clauses.Term("train"), Clauses.Term("quai"), 2), "train loin, loin du quai|train à quai"));

    [Fact]
    public void Only_what_is_shown_of_a_long_paragraph_counts()
    {
        var far = "train. " + string.Concat(Enumerable.Repeat("Rien de neuf ici, vraiment. ", 30)) + "Quai.";
        Assert.Equal("1", Chosen(Clauses.Query("train quai"), far + "|train, loin, loin, quai"));
    }

    [Fact]
    public void No_paragraph_no_passage() => Assert.Empty(Finder(Clauses.Query("train"), _ => 1).Find([]));

    private static string Chosen(QueryClause? root, string paragraphs) =>
        string.Join(' ', Finder(root, _ => 1).Find([.. paragraphs.Split('|').Select(text => new Paragraph(text))]).Select(passage => passage.Paragraph));

    private static PassageFinder Finder(QueryClause? root, Func<QueryLeaf, double> rarity) => new(new Highlighter(root, ExpandedForms.None), rarity);
}
