using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class SearchParameterTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("size=abc", "size")]
    [InlineData("size=-1", "size")]
    [InlineData("size=101", "size")]
    [InlineData("size=99999999999", "size")]
    [InlineData("size=1&size=2", "size")]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("page=1001", "page")]
    [InlineData("page=102&size=99", "page")]
    [InlineData("from=hier", "from")]
    [InlineData("from=2025-02-30", "from")]
    [InlineData("from=2025-13", "from")]
    [InlineData("to=24/12/2025", "to")]
    [InlineData("from=2025-12-02&to=2025-12-01", "from")]
    [InlineData("from=2026&to=2025", "from")]
    [InlineData("operator=et", "operator")]
    [InlineData("operator=1", "operator")]
    [InlineData("sort=date", "sort")]
    [InlineData("facets=topic,auteur", "facets")]
    [InlineData("facetSize=0", "facetSize")]
    [InlineData("facetSize=1001", "facetSize")]
    [InlineData("explain=oui", "explain")]
    [InlineData("cursor=rien", "cursor")]
    [InlineData("cursor=%25%25%25", "cursor")]
    [InlineData("cursor=MHwwfHw", "cursor")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string parameter)
    {
        using var answer = await news.Client.GetAsync("/api/search?" + query);

        var problem = await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size=100")]
    [InlineData("size=")]
    [InlineData("page=100&size=100")]
    [InlineData("operator=ANY")]
    [InlineData("facets=topic, date")]
    [InlineData("facetSize=1000")]
    [InlineData("from=2025-01-01&to=2025-01-01")]
    [InlineData("rien=1")]
    public async Task A_parameter_at_its_limit_is_taken(string query)
    {
        using var answer = await news.Client.GetAsync("/api/search?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_cursor_goes_with_its_order_only_and_never_with_a_page()
    {
        var cursor = Uri.EscapeDataString((await news.Client.SearchAsync("", "&sort=oldest&size=1")).GetProperty("nextCursor").GetString()!);

        using var otherSort = await news.Client.GetAsync($"/api/search?sort=newest&cursor={cursor}");
        using var withPage = await news.Client.GetAsync($"/api/search?sort=oldest&page=2&cursor={cursor}");
        Assert.Equal("cursor", (await otherSort.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter")).GetProperty("parameter").GetString());
        Assert.Equal("cursor", (await withPage.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter")).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_query_may_have_2000_characters_and_not_one_more()
    {
        using var longest = await news.Client.GetAsync("/api/search?q=" + new string('a', 2000));
        using var tooLong = await news.Client.GetAsync("/api/search?q=" + new string('a', 2001));

        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        Assert.Equal("q", (await tooLong.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter")).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_query_of_many_words_is_cut_and_says_so()
    {
        var answer = await news.Client.SearchAsync(string.Concat(Enumerable.Repeat("écoles a b ", 150)));
        Assert.Equal("too_many_clauses", Assert.Single(answer.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
    }
}
