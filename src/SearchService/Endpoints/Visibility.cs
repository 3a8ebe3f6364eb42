using SearchService.Indexing;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>Lets a request that wrote wait until searches see what it wrote (<c>?refresh=true</c>).</summary>
public sealed class Visibility
{
    /// <summary>How long the index may stand still before a request no longer waits for it: longer than a rebuild holds it while it publishes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IndexFollower _follower;
    private readonly LiveIndex _live;
    private readonly TimeProvider _time;

    /// <summary>Waits for a live index.</summary>
    public Visibility(IndexFollower follower, LiveIndex live, TimeProvider time)
    {
        _follower = follower;
        _live = live;
        _time = time;
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

    /// <summary>
    /// Waits for a change, if asked to, as long as the index goes on: a million articles before it take their time. Before the first index there is
    /// nothing that could show the former state.
    /// </summary>
    /// <returns>False if the index does not go on, for example because the disk is full.</returns>
    public async Task<bool> WaitAsync(long sequence, bool wait, CancellationToken cancellation)
    {
        if (!wait || _live.Current is null)
        {
            return true;
        }

        var visible = _follower.WaitUntilVisibleAsync(sequence, cancellation);
        while (true)
        {
            var applied = _live.Current?.AppliedSequence;
            try
            {
                await visible.WaitAsync(Patience, _time, cancellation);
                return true;
            }
            catch (TimeoutException) when (_live.Current?.AppliedSequence is var now && now != applied)
            {
                // On its way.
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
    }
}
