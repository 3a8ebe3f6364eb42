using Microsoft.Extensions.Time.Testing;
using SearchService.Pages.Administration;

namespace SearchService.Tests.Pages;

public sealed class AdminSessionsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 12, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly AdminSessions _sessions;

    public AdminSessionsTests() => _sessions = new AdminSessions(_time);

    [Fact]
    public void A_session_ends_after_a_pause()
    {
        var name = _sessions.Open();
        _time.Advance(AdminSessions.Pause);
        Assert.NotNull(_sessions.Find(name));
        _time.Advance(AdminSessions.Pause + TimeSpan.FromSeconds(1));
        Assert.Null(_sessions.Find(name));
    }

    [Fact]
    public void A_session_ends_after_some_hours_however_much_it_is_used()
    {
        var name = _sessions.Open();
        var used = TimeSpan.Zero;
        for (; used + TimeSpan.FromMinutes(20) <= AdminSessions.Longest; used += TimeSpan.FromMinutes(20))
        {
            _time.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(_sessions.Find(name));
        }

        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(_sessions.Find(name));
    }

    [Fact]
    public void Names_and_forms_are_never_the_same()
    {
        var names = Enumerable.Range(0, 50).Select(_ => _sessions.Open()).ToArray();
        var all = names.Concat(names.Select(name => _sessions.Find(name)!.Form)).Append(_sessions.LocalForm).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void So_many_sessions_are_kept_and_the_longest_unused_goes_first()
    {
        var first = _sessions.Open();
        var second = _sessions.Open();
        for (var i = 0; i < 98; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _sessions.Open();
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(_sessions.Find(first));
        _sessions.Open();

        Assert.NotNull(_sessions.Find(first));
        Assert.Null(_sessions.Find(second));
    }

    [Fact]
    public void A_closed_session_is_gone_and_the_others_stay()
    {
        var name = _sessions.Open();
        var other = _sessions.Open();
        _sessions.Close(name);
        _sessions.Close("inconnu");
        Assert.Null(_sessions.Find(name));
        Assert.NotNull(_sessions.Find(other));
    }
}
