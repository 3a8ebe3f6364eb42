using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class RankingTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_headline_counts_more_than_the_opening_and_that_more_than_the_rest()
    {
        var rest = string.Join(' ', Enumerable.Repeat("blanc gris noir", 15));
        _engine.Index(
            Make.Article("a-corps", "Rouge vert bleu", rest, "Tempête jaune ocre"),
            Make.Article("b-ouverture", "Rouge vert bleu", "Tempête jaune ocre", rest),
            Make.Article("c-titre", "Tempête jaune ocre", "Rouge vert bleu", rest));
        Assert.Equal("c-titre b-ouverture a-corps", _engine.Ids("tempête"));
        Assert.StartsWith("c-titre ", _engine.Ids("\"tempête jaune\""), StringComparison.Ordinal); // the opening has no places: phrases there count as in the rest
    }

    [Theory]
    [InlineData("journal", "b-singulier a-pluriel")]
    [InlineData("journaux", "a-pluriel b-singulier")]
    [InlineData("JOURNAUX", "a-pluriel b-singulier")]
    public void The_form_as_typed_comes_before_another_inflection(string query, string order)
    {
        _engine.Index(Make.Article("a-pluriel", "Les journaux gris"), Make.Article("b-singulier", "Le journal gris"));
        Assert.Equal(order, _engine.Ids(query));
    }

    [Fact]
    public void When_any_word_is_enough_more_and_rarer_words_come_first()
    {
        _engine.Index(
            Make.Article("a", "Banal pluie"),
            Make.Article("b", "Banal soleil"),
            Make.Article("c", "Banal neige"),
            Make.Article("d", "Rare neige"),
            Make.Article("e", "Banal rare"));
        Assert.Equal("e d a b c", _engine.Ids("banal rare", SearchOperator.Any));
    }

    [Fact]
    public void A_word_of_grammar_helps_the_order_and_finds_nothing_on_its_own()
    {
        _engine.Index(Make.Article("a", "Vert selon bleu"), Make.Article("b", "Vert pluie bleu"), Make.Article("c", "Vert pluie selon"));
        Assert.Equal("c b", _engine.Ids("pluie selon", SearchOperator.Any));
    }

    [Fact]
    public void Equal_scores_come_newest_first_then_undated_then_by_identifier()
    {
        _engine.Index(
            Make.Article("b", "Orage bref"),
            Make.Article("a", "Orage bref"),
            Make.Article("vieux", "Orage bref") with { PublishedAt = Make.Date("2025-01-01T00:00:00+01:00") },
            Make.Article("neuf", "Orage bref") with { PublishedAt = Make.Date("2025-02-01T00:00:00+01:00") });
        Assert.Equal("neuf vieux a b", _engine.Ids("orage"));
    }

    [Fact]
    public void A_score_is_explained_on_request_only()
    {
        _engine.Index(Make.Article("a", "Orage bref", "Un orage est passé."));
        var hit = Assert.Single(_engine.Search(new SearchRequest { Query = "orage", Explain = true }).Hits);
        Assert.Equal(hit.Score, hit.Explanation!.Value, 5);
        Assert.NotEmpty(hit.Explanation.Description);
        Assert.NotEmpty(hit.Explanation.Details);
        Assert.Null(Assert.Single(_engine.Search("orage").Hits).Explanation);
    }

    [Fact]
    public void Everything_is_explained_as_nothing()
    {
        _engine.Index(Make.Article("a", "Orage bref"));
        Assert.Equal(0, Assert.Single(_engine.Search(new SearchRequest { Explain = true }).Hits).Explanation!.Value);
    }
}
