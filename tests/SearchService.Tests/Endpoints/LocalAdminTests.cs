using System.Globalization;
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
    [InlineData("X-Forwarded", "oui")]
    [InlineData("X-Forwarded-Prefix", "/actualites")]
    [InlineData("X-Original-Host", "exemple.fr")]
    [InlineData("X-Client-IP", "203.0.113.9")]
    [InlineData("X-Envoy-External-Address", "203.0.113.9")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    [InlineData("Host", "exemple.fr")]
    [InlineData("Host", "exemple.fr:5080")]
    [InlineData("Host", "localhost.exemple.fr")]
    [InlineData("Host", "127.0.0.1.exemple.fr")]
    [InlineData("Host", "192.168.1.2")]
    [InlineData("Host", "localhost.")]
    [InlineData("Host", "127.0.0.1.")]
    [InlineData("Host", "0.0.0.0")]
    [InlineData("Host", "[::ffff:192.168.1.2]:5080")]
    [InlineData("Host", "[2001:db8::1]")]
    [InlineData("Host", "localhost.localdomain")]
    [InlineData("Host", "evil-localhost")]
    [InlineData("Origin", "https://exemple.fr")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Origin", "https://127.0.0.1:{port}")]
    [InlineData("Origin", "http://127.0.0.1:{port}.exemple.fr")]
    [InlineData("Origin", "http://127.0.0.1:{port}@exemple.fr")]
    [InlineData("Origin", "http://exemple.fr#http://127.0.0.1:{port}")]
    [InlineData("Origin", "http://127.0.0.1:{port}, https://exemple.fr")]
    [InlineData("Origin", "file://")]
    [InlineData("Origin", "http://[::1]:{port}")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "autre")]
    [InlineData("Sec-Fetch-Site", "none, cross-site")]
    [InlineData("sec-fetch-site", "Same-Origin")]
    public async Task A_request_that_may_come_from_elsewhere_is_refused(string name, string value)
    {
        foreach (var (method, path) in Writing)
        {
            var port = news.Client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);
            using var answer = await news.Client.CallAsync(new HttpMethod(method), path, (name, value.Replace("{port}", port, StringComparison.Ordinal)));
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

    [Theory]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: exemple.fr\r\nX-Forwarded-Host: localhost", 403)]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: localhost\r\nHost: exemple.fr", 400)]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: localhost, exemple.fr", 400)]
    [InlineData("PUT /api/articles/brut HTTP/1.1", 400)]
    [InlineData("PUT /api/articles/brut HTTP/1.0", 403)]
    [InlineData("PUT /api/articles/brut HTTP/1.0\r\nHost: localhost", 403)]
    [InlineData("PUT http://exemple.fr/api/articles/brut HTTP/1.1\r\nHost: localhost", 400)]
    [InlineData("PUT http://exemple.fr/api/articles/brut HTTP/1.1\r\nHost: exemple.fr", 403)]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: localhost:80@exemple.fr", 400)]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nOrigin: https://exemple.fr", 403)]
    [InlineData("PUT /api/articles/brut HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost", 201)]
    public async Task What_no_client_library_would_send_is_judged_too(string head, int status)
    {
        const string Body = """{"headline":"Un titre brut"}""";
        var answer = await RawHttp.SendAsync(news.Client.BaseAddress!.Port, $"{head}\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}");

        Assert.Equal(status, answer.Status);
        using var read = await news.Client.GetAsync("/api/articles/brut");
        Assert.Equal(status == 201, read.IsSuccessStatusCode);
        await news.Client.DeleteAsync("/api/articles/brut");
    }

    [Fact]
    public async Task A_page_of_another_site_is_not_let_in_by_a_preflight()
    {
        using var answer = await news.Client.CallAsync(
            HttpMethod.Options, "/api/articles/local-3", ("Origin", "https://exemple.fr"), ("Access-Control-Request-Method", "PUT"));

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
