using System.Net;
using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class SuggestRouteTests(NewsService news) : IClassFixture<NewsService>
{
    [Fact]
    public async Task A_suggestion_has_a_text_a_kind_and_a_count()
    {
        var answer = await news.Client.JsonAsync("/api/suggest?q=ecol");

        Assert.Equal(["suggestions"], answer.Names());
        var suggestions = answer.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.All(suggestions, suggestion => Assert.Equal(["text", "kind", "count"], suggestion.Names()));
        Assert.Equal(["term écoles 2", "story Plan écoles 1", "headline La mairie de Nantes rénove ses écoles 1"], suggestions.Select(Show));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20")]
    [InlineData("?size=5")]
    [InlineData("?q=%00%EF%BF%BE%F0%9F%98%80")]
    public async Task Nothing_typed_gives_nothing(string query) =>
        Assert.Equal("""{"suggestions":[]}""", (await news.Client.JsonAsync("/api/suggest" + query)).GetRawText());

    [Theory]
    [InlineData("?q=a&size=0", "size")]
    [InlineData("?q=a&size=51", "size")]
    [InlineData("?q=a&size=-1", "size")]
    [InlineData("?q=a&size=dix", "size")]
    [InlineData("?q=a&size=1.5", "size")]
    [InlineData("?q=a&size=99999999999", "size")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        using var answer = await news.Client.GetAsync("/api/suggest" + query, TestContext.Current.CancellationToken);
        var problem = await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_text_longer_than_a_query_may_be_is_refused()
    {
        using var answer = await news.Client.GetAsync("/api/suggest?q=" + new string('a', 2001), TestContext.Current.CancellationToken);
        var problem = await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal("q", problem.GetProperty("parameter").GetString());
        Assert.Empty((await news.Client.JsonAsync("/api/suggest?q=" + new string('a', 2000))).GetProperty("suggestions").EnumerateArray());
    }

    [Fact]
    public async Task An_article_is_suggested_until_it_is_deleted()
    {
        using (await news.Client.PutArticleAsync("s1", """{"headline":"Un quokka au zoo","story":"Quokkas"}"""))
        {
            Assert.Equal(["story Quokkas 1", "term quokka 1", "headline Un quokka au zoo 1"], await SuggestAsync("quok"));
        }

        using (await news.Client.DeleteAsync("/api/articles/s1?refresh=true", TestContext.Current.CancellationToken))
        {
            Assert.Empty(await SuggestAsync("quok"));
        }
    }

    [Fact]
    public async Task Size_limits_the_answer() => Assert.Single(await SuggestAsync("e", "&size=1"));

    private async Task<string[]> SuggestAsync(string typed, string more = "") =>
        [.. (await news.Client.JsonAsync("/api/suggest?q=" + Uri.EscapeDataString(typed) + more)).GetProperty("suggestions").EnumerateArray().Select(Show)];

    private static string Show(JsonElement suggestion) =>
        $"{suggestion.GetProperty("kind").GetString()} {suggestion.GetProperty("text").GetString()} {suggestion.GetProperty("count").GetInt32()}";
}
