using SearchService.Pages;
using SearchService.Searching;

namespace SearchService.Tests.Pages;

public sealed class PageTextTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 24, 18, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2025-12-24T17:59:40+01:00", "à l’instant")]
    [InlineData("2025-12-24T17:55:00+01:00", "il y a 5_min")]
    [InlineData("2025-12-24T15:59:00+01:00", "il y a 2_h")]
    [InlineData("2025-12-24T16:30:00+01:00", "il y a 1_h")]
    [InlineData("2025-12-23T18:01:00+01:00", "il y a 23_h")]
    [InlineData("2025-12-23T18:00:00+01:00", "23_décembre_2025")]
    [InlineData("2025-03-01T09:30:00+01:00", "1er_mars_2025")]
    [InlineData("2025-03-01T00:30:00+09:00", "1er_mars_2025")] // the day as it was written
    [InlineData("2026-01-02T00:00:00+01:00", "2_janvier_2026")]
    public void A_date_is_told_as_people_say_it(string published, string text) =>
        Assert.Equal(text.Replace('_', '\u00A0'), PageText.When(DateTimeOffset.Parse(published, PageText.French), Now));

    [Fact]
    public void A_moment_has_its_hour_in_its_own_offset() =>
        Assert.Equal("24\u00A0décembre\u00A02025 à 9\u00A0h\u00A005", PageText.Moment(new DateTimeOffset(2025, 12, 24, 9, 5, 0, TimeSpan.FromHours(5))));

    [Theory]
    [InlineData(20250921, 20250927, "du 21 au 27_septembre_2025")]
    [InlineData(20250901, 20251001, "du 1er_septembre au 1er_octobre_2025")]
    [InlineData(20241231, 20250102, "du 31_décembre_2024 au 2_janvier_2025")]
    [InlineData(20250902, 20250902, "2_septembre_2025")]
    [InlineData(20250902, null, "depuis le 2_septembre_2025")]
    [InlineData(null, 20250902, "jusqu’au 2_septembre_2025")]
    public void Days_are_told_without_saying_a_month_twice(int? from, int? to, string text) =>
        Assert.Equal(text.Replace('_', '\u00A0'), PageText.Days(new DayRange(from, to)));

    [Theory]
    [InlineData(0, "Aucun article")]
    [InlineData(1, "1_article")]
    [InlineData(34071, "34!071_articles")]
    public void A_total_has_its_thousands_apart(int total, string text) =>
        Assert.Equal(text.Replace('_', '\u00A0').Replace('!', '\u202F'), PageText.Total(total));

    [Theory]
    [InlineData(0.04, "0,1_ms")]
    [InlineData(1.84, "1,8_ms")]
    [InlineData(1234.5, "1!234_ms")]
    public void A_duration_is_short(double milliseconds, string text) =>
        Assert.Equal(text.Replace('_', '\u00A0').Replace('!', '\u202F'), PageText.Took(milliseconds));
}
