using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>
/// Pictures of every page on a telephone and on a desk, by day and by night: in the folder that SCREENSHOTS names, to be looked at. SCREENSHOTS_OF names a running
/// service to take them of, if not the sample corpus.
/// </summary>
public sealed class ScreenshotTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("accueil", "/"), ("recherche", "/?q=gr%C3%A8ve"), ("filtres", "/?q=pluie&topic=M%C3%A9t%C3%A9o&collapse=story"), ("corrige", "/?q=gripe+aviere"),
        ("rien", "/?q=%22ornithorynque+bleu%22&from=2025-12"), ("article", "/articles/ddo-20251217-001?q=dindes"), ("introuvable", "/articles/inconnu"),
        ("aide", "/aide"), ("administration", "/administration"),
    ];

    [Theory]
    [InlineData(360, 780, ColorScheme.Light)]
    [InlineData(360, 780, ColorScheme.Dark)]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    public async Task Every_page_can_be_looked_at_and_fits_the_screen(int width, int height, ColorScheme theme)
    {
        var asked = Environment.GetEnvironmentVariable("SCREENSHOTS");
        using var folder = new TempFolder();
        var target = asked is { Length: > 0 } ? asked : folder.File("screenshots");
        var site = Environment.GetEnvironmentVariable("SCREENSHOTS_OF") is { Length: > 0 } running ? new Uri(running) : news.Address;
        await using var tab = await chromium.OpenAsync(site, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme });
        foreach (var (name, path) in Pages)
        {
            await tab.GoAsync(path);
            var picture = await tab.Page.ScreenshotAsync(new()
            {
                FullPage = true,
                Path = Path.Combine(target, $"{name}-{width}-{(theme == ColorScheme.Dark ? "nuit" : "jour")}.png"),
            });
            Assert.True(picture.Length > 5_000, $"{path} looks empty.");
            await tab.FitsAsync();
        }
    }
}
