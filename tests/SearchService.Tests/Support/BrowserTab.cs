using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SearchService.Tests.Support;

/// <summary>A page in a browser of its own, and what happened on it.</summary>
public sealed class BrowserTab : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public BrowserTab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Enqueue($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Enqueue("exception: " + error);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Enqueue("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, violations of the policy among them, exceptions and dialogs.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>The address of each request; those of data: need no network and are not among them.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Goes to an address and waits until the page has all it needs and its script has run.</summary>
    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Checks that nothing was complained about.</summary>
    public void IsQuiet() => Assert.Empty(Complaints);

    /// <summary>Checks that axe finds nothing.</summary>
    public async Task IsAccessibleAsync()
    {
        var result = await Page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{Page.Url}: {violation.Id}: {node.Html} ({violation.Help})")));
    }

    /// <summary>Checks that nothing is wider than the screen.</summary>
    public async Task FitsAsync()
    {
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{Page.Url} is {wide} pixels wider than the screen.");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
