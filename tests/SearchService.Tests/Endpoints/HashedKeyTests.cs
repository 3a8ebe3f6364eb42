using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Keys of which the configuration holds the hash alone.</summary>
public sealed class HashedKeyTests : IAsyncDisposable
{
    // printf %s une-cle-tiree-au-hasard | sha256sum
    private const string Hash = "a374a7936f538802e96e055d773b503465441efa0fd0aa645ef221d0d16c5912";

    private readonly LogLines _log = new(LogLevel.Warning);
    private readonly TestService _service;

    public HashedKeyTests() => _service = new TestService(
        services => services.AddSingleton<ILoggerProvider>(_log),
        ("Security:AdminKeys:0", "sha256:" + Hash.ToUpperInvariant()),
        ("Security:AdminKeys:1", "courte"),
        ("Security:AdminKeys:2", " une-cle-de-seize-et-plus "));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task The_key_of_a_hash_may_write_and_the_hash_may_not()
    {
        using var client = await _service.StartAsync();

        foreach (var (key, status) in new[]
        {
            ("une-cle-tiree-au-hasard", HttpStatusCode.Created), ("une-cle-de-seize-et-plus", HttpStatusCode.OK),
            (Hash, HttpStatusCode.Unauthorized), ("sha256:" + Hash, HttpStatusCode.Unauthorized), ("une-cle-tiree-au-hasard2", HttpStatusCode.Unauthorized),
        })
        {
            using var answer = await client.CallAsync(HttpMethod.Put, "/api/articles/h1", ("Authorization", "Bearer " + key));
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_short_key_is_told_at_the_start_by_its_place()
    {
        using var client = await _service.StartAsync();

        var warning = Assert.Single(_log.All, line => line.Contains("Security:AdminKeys", StringComparison.Ordinal));
        Assert.Contains("Security:AdminKeys:1 ", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("courte", warning, StringComparison.Ordinal);
    }
}
