using SearchService.Indexing;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>Lets a request that wrote wait until searches see what it wrote (<c>?refresh=true</c>).</summary>
public sealed class Visibility
{
    private readonly IndexFollower _follower;
    private readonly LiveIndex _live;

    /// <summary>Waits for a live index.</summary>
    public Visibility(IndexFollower follower, LiveIndex live)
    {
        _follower = follower;
        _live = live;
    }

    /// <summary>Understands the parameter.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static ParameterFault? Parse(string? refresh, out bool wait)
    {
        wait = refresh == "true";
        return refresh is null or "" or "true" or "false"
            ? null
            : new ParameterFault("refresh", "« refresh » doit valoir true ou false.");
    }

    /// <summary>Waits for a change, if asked to. Before the first index there is nothing that could show the former state.</summary>
    public Task WaitAsync(long sequence, bool wait, CancellationToken cancellation) =>
        wait && _live.Current is not null ? _follower.WaitUntilVisibleAsync(sequence, cancellation) : Task.CompletedTask;
}
