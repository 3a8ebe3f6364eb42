using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class RequestLimitTests
{
    [Fact]
    public async Task A_search_beyond_those_that_may_run_and_wait_is_refused_at_once()
    {
        using var clock = new HeldClock();
        await using var service = new TestService(
            services => services.AddSingleton<TimeProvider>(clock), ("Search:MaxConcurrent", "1"), ("Search:MaxQueued", "0"));
        var client = await service.StartAsync();

        clock.Hold();
        var one = client.GetAsync("/api/search?q=un");
        var other = client.GetAsync("/api/topics");
        var refused = await Task.WhenAny(one, other);
        var held = refused == one ? other : one;

        using var answer = await refused;
        await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
        Assert.False(held.IsCompleted);
        using var live = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        clock.Release();
        using var late = await held;
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    [Fact]
    public async Task All_that_costs_as_much_as_a_search_stands_in_its_row()
    {
        using var clock = new HeldClock();
        await using var service = new TestService(
            services => services.AddSingleton<TimeProvider>(clock), ("Search:MaxConcurrent", "1"), ("Search:MaxQueued", "0"));
        var client = await service.StartAsync();
        await client.BulkAsync("""{"id":"a1","headline":"Un titre"}""");
        clock.Hold();
        var one = client.GetAsync("/api/search?q=un");
        var other = client.GetAsync("/api/search?q=deux");
        using var refused = await await Task.WhenAny(one, other);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        foreach (var path in new[] { "/api/suggest?q=t", "/api/topics", "/api/articles/a1/similar", "/", "/articles/a1", "/openapi/v1.json" })
        {
            using var answer = await client.GetAsync(path);
            await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        using var text = new StringContent("""{"text":"un","field":"lemma"}""", System.Text.Encoding.UTF8, "application/json");
        using var analysis = await client.PostAsync("/api/analyze", text);
        await analysis.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        using var article = await client.GetAsync("/api/articles/a1");
        Assert.Equal(HttpStatusCode.OK, article.StatusCode);

        clock.Release();
        (await one).Dispose();
        (await other).Dispose();
    }

    [Fact]
    public async Task A_search_that_finds_others_running_waits_for_its_turn()
    {
        await using var service = new TestService(("Search:MaxConcurrent", "1"), ("Search:MaxQueued", "50"));
        var client = await service.StartAsync();
        await client.BulkAsync("""{"id":"a1","headline":"Un titre"}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.IdsAsync("titre")));

        Assert.All(answers, ids => Assert.Equal(["a1"], ids));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up()
    {
        using var clock = new HeldClock();
        await using var service = new TestService(services => services.AddSingleton<TimeProvider>(clock), ("Search:TimeoutMilliseconds", "5000"));
        var client = await service.StartAsync();
        await client.BulkAsync("""{"id":"a1","headline":"Un titre"}""");

        clock.Leap = TimeSpan.FromMinutes(1);
        using var answer = await client.GetAsync("/api/search?q=titre");
        using var page = await client.GetAsync("/?q=titre");
        clock.Leap = TimeSpan.Zero;

        await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal(["a1"], await client.IdsAsync("titre"));
    }

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_back()
    {
        await using var service = new TestService(("Security:RequestsPerSecond", "1"));
        var client = await service.StartAsync();

        // A second may pass between two of them, hardly between all.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/api/search")));

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await refused.CleanProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.Matches("^[1-9][0-9]*$", refused.Headers.RetryAfter?.ToString());
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);

        var health = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.GetAsync("/health/live")));
        Assert.All(health, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        foreach (var answer in answers.Concat(health))
        {
            answer.Dispose();
        }
    }
}
