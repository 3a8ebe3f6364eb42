using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SearchService.Endpoints;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Writes beyond what the store takes wait in a bounded row, for a bounded time.</summary>
public sealed class WriteLimitTests
{
    [Fact]
    public async Task Uploads_beyond_those_that_run_and_wait_are_told_to_come_back()
    {
        await using var service = new TestService();
        using var client = await service.StartAsync();

        // 4 run and 16 wait for a place; nobody knows in which row the service sees them, so they are told apart by what is refused.
        var uploads = Enumerable.Range(0, 21).Select(i => new Upload(client.BaseAddress!, i)).ToArray();
        var first = await Task.WhenAny(uploads.Select(upload => upload.Answer));

        using (var answer = await first)
        {
            await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
            Assert.Equal("10", answer.Headers.RetryAfter?.ToString());
        }

        Assert.Single(uploads, upload => upload.Answer.IsCompleted);
        foreach (var upload in uploads)
        {
            await upload.EndAsync();
        }

        foreach (var upload in uploads.Where(upload => upload.Answer != first))
        {
            using var answer = await upload.Answer;
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var upload in uploads)
        {
            upload.Dispose();
        }

        using var later = await client.PutArticleAsync("apres", """{"headline":"Après"}""");
        Assert.Equal(20 + 1, (await client.SearchAsync("")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_upload_waits_for_its_place_only_so_long()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = new TestService(services => services.AddSingleton<TimeProvider>(clock));
        using var client = await service.StartAsync();
        var uploads = Enumerable.Range(0, 5).Select(i => new Upload(client.BaseAddress!, i)).ToArray();

        while (!Array.Exists(uploads, upload => upload.Answer.IsCompleted))
        {
            clock.Advance(TimeSpan.FromSeconds(1)); // 20 at least once the last one waits, fewer than the five minutes of a silent sender
            await Task.Delay(20);
        }

        var refused = Assert.Single(uploads, upload => upload.Answer.IsCompleted);
        using (var answer = await refused.Answer)
        {
            await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        }

        foreach (var upload in uploads)
        {
            await upload.EndAsync();
        }

        await Task.WhenAll(uploads.Select(upload => upload.Answer));
        Assert.Equal(4, uploads.Count(upload => upload.Answer.Result.StatusCode == HttpStatusCode.OK));
        foreach (var upload in uploads)
        {
            upload.Dispose();
        }
    }

    [Fact]
    public async Task A_sender_that_falls_silent_makes_room_and_is_told_what_was_taken()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = new TestService(services => services.AddSingleton<TimeProvider>(clock));
        using var client = await service.StartAsync();
        using var upload = new Upload(client.BaseAddress!, 0, lines: 600);
        await client.UntilStoredAsync("u0-499");

        clock.Advance(TimeSpan.FromMinutes(5));
        await upload.EndAsync();

        using var answer = await upload.Answer;
        var problem = await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        Assert.Equal(500, problem.GetProperty("accepted").GetInt32());
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task An_index_that_stands_still_does_not_hold_a_write_for_ever()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = new TestService(services => services.AddSingleton<TimeProvider>(clock));
        using var client = await service.StartAsync();
        using var gate = new HeldGate(service.Services.GetRequiredService<IndexFollower>());
        var put = client.PutArticleAsync("a", """{"headline":"Un titre"}""");
        while (!put.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(20);
        }

        using var answer = await put;
        var problem = await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        Assert.Equal(1, problem.GetProperty("sequence").GetInt32());
        using var read = await client.GetAsync("/api/articles/a");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task The_server_s_own_limits_are_set()
    {
        await using var service = new TestService();
        using var client = await service.StartAsync();
        var limits = service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(limits.MaxConcurrentConnections ?? long.MaxValue, 100, 10_000);
        Assert.InRange(limits.MaxRequestBodySize ?? long.MaxValue, 1, 1024 * 1024);
        Assert.InRange(limits.MaxRequestHeadersTotalSize, 1, 32 * 1024);
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.NotNull(limits.MinRequestBodyDataRate);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::", "20010DB800010002")]
    [InlineData("2001:db8:1:3::1", "20010DB800010003")]
    public void A_client_is_an_address_or_a_network_of_64_bits(string address, string client) =>
        Assert.Equal(client, RequestLimits.Client(IPAddress.Parse(address)));
}
