using SearchService.Classification;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>The real French news page as it is read and classified, where it lies beside the checkout.</summary>
public sealed class SeedPageTests
{
    [Fact]
    public async Task The_page_gives_50_headlines_and_one_article()
    {
        var items = await ReadAsync();

        Assert.Equal(51, items.Count);
        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal(51, items.Select(item => item.Article!.Id).Distinct().Count());
        Assert.All(items.Take(50), item => Assert.Empty(item.Article!.Paragraphs));
        var full = items[50].Article!;
        Assert.StartsWith("Kim convaincu", full.Headline, StringComparison.Ordinal);
        Assert.Equal(22, full.Paragraphs.Count);
        Assert.Equal(2, full.Paragraphs.Count(paragraph => paragraph.Heading is not null));
        Assert.Equal("E.Rodriguez", full.Byline);
        Assert.Equal("AT", full.Source);
        Assert.All(items.Take(50), item => Assert.Null(item.Article!.Byline));
    }

    [Fact]
    public async Task Its_headlines_name_13_stories()
    {
        var headlines = (await ReadAsync()).Select(item => item.Article!.Headline).ToList();

        var stories = headlines.Select(StoryRule.Find).OfType<string>().CountBy(story => story).ToDictionary();

        Assert.Equal(19, headlines.Count(headline => headline.Contains(": ", StringComparison.Ordinal)));
        Assert.Equal(18, stories.Values.Sum());
        Assert.Equal(13, stories.Count);
        Assert.Equal(3, stories["CAN-2025"]);
        Assert.Equal(3, stories["Régulation de la tech"]);
        Assert.Equal(2, stories["Brandt"]);
        Assert.Equal(10, stories.Values.Count(count => count == 1));
    }

    private static async Task<List<ReadItem>> ReadAsync() =>
        await Read.ItemsAsync(new NewsPageReader(), await File.ReadAllBytesAsync(Repository.Shared("seed/news-page.txt")));
}
