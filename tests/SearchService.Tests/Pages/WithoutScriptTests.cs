using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>Everything by forms and links, in a browser that runs no script.</summary>
public sealed class WithoutScriptTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task A_search_its_filters_its_pages_and_its_articles_need_no_script()
    {
        await using var tab = await chromium.OpenAsync(news.Address, NoScript);
        await tab.GoAsync("/");
        await tab.Page.GetByRole(AriaRole.Searchbox).FillAsync("le");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#total")).ToContainTextAsync("articles");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Page suivante" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Page 2 sur")).ToBeVisibleAsync();

        var sources = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Sources" }).GetByRole(AriaRole.Checkbox);
        await sources.Nth(0).CheckAsync();
        await sources.Nth(1).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Appliquer les filtres" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".chips li")).ToHaveCountAsync(3);
        await tab.Page.Locator(".histogram a").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".chips li")).ToHaveCountAsync(4);

        await tab.Page.GetByLabel("Un par dossier").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Appliquer", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Un par dossier")).ToBeCheckedAsync();
        await Assertions.Expect(tab.Page.Locator(".chips li")).ToHaveCountAsync(4);

        await tab.Page.Locator(".hit h2 a").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("article h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_telephone_the_filters_unfold_without_script()
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 780 } });
        await tab.GoAsync("/?q=pluie");
        var sources = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Sources" });
        await Assertions.Expect(sources).ToBeHiddenAsync();
        await tab.Page.GetByText("Filtrer").ClickAsync();
        await Assertions.Expect(sources).ToBeVisibleAsync();
        await tab.FitsAsync();
    }
}
