using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Who may write when keys are configured.</summary>
public sealed class AdminKeyTests : IAsyncLifetime
{
    private readonly TestService _service = new(("Security:AdminKeys:0", "premiere-cle"), ("Security:AdminKeys:1", "seconde-cle"));
    private HttpClient? _client;

    private HttpClient Client => _client!;

    public static TheoryData<string, string> Writing => new()
    {
        { "PUT", "/api/articles/a1" },
        { "DELETE", "/api/articles/a1" },
        { "POST", "/api/articles" },
        { "POST", "/api/index/rebuild" },
        { "DELETE", "/api/index/rebuilds/x" },
    };

    public async ValueTask InitializeAsync() => _client = await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Writing_needs_a_key(string method, string path)
    {
        string?[] wrong = [null, "", "Bearer", "Bearer ", "Bearer fausse", "Bearer premiere-cl", "Bearer premiere-cle-", "Bearer PREMIERE-CLE", "Basic premiere-cle", "premiere-cle"];
        foreach (var header in wrong)
        {
            using var refused = await Client.CallAsync(new HttpMethod(method), path, header is null ? [] : [("Authorization", header)]);
            await refused.CleanProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        }

        foreach (var key in new[] { "Bearer premiere-cle", "bearer seconde-cle" })
        {
            using var allowed = await Client.CallAsync(new HttpMethod(method), path, ("Authorization", key), ("X-Forwarded-For", "203.0.113.9"));
            Assert.Contains((int)allowed.StatusCode, new[] { 200, 201, 202, 204, 404, 409 });
        }
    }

    [Fact]
    public async Task A_refused_write_changes_nothing_and_repeats_no_key()
    {
        using var refused = await Client.CallAsync(HttpMethod.Put, "/api/articles/a2?refresh=true", ("Authorization", "Bearer essai-secret"));

        Assert.DoesNotContain("essai-secret", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await Client.SearchAsync("")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/topics")]
    [InlineData("/api/index")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    public async Task Reading_needs_none(string path)
    {
        using var answer = await Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
