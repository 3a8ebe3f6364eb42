using Microsoft.Extensions.Time.Testing;
using SearchService.Hosting;
using SearchService.Indexing;

namespace SearchService.Tests.Hosting;

public sealed class RebuildJobTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RebuildJob _job;

    public RebuildJobTests() => _job = new RebuildJob("7", _clock);

    public void Dispose() => _job.Dispose();

    [Fact]
    public void A_rebuild_waits_first_and_promises_nothing()
    {
        var status = _job.Status;

        Assert.Equal(("7", RebuildState.Queued), (status.Id, status.State));
        Assert.Equal((0, 0, 0), (status.Processed, status.Total, status.Percent));
        Assert.Null(status.EtaSeconds);
        Assert.Empty(status.Checks);
        Assert.False(_job.HasEnded);
    }

    [Theory]
    [InlineData(0, 1000, 10, 0, null)]
    [InlineData(250, 1000, 10, 25, 32.0)]
    [InlineData(500, 1000, 10, 50, 11.0)]
    [InlineData(333, 1000, 1, 33.3, 2.2)]
    [InlineData(1000, 1000, 10, 99, 0.5)]
    [InlineData(0, 0, 10, 0, null)]
    public void The_rest_is_guessed_from_the_speed_so_far_with_time_for_the_checks(long processed, long total, int seconds, double percent, double? eta)
    {
        _job.Start();
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        _job.Report(new RebuildProgress(processed, total, Verifying: false));

        var status = _job.Status;
        Assert.Equal(RebuildState.Running, status.State);
        Assert.Equal((processed, total, percent), (status.Processed, status.Total, status.Percent));
        Assert.Equal(eta, status.EtaSeconds);
    }

    [Fact]
    public void Time_in_the_queue_does_not_count()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        _job.Start();
        _clock.Advance(TimeSpan.FromSeconds(10));
        _job.Report(new RebuildProgress(50, 100, Verifying: false));

        Assert.Equal(11, _job.Status.EtaSeconds);
    }

    [Fact]
    public void The_checks_take_a_part_of_the_time_too_and_are_done_before_all_is()
    {
        _job.Start();
        _clock.Advance(TimeSpan.FromSeconds(100));
        _job.Report(new RebuildProgress(100, 100, Verifying: false));
        _job.Report(new RebuildProgress(100, 100, Verifying: true, Rejected: 3));
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((RebuildState.Verifying, 99.0, 3.0), (_job.Status.State, _job.Status.Percent, _job.Status.EtaSeconds));
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(0, _job.Status.EtaSeconds);
        Assert.Equal(3, _job.Status.Rejected);
    }

    [Fact]
    public void A_success_tells_its_checks()
    {
        _job.Start();
        _job.End(RebuildState.Succeeded, [new RebuildCheck("count", true, "tout")], null);

        Assert.True(_job.HasEnded);
        Assert.Equal((RebuildState.Succeeded, 100.0), (_job.Status.State, _job.Status.Percent));
        Assert.Equal("count", Assert.Single(_job.Status.Checks).Name);
    }

    [Theory]
    [InlineData(RebuildState.Failed, "La reconstruction a échoué.")]
    [InlineData(RebuildState.Canceled, null)]
    public void A_rebuild_without_a_result_stays_at_what_it_had_done(RebuildState how, string? error)
    {
        _job.Start();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _job.Report(new RebuildProgress(40, 100, Verifying: false));

        _job.End(how, [], error);

        var status = _job.Status;
        Assert.Equal((how, 40.0, error), (status.State, status.Percent, status.Error));
        Assert.Null(status.EtaSeconds);
    }

    [Fact]
    public void Canceling_asks_the_rebuild_to_stop_and_does_not_end_it()
    {
        _job.Cancel();
        _job.Cancel();

        Assert.True(_job.Cancellation.IsCancellationRequested);
        Assert.False(_job.HasEnded);
    }
}
