using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>Results while typing, suggestions, and the way back, in a browser.</summary>
public sealed class TypingTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    [Fact]
    public async Task What_is_typed_is_searched_after_a_pause_without_moving_the_focus()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("dindes");

        await Assertions.Expect(tab.Page.Locator("#total")).ToContainTextAsync("4\u00A0articles");
        await Assertions.Expect(tab.Page.Locator(".hit h2 mark").First).ToHaveTextAsync("dindes");
        await Assertions.Expect(tab.Page.Locator("#q")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.Locator("#annonce")).ToContainTextAsync("4\u00A0articles");
        await Assertions.Expect(tab.Page).ToHaveTitleAsync("dindes – Actualités");
        Assert.EndsWith("/?q=dindes", tab.Page.Url, StringComparison.Ordinal);
        tab.IsQuiet();
    }

    [Fact]
    public async Task Back_and_forward_go_through_searches_and_not_through_letters()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        var total = tab.Page.Locator("#total");
        await tab.GoAsync("/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("dind");
        await Assertions.Expect(tab.Page).ToHaveURLAsync("/?q=dind");
        await tab.Page.Locator("#q").PressSequentiallyAsync("es");
        await Assertions.Expect(total).ToContainTextAsync("4\u00A0articles");
        await tab.Page.Locator("#q").PressAsync("Enter");
        await tab.Page.Locator("#q").FillAsync("grève");
        await Assertions.Expect(total).ToContainTextAsync("« grève »".Replace(' ', '\u00A0'));

        await tab.Page.GoBackAsync();
        await Assertions.Expect(total).ToContainTextAsync("4\u00A0articles");
        await Assertions.Expect(tab.Page.Locator("#q")).ToHaveValueAsync("dindes");
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Page.Locator("#dernieres")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("#q")).ToHaveValueAsync("");
        await tab.Page.GoForwardAsync();
        await Assertions.Expect(total).ToContainTextAsync("4\u00A0articles");
        tab.IsQuiet();
    }

    [Fact]
    public async Task Suggestions_are_chosen_with_the_keyboard_alone()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        var field = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher dans les actualités" });
        var options = tab.Page.GetByRole(AriaRole.Option);
        await tab.GoAsync("/articles/ddo-20251217-001");
        await tab.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressSequentiallyAsync("gri");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");

        await field.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await options.First.GetAttributeAsync("id"))!);
        await field.PressAsync("ArrowUp");
        await Assertions.Expect(field).ToHaveValueAsync("gri");
        await field.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");

        await field.PressAsync("ArrowDown");
        var word = options.Filter(new() { HasTextString = "grippe" }).And(tab.Page.Locator("[data-kind=term]")).First;
        await Assertions.Expect(word).ToBeVisibleAsync();
        while (await word.GetAttributeAsync("aria-selected") == "false")
        {
            await field.PressAsync("ArrowDown");
        }

        await Assertions.Expect(field).ToHaveValueAsync("grippe");
        await field.PressAsync("Enter");
        await Assertions.Expect(tab.Page).ToHaveURLAsync("/?q=grippe");
        await Assertions.Expect(tab.Page.Locator(".hit").First).ToContainTextAsync("grippe", new() { IgnoreCase = true });
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_story_among_the_suggestions_is_opened_as_a_filter()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("grippe avi");
        await tab.Page.Locator("[role=option][data-kind=story]").First.ClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync("/?story=Grippe+aviaire");
        await Assertions.Expect(tab.Page.Locator(".chip")).ToContainTextAsync("Grippe aviaire");
        await Assertions.Expect(tab.Page.Locator("#q")).ToHaveValueAsync("");
        tab.IsQuiet();
    }
}
