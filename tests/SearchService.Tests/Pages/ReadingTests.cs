using System.Text.Json;
using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>The page of an article in a browser.</summary>
public sealed class ReadingTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    [Fact]
    public async Task The_words_of_the_query_are_marked_and_jumped_to()
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { ViewportSize = new() { Width = 1200, Height = 300 } });
        await tab.GoAsync("/?q=dindes");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "la vaccination étendue aux dindes" }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync("/articles/ddo-20251217-001?q=dindes");
        await Assertions.Expect(tab.Page.Locator("h1 mark")).ToHaveTextAsync("dindes");
        await Assertions.Expect(tab.Page.Locator("article mark")).ToHaveCountAsync(3);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Passage 3" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#m3")).ToBeInViewportAsync();
        await Assertions.Expect(tab.Page.Locator("mark:target")).ToHaveTextAsync("dinde");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Suivant" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#m1")).ToBeInViewportAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Résultats" }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync("/?q=dindes");
        tab.IsQuiet();
    }

    [Fact]
    public async Task The_story_is_a_timeline_and_similar_articles_are_others()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/articles/ddo-20251217-001");
        await Assertions.Expect(tab.Page.Locator("article mark")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.Locator(".timeline [aria-current]")).ToContainTextAsync("la vaccination étendue aux dindes");
        var told = await tab.Page.Locator(".timeline a[href^='/articles/']").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");
        var similar = await tab.Page.Locator(".similar a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");

        Assert.True(told.Length >= 3);
        Assert.NotEmpty(similar);
        Assert.Empty(told.Intersect(similar));
        Assert.DoesNotContain("/articles/ddo-20251217-001", similar);
    }

    [Fact]
    public async Task Machines_find_the_data_of_the_article()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/articles/ddo-20251217-001");
        var data = JsonSerializer.Deserialize<JsonElement>(await tab.Page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "");

        Assert.Equal("NewsArticle", data.GetProperty("@type").GetString());
        Assert.Equal("Grippe aviaire: la vaccination étendue aux dindes, 90 millions d'euros pour les éleveurs", data.GetProperty("headline").GetString());
        Assert.Equal(new DateTimeOffset(2025, 12, 17, 13, 0, 0, TimeSpan.FromHours(1)), data.GetProperty("datePublished").GetDateTimeOffset());
        Assert.Equal("Maëlle Tanguy", data.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("Santé", data.GetProperty("articleSection")[0].GetString());
    }

    [Fact]
    public async Task On_paper_there_is_the_article_and_nothing_to_press()
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { ColorScheme = ColorScheme.Dark });
        await tab.GoAsync("/articles/ddo-20251217-001?q=dindes");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(tab.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("header.site")).ToBeHiddenAsync();
        await Assertions.Expect(tab.Page.Locator("#reperes")).ToBeHiddenAsync();
        await Assertions.Expect(tab.Page.Locator(".similar")).ToBeHiddenAsync();
        Assert.Equal("rgb(255, 255, 255)", await tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }
}
