using System.Net;
using System.Net.Sockets;
using System.Text;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class ErrorTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("/rien")]
    [InlineData("/api")]
    [InlineData("/api/rien")]
    [InlineData("/api/articles/inconnu")]
    [InlineData("/api/articles/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/index/rebuilds/inconnu")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/appsettings.json")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await news.Client.GetAsync(path);
        if (path.StartsWith("/openapi", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return;
        }

        await answer.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("POST", "/api/search")]
    [InlineData("PUT", "/api/topics")]
    [InlineData("PATCH", "/api/articles/n1")]
    [InlineData("GET", "/api/articles")]
    [InlineData("DELETE", "/api/index")]
    [InlineData("GET", "/api/index/rebuild")]
    [InlineData("GET", "/api/analyze")]
    [InlineData("POST", "/health/live")]
    [InlineData("POST", "/")]
    public async Task A_wrong_verb_is_not_allowed(string method, string path)
    {
        using var answer = await news.Client.CallAsync(new HttpMethod(method), path);
        await answer.CleanProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Theory]
    [InlineData(65 * 1024)]
    [InlineData(1024 * 1024)]
    public async Task A_request_line_over_64_KB_is_too_long(int length) =>
        Assert.StartsWith("HTTP/1.1 414 ", await RawAsync($"GET /api/search?q={new string('a', length)} HTTP/1.1"), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_line_under_64_KB_is_read_and_answered_by_the_limit_of_the_query()
    {
        using var answer = await news.Client.GetAsync("/api/search?q=" + new string('a', 60_000));
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a..b")]
    [InlineData("GET /articles/n1 HTTP/1.1\r\nHost: ")]
    [InlineData("GET / HTTP/1.0")]
    public async Task A_page_for_a_host_that_is_none_is_the_sender_s_fault(string head)
    {
        var answer = await RawHttp.SendAsync(news.Client.BaseAddress!.Port, head + "\r\nConnection: close\r\n\r\n");
        Assert.Contains("\"code\":\"invalid_parameter\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=inconnu")]
    [InlineData("application/json; charset=")]
    public async Task A_body_in_an_encoding_that_nobody_knows_is_refused(string type)
    {
        using var body = new ByteArrayContent("""{"text":"un","field":"lemma"}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await news.Client.PostAsync("/api/analyze", body);
        await answer.CleanProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png;q=0")]
    public async Task A_problem_is_JSON_whatever_the_client_accepts(string accepts)
    {
        using var missing = await news.Client.CallAsync(HttpMethod.Get, "/api/rien", ("Accept", accepts));
        await missing.CleanProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var wrong = await news.Client.CallAsync(HttpMethod.Get, "/api/search?size=x", ("Accept", accepts));
        await wrong.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Fact]
    public async Task A_request_that_is_not_HTTP_tells_nothing_of_the_program()
    {
        var answer = await RawAsync("ceci n'est pas une requête");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answers_name_no_server_and_forbid_guessing_of_types()
    {
        using var answer = await news.Client.GetAsync("/api/search");

        Assert.False(answer.Headers.Contains("Server"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("utf-8", answer.Content.Headers.ContentType?.CharSet);
    }

    private async Task<string> RawAsync(string requestLine)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, news.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        var answer = new byte[1000];
        var reading = stream.ReadAsync(answer).AsTask();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        }
        catch (IOException)
        {
            // The service need not read to the end what it refuses.
        }

        return Encoding.UTF8.GetString(answer, 0, await reading);
    }
}
