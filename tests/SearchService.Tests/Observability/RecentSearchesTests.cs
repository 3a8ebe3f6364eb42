using Microsoft.Extensions.Time.Testing;
using SearchService.Observability;

namespace SearchService.Tests.Observability;

public sealed class RecentSearchesTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 12, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly RecentSearches _searches;

    public RecentSearchesTests() => _searches = new RecentSearches(_time);

    [Fact]
    public void The_slowest_come_first_and_so_many_are_kept()
    {
        var took = Enumerable.Range(1, 200).ToArray();
        new Random(1).Shuffle(took);
        foreach (var milliseconds in took)
        {
            Add($"q{milliseconds}", milliseconds, 1);
        }

        Assert.Equal(Enumerable.Range(181, 20).Reverse().Select(number => $"q{number}"), _searches.Slowest().Select(search => search.Query));
        Assert.Empty(_searches.Empty());
    }

    [Fact]
    public void Of_equal_queries_the_slowest_search_is_kept()
    {
        Add("grève", 5, 1);
        Add("grève", 9, 1);
        Add("grève", 7, 1);
        Assert.Equal(TimeSpan.FromMilliseconds(9), Assert.Single(_searches.Slowest()).Took);
    }

    [Fact]
    public void After_a_day_a_slow_search_makes_room_for_faster_ones()
    {
        for (var i = 0; i < 20; i++)
        {
            Add($"lente {i}", 1000, 1);
        }

        Add("rapide", 1, 1);
        Assert.DoesNotContain(_searches.Slowest(), search => search.Query == "rapide");
        _time.Advance(TimeSpan.FromHours(24.1));
        Add("plus tard", 1, 1);
        Assert.Equal(["plus tard"], _searches.Slowest().Select(search => search.Query));
        _time.Advance(TimeSpan.FromHours(24.1));
        Assert.Empty(_searches.Slowest());
    }

    [Fact]
    public void The_last_that_found_nothing_come_first_each_once()
    {
        for (var i = 0; i < 60; i++)
        {
            Add($"vide {i}", 1, 0);
        }

        Add("vide 30", 1, 0);
        Add("trouvée", 1, 3);
        Add("abandonnée", 2000, null);

        var empty = _searches.Empty();
        Assert.Equal(50, empty.Count);
        Assert.Equal(["vide 30", "vide 59", "vide 58"], empty.Take(3).Select(search => search.Query));
        Assert.Null(_searches.Slowest()[0].Total);
    }

    [Fact]
    public void A_long_query_is_cut_between_characters()
    {
        Add(new string('a', 199) + "🐴🐴", 1, 0);
        Assert.Equal(new string('a', 199) + "…", Assert.Single(_searches.Empty()).Query);
        Add(new string('b', 200), 1, 0);
        Assert.Equal(new string('b', 200), _searches.Empty()[0].Query);
    }

    [Fact]
    public async Task Many_threads_lose_nothing_that_belongs_there()
    {
        await Parallel.ForAsync(1, 20_001, (number, _) =>
        {
            Add($"q{number}", number, number % 1000 == 0 ? 0 : 1);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(Enumerable.Range(19_981, 20).Reverse().Select(number => $"q{number}"), _searches.Slowest().Select(search => search.Query));
        Assert.Equal(20, _searches.Empty().Count);
    }

    private void Add(string query, int milliseconds, int? total) => _searches.Add(query, TimeSpan.FromMilliseconds(milliseconds), total);
}
