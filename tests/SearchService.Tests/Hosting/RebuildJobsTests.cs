using Microsoft.Extensions.Time.Testing;
using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class RebuildJobsTests
{
    private readonly FakeTimeProvider _clock = new(Make.Date("2025-06-21T12:34:56+00:00"));
    private readonly RebuildJobs _jobs;

    public RebuildJobsTests() => _jobs = new RebuildJobs(_clock);

    [Fact]
    public void Two_rebuilds_at_once_are_impossible()
    {
        Assert.True(_jobs.TryStart(out var first));
        Assert.Same(first, _jobs.Running);

        Assert.False(_jobs.TryStart(out var second));
        Assert.Same(first, second);

        first.Start();
        Assert.False(_jobs.TryStart(out second));
        Assert.Same(first, second);
    }

    [Theory]
    [InlineData(RebuildState.Succeeded)]
    [InlineData(RebuildState.Failed)]
    [InlineData(RebuildState.Canceled)]
    public async Task Another_may_start_once_one_has_ended(RebuildState how)
    {
        _jobs.TryStart(out var first);
        Assert.Same(first, await TakeAsync());
        first.End(how, [], null);

        Assert.Null(_jobs.Running);
        Assert.True(_jobs.TryStart(out var second));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Same(second, await TakeAsync());
        Assert.Same(second, _jobs.Last);
        Assert.Same(first, _jobs.Find(first.Id));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_starts_a_rebuild()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => (Started: _jobs.TryStart(out var job), Job: job), TestContext.Current.CancellationToken)));

        Assert.Single(answers, answer => answer.Started);
        Assert.Single(answers.Select(answer => answer.Job).Distinct());
    }

    [Fact]
    public void An_identifier_tells_the_moment_and_is_never_given_twice()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            _jobs.TryStart(out var job);
            job.End(RebuildState.Succeeded, [], null);
            ids.Add(job.Id);
        }

        Assert.Equal(["20250621T123456-1", "20250621T123456-2", "20250621T123456-3"], ids);
    }

    [Fact]
    public async Task The_last_rebuilds_are_remembered_and_older_ones_forgotten()
    {
        var ids = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            _jobs.TryStart(out var job);
            await TakeAsync();
            job.End(RebuildState.Succeeded, [], null);
            ids.Add(job.Id);
        }

        Assert.All(ids[..5], id => Assert.Null(_jobs.Find(id)));
        Assert.All(ids[5..], id => Assert.NotNull(_jobs.Find(id)));
    }

    [Fact]
    public void There_is_no_rebuild_before_the_first()
    {
        Assert.Null(_jobs.Running);
        Assert.Null(_jobs.Last);
        Assert.Null(_jobs.Find("20250621T123456-1"));
    }

    private async Task<RebuildJob> TakeAsync() => await _jobs.NextAsync(TestContext.Current.CancellationToken);
}
