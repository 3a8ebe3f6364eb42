using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>
/// The HTTP surface against random requests on raw connections: nothing hangs, no error but 503 is the service's, and each problem under
/// <c>/api</c> has a code of the closed set. <c>HTTP_FUZZ</c> is the number of requests per test.
/// </summary>
public sealed partial class HttpFuzzTests(NewsService news) : IClassFixture<NewsService>
{
    private static readonly int Size = RunSize.Of("HTTP_FUZZ", 500);

    private static readonly string[] Codes =
    [
        "invalid_parameter", "invalid_json", "invalid_article", "unauthorized", "not_found", "method_not_allowed", "version_conflict", "rebuild_running", "rollback_impossible",
        "too_large", "unsupported_media_type", "too_many_requests", "index_not_ready", "overloaded",
    ];

    private static readonly string[] Leaks = ["   at ", "Exception", "System.", "Microsoft.", "Lucene", "Sqlite", "/tmp/", "traceId", "\nX-Injected:"];

    /// <summary>A broken request may leave the server waiting for more: the client ends it then, or each would take the server's 30 seconds.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromMilliseconds(200);

    private int Port => news.Client.BaseAddress!.Port;

    [Fact]
    public async Task Any_well_formed_request_is_answered_as_the_contract_says()
    {
        await RandomRequests.WellFormed.SampleAsync(
            async request =>
            {
                var answer = await RawHttp.SendAsync(Port, request.Bytes, TimeSpan.FromSeconds(20));
                AssertProper(answer, mustAnswer: true);
                AssertOfTheContract(request.Method, request.Path, answer);
            },
            iter: Size,
            threads: 4);
        await AssertServesAsync();
    }

    [Fact]
    public async Task Any_broken_request_is_refused_or_answered_and_ends()
    {
        await RandomRequests.Broken.SampleAsync(
            async bytes => AssertProper(await RawHttp.SendAsync(Port, bytes, LastWord), mustAnswer: false), iter: Size, threads: 8);
        await AssertServesAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/index HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"")]
    [InlineData("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 99999999999999\r\n\r\n{")]
    [InlineData("PUT /api/articles/a HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("POST /api/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("GET /api/search HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n")]
    [InlineData("GET /api/search HTTP/1.1\r\nHost : localhost\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/search HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    public async Task A_request_against_the_rules_of_HTTP_ends(string text)
    {
        var answer = await RawHttp.SendAsync(Port, Encoding.UTF8.GetBytes(text), LastWord);

        AssertProper(answer, mustAnswer: false);
        Assert.DoesNotContain("\"generation\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(101, 10)]
    [InlineData(10, 4000)]
    public async Task Headers_that_are_too_many_or_too_long_are_refused(int count, int length)
    {
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('a', length)}\r\n"));

        Assert.Equal(431, (await RawHttp.SendAsync(Port, $"GET /api/search HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")).Status);
    }

    private void AssertProper(RawHttp answer, bool mustAnswer)
    {
        Assert.True(answer.Status is (0 or >= 200 and < 500 or 503 or 505) && (answer.Status > 0 || !mustAnswer),
            answer.Text + string.Join('\n', news.Log.All.TakeLast(1)));
        Assert.All(Leaks, leak => Assert.DoesNotContain(leak, answer.Text, StringComparison.Ordinal));
    }

    private static void AssertOfTheContract(string method, string path, RawHttp answer)
    {
        var (head, body) = answer.Text.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (answer.Text, "");
        if (!head.Contains("\r\nContent-Security-Policy: ", StringComparison.Ordinal))
        {
            // The server itself refused it before the service saw it.
            Assert.True(answer.Status is 400 or 408 or 413 or 414 or 431 && body.Length == 0, answer.Text);
            return;
        }

        Assert.Contains("\r\nX-Content-Type-Options: nosniff", head, StringComparison.Ordinal);
        if (method == "HEAD")
        {
            Assert.Equal("", body);
        }
        else if (answer.Status >= 400 && path.StartsWith("/api/", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal))
        {
            Assert.Contains("\r\nContent-Type: application/problem+json", head, StringComparison.Ordinal);
            var problem = Json().Match(body).Value;
            using var json = JsonDocument.Parse(problem);
            Assert.Contains(json.RootElement.GetProperty("code").GetString(), Codes);
            Assert.False(string.IsNullOrWhiteSpace(json.RootElement.GetProperty("title").GetString()));
            if (answer.Status is 503 or 429)
            {
                Assert.Contains("\r\nRetry-After: ", head, StringComparison.Ordinal);
            }
        }
    }

    private async Task AssertServesAsync() => Assert.NotEmpty(await news.Client.IdsAsync("mairie"));

    // The body may come in chunks, whose lengths stand around it.
    [GeneratedRegex(@"\{.*\}", RegexOptions.Singleline)]
    private static partial Regex Json();
}
