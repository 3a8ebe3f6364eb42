using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Who may write when no key is configured.</summary>
public sealed class LocalAdminTests(NewsService news) : IClassFixture<NewsService>
{
    private static readonly (string Method, string Path)[] Writing =
    [
        ("PUT", "/api/articles/local-1"), ("DELETE", "/api/articles/local-1"), ("POST", "/api/articles"),
        ("POST", "/api/index/rebuild"), ("DELETE", "/api/index/rebuilds/x"),
    ];

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Forwarded-Host", "exemple.fr")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("x-real-ip", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 relais")]
    [InlineData("Host", "exemple.fr")]
    [InlineData("Host", "exemple.fr:5080")]
    [InlineData("Host", "localhost.exemple.fr")]
    [InlineData("Host", "127.0.0.1.exemple.fr")]
    [InlineData("Host", "192.168.1.2")]
    [InlineData("Origin", "https://exemple.fr")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "autre")]
    public async Task A_request_that_may_come_from_elsewhere_is_refused(string name, string value)
    {
        foreach (var (method, path) in Writing)
        {
            using var answer = await news.Client.CallAsync(new HttpMethod(method), path, (name, value));
            await answer.CleanProblemAsync(HttpStatusCode.Forbidden, "unauthorized");
        }
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "LOCALHOST:5080")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("Host", "127.1.2.3:80")]
    [InlineData("Host", "[::1]:5080")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("User-Agent", "essai")]
    [InlineData("Authorization", "Bearer inutile")]
    public async Task A_request_of_this_machine_may_write(string name, string value)
    {
        using var answer = await news.Client.CallAsync(HttpMethod.Put, "/api/articles/local-2", (name, value));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_of_the_service_itself_may_write()
    {
        var origin = news.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using var answer = await news.Client.CallAsync(HttpMethod.Put, "/api/articles/local-2", ("Origin", origin), ("Sec-Fetch-Site", "same-origin"));
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Host", "exemple.fr")]
    [InlineData("Origin", "https://exemple.fr")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Reading_is_open_to_all(string name, string value)
    {
        foreach (var path in new[] { "/api/search?q=mairie", "/api/articles/n1", "/api/index", "/" })
        {
            using var answer = await news.Client.CallAsync(HttpMethod.Get, path, (name, value));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
