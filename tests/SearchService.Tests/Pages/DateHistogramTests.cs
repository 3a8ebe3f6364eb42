using SearchService.Pages.Results;
using SearchService.Searching.Facets;

namespace SearchService.Tests.Pages;

public sealed class DateHistogramTests
{
    [Fact]
    public void Months_without_articles_have_a_bar_of_nothing()
    {
        var bars = DateHistogram.Of([Value("2025-02", 3), Value("2024-11", 5)]).Bars;

        Assert.Equal(["2024-11", "2024-12", "2025-01", "2025-02"], bars.Select(bar => bar.Value));
        Assert.Equal([5, 0, 0, 3], bars.Select(bar => bar.Count));
        Assert.Equal(("2025-02-01", "2025-02-28"), (bars[^1].From, bars[^1].To));
    }

    [Theory]
    [InlineData("2025-02-27", "2025-03-01", "2025-02-27,2025-02-28,2025-03-01", "jour")]
    [InlineData("2023", "2025", "2023,2024,2025", "année")]
    [InlineData("0001", "0002", "0001,0002", "année")]
    [InlineData("0001-01-01", "0001-01-02", "0001-01-01,0001-01-02", "jour")]
    public void Days_and_years_have_bars_as_well(string first, string last, string all, string unit)
    {
        var histogram = DateHistogram.Of([Value(last, 1), Value(first, 1)]);

        Assert.Equal(all.Split(','), histogram.Bars.Select(bar => bar.Value));
        Assert.Equal(unit, histogram.Unit);
    }

    [Fact]
    public void A_date_that_is_wrong_by_centuries_does_not_make_centuries_of_bars()
    {
        var bars = DateHistogram.Of([Value("0001", 1), Value("9999", 2)]).Bars;

        Assert.InRange(bars.Count, 2, 200);
        Assert.Equal("9999", bars[^1].Value);
    }

    [Fact]
    public void Days_between_two_are_counted_by_month_where_asked()
    {
        var bars = DateHistogram.Between([Value("2025-02-27", 1), Value("2025-02-28", 2)], new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 1), byMonth: true).Bars;

        Assert.Equal([0, 3, 0], bars.Select(bar => bar.Count));
    }

    [Fact]
    public void Nothing_has_no_bars() => Assert.Equal(0, DateHistogram.Of([]).Most);

    private static FacetValue Value(string value, int count) => new(value, count, Selected: false);
}
