using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>What every answer tells browsers, errors and files too.</summary>
public sealed class SecurityHeaderTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/?page=0", 400)]
    [InlineData("GET", "/articles/n5", 200)]
    [InlineData("GET", "/articles/inconnu", 404)]
    [InlineData("GET", "/style.css", 200)]
    [InlineData("GET", "/rien", 404)]
    [InlineData("GET", "/api/search?q=mairie", 200)]
    [InlineData("GET", "/api/search?size=-1", 400)]
    [InlineData("GET", "/api/articles/n1", 200)]
    [InlineData("GET", "/api/articles/inconnu", 404)]
    [InlineData("POST", "/api/search", 405)]
    [InlineData("POST", "/api/analyze", 400)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/metrics", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/aide", 200)]
    [InlineData("GET", "/feed.atom", 200)]
    [InlineData("GET", "/feed.atom?size=-1", 400)]
    [InlineData("GET", "/opensearch.xml", 200)]
    [InlineData("GET", "/opensearch/suggest?q=ma", 200)]
    [InlineData("GET", "/robots.txt", 200)]
    [InlineData("GET", "/favicon.ico", 200)]
    public async Task Every_answer_forbids_to_run_embed_and_guess(string method, string path, int status)
    {
        using var answer = await news.Client.CallAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = One(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", One(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-cache", One(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/style.css")]
    [InlineData("/articles/n1")]
    [InlineData("/api/search?q=mairie")]
    [InlineData("/api/suggest?q=ma")]
    [InlineData("/api/topics")]
    [InlineData("/api/articles/n1")]
    [InlineData("/api/articles/n1/similar")]
    [InlineData("/api/index")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/aide")]
    [InlineData("/administration")]
    [InlineData("/docs")]
    [InlineData("/feed.atom")]
    [InlineData("/opensearch.xml")]
    [InlineData("/opensearch/suggest?q=ma")]
    [InlineData("/robots.txt")]
    public async Task HEAD_is_answered_like_GET_without_a_body(string path)
    {
        using var answer = await news.Client.CallAsync(HttpMethod.Head, path);
        using var got = await news.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(got.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await got.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/articles", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/index/rebuild", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/articles/inconnu", HttpStatusCode.NotFound)]
    public async Task HEAD_fails_like_GET(string path, HttpStatusCode status)
    {
        using var answer = await news.Client.CallAsync(HttpMethod.Head, path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? values : []);
}
