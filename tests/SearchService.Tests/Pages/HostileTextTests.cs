using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>Text that would like to be a script, in a browser: whatever runs, is blocked or fails to load is complained about.</summary>
public sealed class HostileTextTests(NewsService news, Chromium chromium) : IClassFixture<NewsService>
{
    private const string Attack = "\"><img src=x onerror=alert(1)><script>alert(2)</script></script><svg onload=alert(3)>";

    [Theory]
    [InlineData("/?q=poney")]
    [InlineData("/?topic=%3Ci%3EJustice%3C%2Fi%3E")]
    [InlineData("/articles/n5?q=poney")]
    [InlineData("/")]
    public async Task An_article_of_hostile_text_is_text(string path)
    {
        await using var tab = await chromium.OpenAsync(news.Client.BaseAddress!);
        await tab.GoAsync(path);

        await Assertions.Expect(tab.Page.GetByText("<script>alert('poney')</script>").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("main i, main script, main img, main [onload], main [onerror]")).ToHaveCountAsync(0);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_hostile_query_is_text_in_every_place_that_shows_it()
    {
        await using var tab = await chromium.OpenAsync(news.Client.BaseAddress!);
        foreach (var parameter in new[] { "q", "topic", "story", "source", "from", "sort" })
        {
            await tab.GoAsync($"/?{parameter}={Uri.EscapeDataString(Attack)}");
            await Assertions.Expect(tab.Page.Locator("main img, main script, svg[onload]")).ToHaveCountAsync(0);
        }

        await tab.GoAsync($"/articles/n1?q={Uri.EscapeDataString(Attack)}");
        await Assertions.Expect(tab.Page.Locator("main img, main script, svg[onload]")).ToHaveCountAsync(0);
        Assert.DoesNotContain(tab.Complaints, complaint => !complaint.Contains("400 (Bad Request)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_is_text_while_typing_and_in_suggestions()
    {
        using var put = await news.Client.PutArticleAsync("hostile", """{"headline":"Zzyzx <img src=x onerror=alert(1)> <b>gras</b>","story":"Zzyzx <img src=x onerror=alert(4)>"}""");
        await using var tab = await chromium.OpenAsync(news.Client.BaseAddress!);
        await tab.GoAsync("/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("zzyz");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Option).Filter(new() { HasTextString = "<img" }).First).ToBeVisibleAsync();
        await tab.Page.Locator("#q").FillAsync("zzyzx " + Attack);

        await Assertions.Expect(tab.Page.Locator("#total")).ToContainTextAsync("<svg onload");
        await Assertions.Expect(tab.Page.Locator("img, main script, svg[onload]")).ToHaveCountAsync(0);
        tab.IsQuiet();
    }
}
