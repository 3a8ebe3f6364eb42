using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>The administration page in a browser, with a key.</summary>
public sealed class AdministrationBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const string Key = "une-cle-assez-longue";
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script> ornithorynque";

    private readonly TestService _service = new(("Security:AdminKeys:0", Key), ("Corpus:Path", Path.Combine(Repository.Source, "SampleNews")));
    private HttpClient? _client;

    private Uri Site => _client!.BaseAddress!;

    public async ValueTask InitializeAsync() => _client = await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Somebody_signs_in_by_keyboard_rebuilds_sees_it_advance_and_signs_out()
    {
        await using var tab = await chromium.OpenAsync(Site);
        var page = tab.Page;
        await SignInAsync(tab);

        using (new HeldGate(_service.Services.GetRequiredService<IndexFollower>()))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Reconstruire l’index" }).PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#travail-chiffres")).ToContainTextAsync("162 articles sur 162 (99\u202F%)");
            Assert.Equal(99, await page.Locator("#travail-barre").EvaluateAsync<double>("bar => bar.value"));
            await page.EvaluateAsync("window.kept = true");
            await tab.IsAccessibleAsync();
        }

        // The script brings the end without loading the page anew, and tells it to those who do not see it.
        await Assertions.Expect(page.Locator("#travail-etat")).ToContainTextAsync("réussie", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("réussie");
        Assert.True(await page.EvaluateAsync<bool>("window.kept"));
        await Assertions.Expect(page.Locator(".checks .good")).ToHaveCountAsync(4);
        await tab.IsAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Fermer la session" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Clé")).ToBeVisibleAsync();
        Assert.DoesNotContain(tab.Complaints, complaint => !complaint.Contains("401", StringComparison.Ordinal)); // the form itself
    }

    [Fact]
    public async Task Without_script_the_page_comes_anew_until_the_rebuild_has_ended()
    {
        await using var tab = await chromium.OpenAsync(Site, new() { JavaScriptEnabled = false });
        await SignInAsync(tab);
        using (new HeldGate(_service.Services.GetRequiredService<IndexFollower>()))
        {
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reconstruire l’index" }).ClickAsync();
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Actualiser" })).ToBeVisibleAsync();
        }

        await Assertions.Expect(tab.Page.Locator("#travail-etat")).ToContainTextAsync("réussie", new() { Timeout = 30_000 });
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Hostile_queries_files_and_articles_are_text_and_axe_finds_nothing(ColorScheme theme)
    {
        await _client!.SearchAsync(Hostile, "&operator=all");
        _service.Services.GetRequiredService<RecentProblems>().Add(new IngestionProblem(
            "<img src=x onerror=alert(1)>\u202E.jsonl", 3, new ArticleError("invalid_json", Hostile)));
        await using var tab = await chromium.OpenAsync(Site, new() { ColorScheme = theme });
        await tab.GoAsync("/administration");
        await tab.IsAccessibleAsync();
        await SignInAsync(tab);

        await Assertions.Expect(tab.Page.GetByText(Hostile).First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("main img, main script, main [onerror]")).ToHaveCountAsync(0);
        await tab.IsAccessibleAsync();
        foreach (var width in new[] { 360, 1280 })
        {
            await tab.Page.SetViewportSizeAsync(width, 800);
            await tab.FitsAsync();
        }

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = Hostile }).First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#q")).ToHaveValueAsync(Hostile);
        Assert.DoesNotContain(tab.Complaints, complaint => !complaint.Contains("401", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/aide", 3)]
    [InlineData("/administration", 4)]
    public async Task The_pages_weigh_under_60_KB_and_ask_for_little(string path, int requests)
    {
        await using var tab = await chromium.OpenAsync(Site, new() { ExtraHTTPHeaders = [KeyValuePair.Create("Authorization", "Bearer " + Key)] });
        var sizes = new ConcurrentQueue<Task<RequestSizesResult>>();
        tab.Page.RequestFinished += (_, request) => sizes.Enqueue(request.SizesAsync());
        await tab.GoAsync(path);
        await tab.Page.WaitForTimeoutAsync(500); // nothing comes later

        Assert.Equal(requests, tab.Requests.Count);
        Assert.InRange((await Task.WhenAll(sizes)).Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 1000, 60_000);
    }

    private static async Task SignInAsync(BrowserTab tab)
    {
        await tab.GoAsync("/administration");
        await tab.Page.GetByLabel("Clé").FillAsync(Key);
        await tab.Page.GetByLabel("Clé").PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByText("Problèmes de lecture")).ToBeVisibleAsync();
    }
}
