using SearchService.Searching;

namespace SearchService.Tests.Searching;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("2025-12-24", 20251224, 20251224)]
    [InlineData("2025-12", 20251201, 20251231)]
    [InlineData("2025-02", 20250201, 20250228)]
    [InlineData("2024-02", 20240201, 20240229)]
    [InlineData("2025", 20250101, 20251231)]
    public void A_day_a_month_or_a_year_has_a_first_and_a_last_day(string text, int first, int last)
    {
        Assert.True(DayRange.TryParseDay(text, end: false, out var from));
        Assert.True(DayRange.TryParseDay(text, end: true, out var to));
        Assert.Equal((first, last), (from, to));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("25")]
    [InlineData("2025-13")]
    [InlineData("2025-02-29")]
    [InlineData("2025-1-2")]
    [InlineData("24/12/2025")]
    [InlineData(" 2025")]
    [InlineData("2025-12-24T10:00:00")]
    [InlineData("0000")]
    [InlineData("٢٠٢٥")]
    public void Anything_else_is_no_day(string text) => Assert.False(DayRange.TryParseDay(text, end: false, out _));

    [Theory]
    [InlineData(20250101, 20250131, 20250101, true)]
    [InlineData(20250101, 20250131, 20250131, true)]
    [InlineData(20250101, 20250131, 20241231, false)]
    [InlineData(20250101, 20250131, 20250201, false)]
    [InlineData(20250101, null, 20991231, true)]
    [InlineData(null, 20250131, 19000101, true)]
    [InlineData(null, 20250131, 20250201, false)]
    [InlineData(null, null, 20250201, true)]
    public void Both_ends_belong_to_the_range(int? from, int? to, int day, bool inside)
    {
        var range = new DayRange(from, to);
        Assert.Equal(inside, range.Contains(day));
        Assert.Equal(from is null && to is null, range.IsOpen);
    }
}
