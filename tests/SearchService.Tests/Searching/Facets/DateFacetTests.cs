using System.Globalization;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Facets;

public sealed class DateFacetTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("2025-12-24", "2025-12-24:1")]
    [InlineData("2025-01-01 2025-01-31", "2025-01-01:1 2025-01-31:1")]
    [InlineData("2025-01-20 2025-02-19", "2025-01-20:1 2025-02-19:1")]
    [InlineData("2025-01-20 2025-02-20", "2025-01:1 2025-02:1")]
    [InlineData("2025-01-01 2025-02-01", "2025-01:1 2025-02:1")]
    [InlineData("2023-01-31 2025-12-01", "2023-01:1 2025-12:1")]
    [InlineData("2023-01-31 2026-01-01", "2023:1 2026:1")]
    [InlineData("2022-12-31 2025-12-01 2025-12-02", "2025:2 2022:1")]
    [InlineData("2025-03-02 2025-03-01 2025-03-02", "2025-03-02:2 2025-03-01:1")]
    [InlineData("2025-03-03 2025-03-01 2025-03-02", "2025-03-01:1 2025-03-02:1 2025-03-03:1")]
    public void Values_are_days_up_to_31_then_months_up_to_36_then_years(string days, string values)
    {
        _engine.Index(days.Split(' ').Select((day, i) => Make.Article($"a{i}", "Un texte") with { PublishedAt = Make.Date(day + "T12:00:00Z") }));
        Assert.Equal(values, Dates(new SearchRequest { Query = "texte" }));
    }

    [Fact]
    public void Only_matching_dates_decide_and_every_filter_holds()
    {
        _engine.Index(
            Make.Article("a", "Un texte") with { PublishedAt = Make.Date("2015-01-01T12:00:00Z") },
            Make.Article("b", "Un texte") with { PublishedAt = Make.Date("2025-01-01T12:00:00Z"), Source = "Agence" },
            Make.Article("c", "Un texte") with { PublishedAt = Make.Date("2025-01-02T12:00:00Z") },
            Make.Article("d", "Un autre") with { PublishedAt = Make.Date("2025-01-03T12:00:00Z") },
            Make.Article("sans", "Un texte"));
        Assert.Equal("2025:2 2015:1", Dates(new SearchRequest { Query = "texte" }));
        Assert.Equal("2025-01-01:1 2025-01-02:1", Dates(new SearchRequest { Query = "texte", Days = new DayRange(20250101, null) }));
        Assert.Equal("2025-01-01:1", Dates(new SearchRequest { Query = "texte", Sources = ["Agence"] }));
        Assert.Equal("2025:2", Dates(new SearchRequest { Query = "texte", FacetSize = 1 }));
    }

    [Fact]
    public void Undated_articles_have_no_value()
    {
        _engine.Index(Make.Article("sans", "Un texte"));
        Assert.Equal("", Dates(new SearchRequest { Query = "texte" }));
    }

    [Fact]
    public void A_day_is_the_one_written_in_its_own_offset()
    {
        _engine.Index(
            Make.Article("a", "Un texte") with { PublishedAt = Make.Date("2025-01-01T23:30:00-05:00") },
            Make.Article("b", "Un texte") with { PublishedAt = Make.Date("2025-01-02T00:30:00+09:00") });
        Assert.Equal("2025-01-01:1 2025-01-02:1", Dates(new SearchRequest { Query = "texte" }));
    }

    private string Dates(SearchRequest request) => string.Join(' ', _engine.Search(request).Facets["date"]
        .Select(value => value.Value + ":" + value.Count.ToString(CultureInfo.InvariantCulture)));
}
