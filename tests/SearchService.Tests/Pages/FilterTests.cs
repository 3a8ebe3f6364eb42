using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchService.Pages;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>Facets, chips and the histogram of dates, in a browser.</summary>
public sealed class FilterTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    [Fact]
    public async Task Several_values_of_a_facet_are_chosen_and_taken_back()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        var sources = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Sources" });
        await tab.GoAsync("/?q=pluie");
        var first = sources.GetByRole(AriaRole.Checkbox).Nth(0);
        await first.FocusAsync();
        await first.PressAsync("Space");
        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(first).ToBeCheckedAsync();
        await Assertions.Expect(first).ToBeFocusedAsync();
        await sources.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await Assertions.Expect(tab.Page.Locator(".chips li")).ToHaveCountAsync(3); // both, and the one that takes both back

        var parameters = new Uri(tab.Page.Url).Query;
        Assert.Equal(2, parameters.Split("source=").Length - 1);
        var answer = await news.Client.JsonAsync("/api/search" + parameters);
        await Assertions.Expect(tab.Page.Locator("#total")).ToContainTextAsync(answer.GetProperty("total").GetInt32() + "\u00A0article");
        var counts = answer.GetProperty("facets").GetProperty("source").EnumerateArray().Select(value => value.GetProperty("count").GetInt32().ToString(PageText.French)).ToArray();
        Assert.True(counts.Length > 2);
        await Assertions.Expect(sources.Locator(".count")).ToHaveTextAsync(counts);

        await tab.Page.Locator(".chip").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(1);
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Page.Locator(".chips li")).ToHaveCountAsync(3);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_bar_of_the_histogram_is_a_click_away()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/?q=pluie");
        var bar = tab.Page.Locator(".histogram a").First;
        var (from, to) = (await bar.GetAttributeAsync("data-from"), await bar.GetAttributeAsync("data-to"));
        await bar.ClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync($"/?q=pluie&from={from}&to={to}");
        await Assertions.Expect(tab.Page.Locator("[name=from]")).ToHaveValueAsync(from!);
        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(1);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_range_is_drawn_over_the_bars()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/?q=pluie");
        var bars = tab.Page.Locator(".histogram a");
        var (from, to) = (await bars.Nth(1).GetAttributeAsync("data-from"), await bars.Nth(4).GetAttributeAsync("data-to"));
        var (start, end) = ((await bars.Nth(4).BoundingBoxAsync())!, (await bars.Nth(1).BoundingBoxAsync())!);
        await tab.Page.Mouse.MoveAsync(start.X + (start.Width / 2), start.Y + 20);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + 30, new() { Steps = 5 });
        await Assertions.Expect(tab.Page.Locator(".histogram .in")).ToHaveCountAsync(4);
        await tab.Page.Mouse.UpAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync($"/?q=pluie&from={from}&to={to}");
        var total = (await news.Client.SearchAsync("pluie", $"&from={from}&to={to}")).GetProperty("total").GetInt32();
        await Assertions.Expect(tab.Page.Locator("#total")).ToContainTextAsync(total + "\u00A0article");
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_range_is_chosen_with_the_keyboard_as_well()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/?q=pluie");
        var bars = tab.Page.Locator(".histogram a");
        var (from, to) = (await bars.Nth(1).GetAttributeAsync("data-from"), await bars.Nth(3).GetAttributeAsync("data-to"));
        await bars.First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(bars.Nth(1)).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await tab.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page).ToHaveURLAsync($"/?q=pluie&from={from}&to={to}");

        await tab.Page.Locator("[name=to]").FillAsync("2025-12-31");
        await Assertions.Expect(tab.Page).ToHaveURLAsync($"/?q=pluie&from={from}&to=2025-12-31");
        await Assertions.Expect(tab.Page.Locator("[name=to]")).ToBeFocusedAsync();
        tab.IsQuiet();
    }

    [Fact]
    public async Task Updates_of_a_story_are_folded_with_their_number_and_sorted()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/?q=gr%C3%A8ve");
        await tab.Page.GetByLabel("Un par dossier").CheckAsync();
        await Assertions.Expect(tab.Page.GetByText("dans ce dossier").First).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Plus anciens" }).ClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("&sort=oldest&collapse=story$"));
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Plus anciens" })).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(tab.Page.GetByLabel("Un par dossier")).ToBeCheckedAsync();
        tab.IsQuiet();
    }
}
