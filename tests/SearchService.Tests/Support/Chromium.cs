using Microsoft.Playwright;
using SearchService.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SearchService.Tests.Support;

/// <summary>The browser of this machine, started by the first test that opens a page and shared by all. It is never downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>The environment variable that names the program.</summary>
    public const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>Opens an empty page of a browser that nobody has used before; skips the test where there is none, but not in CI.</summary>
    /// <param name="site">Where addresses without a host lead.</param>
    /// <param name="options">More about the screen and the reader's wishes; French and 1280 × 900 unless told otherwise.</param>
    public async Task<BrowserTab> OpenAsync(Uri site, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = site.ToString();
        options.Locale ??= "fr-FR";
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        var context = await (await StartAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return new BrowserTab(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(isCi || Program is not null, $"There is no Chromium here; {Variable} may name one.");
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program ?? throw new FileNotFoundException($"There is no Chromium here, and CI needs one; {Variable} may name it."),
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync",
                ],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
