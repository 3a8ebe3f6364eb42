using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class SimilarRouteTests(NewsService news) : IClassFixture<NewsService>
{
    [Fact]
    public async Task The_answer_holds_hits_as_a_search_gives_them()
    {
        await PutAsync("sim-1", "Un ornithorynque s'échappe du zoo de Lille");
        await PutAsync("sim-2", "L'ornithorynque du zoo de Lille retrouvé");

        var answer = await news.Client.JsonAsync("/api/articles/sim-1/similar");

        Assert.Equal(["hits"], answer.Names());
        var hit = answer.GetProperty("hits").EnumerateArray().First();
        Assert.Equal("sim-2", hit.GetProperty("id").GetString());
        Assert.Equal("L'ornithorynque du zoo de Lille retrouvé", hit.GetProperty("headlineHtml").GetString());
        var searched = (await news.Client.SearchAsync("ornithorynque")).GetProperty("hits").EnumerateArray().First();
        Assert.Equal(searched.Names(), hit.Names());
        Assert.Empty((await news.Client.JsonAsync("/api/articles/sim-1/similar?size=0")).GetProperty("hits").EnumerateArray());
        Assert.Contains("""<a href="/articles/sim-2">""", await news.Client.GetStringAsync("/articles/sim-1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inconnu")]
    [InlineData("%3Cscript%3E")]
    public async Task An_unknown_article_has_none_like_it(string id)
    {
        using var answer = await news.Client.GetAsync($"/api/articles/{id}/similar", TestContext.Current.CancellationToken);
        await answer.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_hidden_article_has_none_like_it_and_is_like_none()
    {
        await PutAsync("sim-3", "Un tatou s'échappe du zoo de Lens");
        await PutAsync("sim-4", "Le tatou du zoo de Lens retrouvé");
        using (await news.Client.PutArticleAsync("sim-4", """{"headline":"Le tatou du zoo de Lens retrouvé","status":"withheld"}"""))
        {
            using var answer = await news.Client.GetAsync("/api/articles/sim-4/similar", TestContext.Current.CancellationToken);
            await answer.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        Assert.DoesNotContain(
            (await news.Client.JsonAsync("/api/articles/sim-3/similar")).GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("id").GetString() == "sim-4");
        Assert.DoesNotContain("sim-4", await news.Client.GetStringAsync("/articles/sim-3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("dix")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public async Task A_wrong_size_is_named(string size)
    {
        using var answer = await news.Client.GetAsync("/api/articles/n1/similar?size=" + size, TestContext.Current.CancellationToken);
        var problem = await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.Equal("size", problem.GetProperty("parameter").GetString());
    }

    private async Task PutAsync(string id, string headline)
    {
        using var answer = await news.Client.PutArticleAsync(id, $$"""{"headline":"{{headline}}"}""");
        Assert.True(answer.IsSuccessStatusCode);
    }
}
