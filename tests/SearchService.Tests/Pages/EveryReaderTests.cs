using System.Collections.Concurrent;
using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>What holds for every page: with a screen reader, large letters, a small screen, a slow line, a still picture.</summary>
public sealed class EveryReaderTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    public static readonly string[] Paths =
    [
        "/", "/?q=gr%C3%A8ve", "/?q=pluie&topic=M%C3%A9t%C3%A9o&source=Nord-Infos&collapse=story", "/?q=gripe+aviere", "/?q=%22ornithorynque+bleu%22&from=2025-12",
        "/?size=abc", "/articles/ddo-20251217-001?q=dindes", "/articles/inconnu",
        "/aide", "/administration",
    ];

    public static TheoryData<string> EveryPath => [.. Paths];

    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task Axe_finds_nothing_by_day_and_by_night(string path)
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var tab = await chromium.OpenAsync(news.Address, new() { ColorScheme = theme });
            await tab.GoAsync(path);
            await tab.IsAccessibleAsync();
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_in_open_suggestions_and_open_filters()
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { ViewportSize = new() { Width = 360, Height = 780 } });
        await tab.GoAsync("/?q=le");
        await tab.Page.GetByText("Filtrer").ClickAsync();
        await tab.Page.GetByText("Voir plus").First.ClickAsync();
        await tab.FitsAsync();
        await tab.IsAccessibleAsync();
        await tab.Page.Locator("#q").FillAsync("gri");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await tab.FitsAsync();
        await tab.IsAccessibleAsync();
    }

    [Theory]
    [InlineData(360, 1)] // a telephone
    [InlineData(640, 2)] // a desk at 200 %
    public async Task Every_page_fits_the_screen(int width, int zoom)
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { ViewportSize = new() { Width = width, Height = 450 }, DeviceScaleFactor = zoom });
        foreach (var path in Paths)
        {
            await tab.GoAsync(path);
            await tab.FitsAsync();
        }
    }

    [Fact]
    public async Task Letters_of_twice_the_size_fit_as_well()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        foreach (var path in Paths)
        {
            await tab.GoAsync(path);
            await tab.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            await tab.FitsAsync();
        }
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_want_it_still()
    {
        const string Moving = """
            [...document.querySelectorAll("*")].map(element => [element.tagName, getComputedStyle(element)])
              .filter(([, style]) => style.transitionDuration !== "0s" || style.animationName !== "none" || style.scrollBehavior !== "auto").map(([name]) => name)
            """;
        await using var still = await chromium.OpenAsync(news.Address, new() { ReducedMotion = ReducedMotion.Reduce });
        await using var usual = await chromium.OpenAsync(news.Address);
        foreach (var path in Paths)
        {
            await still.GoAsync(path);
            Assert.Empty(await still.Page.EvaluateAsync<string[]>(Moving));
        }

        await usual.GoAsync("/");
        Assert.NotEmpty(await usual.Page.EvaluateAsync<string[]>(Moving));
    }

    [Fact]
    public async Task A_search_makes_three_requests_and_weighs_under_60_KB()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        var sizes = new ConcurrentQueue<Task<RequestSizesResult>>();
        tab.Page.RequestFinished += (_, request) => sizes.Enqueue(request.SizesAsync());
        await tab.GoAsync("/?q=gr%C3%A8ve");
        await tab.Page.WaitForTimeoutAsync(500); // nothing comes later

        Assert.Equal(3, tab.Requests.Count);
        var weights = await Task.WhenAll(sizes);
        Assert.Equal(3, weights.Length);
        Assert.InRange(weights.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 5_000, 60_000);

        // Who cannot unpack is not worse off.
        var plain = await Task.WhenAll(tab.Requests.Select(address => news.Client.GetByteArrayAsync(address)));
        Assert.InRange(plain.Sum(body => body.Length), 10_000, 60_000);
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_search_is_painted_within_100_ms_of_its_answer()
    {
        const string Paint = """
            new Promise(done => new PerformanceObserver(list => {
              const first = list.getEntriesByName("first-contentful-paint")[0];
              if (first) done(first.startTime - performance.getEntriesByType("navigation")[0].responseEnd);
            }).observe({ type: "paint", buffered: true }))
            """;
        await using var tab = await chromium.OpenAsync(news.Address);
        var (page, text) = (double.MaxValue, double.MaxValue);

        // The best of some loads counts, and what the browser takes for a line of text is not the page's: the rest of the machine may be busy.
        for (var i = 0; i < 20 && page > 100; i++)
        {
            page = Math.Min(page, await PaintAsync("/?q=gr%C3%A8ve"));
            text = Math.Min(text, await PaintAsync("/health/live"));
        }

        Assert.InRange(page, double.MinValue, 100 + text);

        async Task<double> PaintAsync(string path)
        {
            await tab.GoAsync(path);
            return await tab.Page.EvaluateAsync<double>(Paint);
        }
    }
}
