using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Whatever a client does wrong, neither the answer nor the log tells a place on the disk, the inside of the program or a key.</summary>
public sealed class DisclosureTests : IAsyncLifetime
{
    private const string Key = "la-cle-qui-ne-doit-se-voir-nulle-part";
    private const string Guess = "une-cle-devinee-et-fausse";

    private readonly LogLines _log = new(LogLevel.Information);
    private readonly TestService _service;
    private HttpClient? _client;

    public DisclosureTests() => _service = new TestService(
        services => services.AddSingleton<ILoggerProvider>(_log), ("Security:AdminKeys:0", Key), ("Ingestion:MaxLineBytes", "4096"));

    public static TheoryData<string, string, string?, string?> Wrong => new()
    {
        { "GET", "/api/search?size=x&from=2025-99&cursor=%00", null, null },
        { "GET", "/api/search?q=" + new string('(', 1500), null, null },
        { "GET", "/api/articles/..%2F..%2Fetc%2Fpasswd", null, null },
        { "GET", "/..%2f..%2fappsettings.json", null, null },
        { "GET", "/style.css/../../appsettings.json", null, null },
        { "GET", "/api/rien", null, null },
        { "PATCH", "/api/articles/a", "{}", "application/json" },
        { "PUT", "/api/articles/a", "{", "application/json" },
        { "PUT", "/api/articles/a", "{\"headline\":\"\\ud800\"}", "application/json" },
        { "PUT", "/api/articles/a", "[1e999999]", "application/json" },
        { "PUT", "/api/articles/a", "{}", "text/xml" },
        { "PUT", "/api/articles/%0A", "{\"headline\":\"Un\"}", "application/json" },
        { "PUT", "/api/articles/a?refresh=peut-être", "{\"headline\":\"Un\"}", "application/json" },
        { "POST", "/api/articles", "{\n[]\n\"\n{\"id\":1}\n", "application/x-ndjson" },
        { "POST", "/api/articles", "{}", "application/json" },
        { "POST", "/api/analyze", "{\"text\":1}", "application/json" },
        { "POST", "/api/analyze", "null", "application/json" },
        { "POST", "/api/analyze", "{\"text\":\"\\udc00\",\"field\":\"lemma\"}", "application/json" },
        { "POST", "/api/analyze", new string('[', 5000), "application/json" },
        { "POST", "/api/analyze", new string('a', 1024 * 1024 + 1), "application/json" },
        { "PUT", "/api/articles/a", new string('a', 5000), "application/json" },
        { "DELETE", "/api/index/rebuilds/%00", null, null },
        { "DELETE", "/api/articles/%FF", null, null },
    };

    public async ValueTask InitializeAsync() => _client = await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_request_is_told_nothing_of_the_inside(string method, string path, string? body, string? type)
    {
        var before = _log.All.Length;
        foreach (var key in new[] { Key, Guess, null })
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(method), new Uri(_client!.BaseAddress + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            if (body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type!);
                request.Headers.ExpectContinue = body.Length > 1024 * 1024; // a body that is refused unread would break the connection
            }

            if (key is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            using var answer = await _client.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            AssertTellsNothing(answer.Headers + await answer.Content.ReadAsStringAsync());
        }

        AssertTellsNothing(string.Join('\n', _log.All[before..]));
    }

    private void AssertTellsNothing(string text)
    {
        foreach (var secret in new[]
        {
            Key, Guess, Path.GetDirectoryName(_service.IndexDirectory)!, Repository.Root, AppContext.BaseDirectory, " at SearchService", "   at ",
            "Exception", "System.", "Microsoft.AspNetCore", "/etc/", "root:",
        })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
