using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class CommitDataTests
{
    private static readonly CommitData Whole = CommitData.New(Make.Date("2025-06-21T12:00:00.1234567+02:00"), "0123abcd") with { Sequence = 4_000_000_000 };

    [Fact]
    public void The_form_that_Lucene_keeps_is_read_back() => Assert.Equal(Whole, CommitData.FromUserData(Whole.ToUserData()));

    [Theory]
    [InlineData("sequence", null)]
    [InlineData("sequence", "douze")]
    [InlineData("builtAt", null)]
    [InlineData("builtAt", "hier")]
    [InlineData("analyzer", null)]
    [InlineData("schema", null)]
    public void A_missing_or_broken_part_is_refused(string key, string? value)
    {
        var data = Whole.ToUserData();
        data.Remove(key);
        if (value is not null)
        {
            data[key] = value;
        }

        Assert.Throws<IndexException>(() => CommitData.FromUserData(data));
    }

    [Fact]
    public void No_data_at_all_is_refused() => Assert.Throws<IndexException>(() => CommitData.FromUserData(null));

    [Fact]
    public void Data_of_another_analyzer_or_schema_is_not_current()
    {
        Assert.True(Whole.IsCurrent);
        Assert.Equal(FrenchAnalyzer.Version, Whole.Analyzer);
        Assert.False((Whole with { Analyzer = "ancien" }).IsCurrent);
        Assert.False((Whole with { Schema = "ancien" }).IsCurrent);
    }
}
