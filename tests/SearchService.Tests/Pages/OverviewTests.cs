using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchService.Pages;
using SearchService.Pages.Overview;
using SearchService.Pages.Results;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>The first page before anything is asked, against what the API counts.</summary>
public sealed partial class OverviewTests(SampleService news) : IClassFixture<SampleService>
{
    [Fact]
    public async Task The_latest_articles_stand_first()
    {
        var html = await PageAsync();
        var latest = (await news.Client.JsonAsync("/api/search?size=8&sort=newest")).GetProperty("hits").EnumerateArray();

        Assert.Equal(latest.Select(hit => hit.GetProperty("id").GetString()), Article().Matches(html).Select(match => match.Groups[1].Value));
        Assert.Contains("Parcourir les 162\u00A0articles", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_have_their_numbers_and_how_they_went()
    {
        var html = await PageAsync();
        var topics = (await news.Client.JsonAsync("/api/topics")).GetProperty("topics").EnumerateArray().Take(12).ToArray();

        Assert.Equal(12, Sparkline().Count(html));
        Assert.All(topics, topic => Assert.Contains($">{PageText.Topic(Text(topic, "value"))}</a>", html, StringComparison.Ordinal));
        Assert.Equal(topics.Select(topic => topic.GetProperty("count").GetInt32()), TopicCount().Matches(html).Select(match => int.Parse(match.Groups[1].Value, PageText.French)));
    }

    [Fact]
    public async Task Stories_are_the_liveliest_of_the_last_days()
    {
        var view = ((OverviewReader?)news.Services.GetService(typeof(OverviewReader)))!.Read(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        var (from, to) = (SearchAddress.Day(view.Days.From), SearchAddress.Day(view.Days.To));
        var counted = (await news.Client.JsonAsync($"/api/search?size=0&facets=story&facetSize=6&from={from}&to={to}")).GetProperty("facets").GetProperty("story").EnumerateArray();

        Assert.Equal("2025-12-19", to); // the archive ends there
        Assert.Equal(6, view.Stories.Count);
        Assert.Equal(counted.Select(story => (Text(story, "value"), story.GetProperty("count").GetInt32())), view.Stories.Select(story => (story.Name, story.Count)));
        Assert.All(view.Stories, story => Assert.Equal(story.Name, story.Latest.Story));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<string> PageAsync() => WebUtility.HtmlDecode(await news.Client.GetStringAsync("/"));

    [GeneratedRegex("<h3><a href=\"/articles/([^\"]+)\">")]
    private static partial Regex Article();

    [GeneratedRegex("<polyline points=\"0,[0-9., ]+\"")]
    private static partial Regex Sparkline();

    [GeneratedRegex("</svg> <span class=\"count\">([0-9\u202F]+)</span>")]
    private static partial Regex TopicCount();
}
