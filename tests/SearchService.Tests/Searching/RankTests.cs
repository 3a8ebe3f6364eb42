using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class RankTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("rouge")]
    [InlineData("rouge neige")]
    [InlineData("rouge absent")]
    [InlineData("rouge -neige")]
    [InlineData("")]
    [InlineData("absent")]
    public void A_ranking_is_the_identifiers_of_the_hits(string query)
    {
        _engine.Index(Make.Article("d", "Rouge neige"), Make.Article("a", "Tempête rouge", "Une neige rouge."));
        _engine.Index(Make.Article("c", "Neige"), Make.Article("b", "Tempête", "Un ciel rouge.")); // another segment
        Assert.True(_engine.CountSegments() > 1);
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            var request = new SearchRequest { Query = query, Operator = words, Size = 3 };
            Assert.Equal(_engine.Search(request).Hits.Select(hit => hit.Id), _engine.Searcher.Rank(request));
        }
    }

    [Fact]
    public void When_no_article_has_all_the_words_the_ranking_is_relaxed_as_a_search_is()
    {
        _engine.Index(Make.Article("a", "Rouge"));
        var request = new SearchRequest { Query = "rouge absent" };
        Assert.Equal(["a"], _engine.Searcher.Rank(request));
        Assert.Empty(_engine.Searcher.Rank(request with { Operator = SearchOperator.All }));
    }
}
