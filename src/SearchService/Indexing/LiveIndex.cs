namespace SearchService.Indexing;

/// <summary>The published generation, for those who search it and for the one who keeps it up to date.</summary>
public sealed class LiveIndex : IDisposable
{
    private readonly Lock _swapping = new();
    private volatile IndexGeneration? _current;
    private volatile bool _held;

    /// <summary>The published generation, or null before there is one.</summary>
    public IndexGeneration? Current => _current;

    /// <summary>Whether searches are answered.</summary>
    public bool IsShown => !_held && _current is not null;

    /// <summary>Leases the newest view of the published generation.</summary>
    /// <exception cref="IndexNotReadyException">There is none yet.</exception>
    public SearcherLease Acquire()
    {
        while (true)
        {
            var generation = _held ? null : _current;
            if (generation is null)
            {
                throw new IndexNotReadyException();
            }

            try
            {
                return generation.Acquire();
            }
            catch (ObjectDisposedException) when (generation != _current)
            {
                // Swapped between the two lines above: the new one is there.
            }
        }
    }

    /// <summary>Keeps searches waiting although a generation is there, until <see cref="Show"/>: it may still show what was withdrawn since.</summary>
    public void Hold() => _held = true;

    /// <summary>Lets searches in.</summary>
    public void Show() => _held = false;

    /// <summary>Puts another generation in place and closes the former; leases of it stay good.</summary>
    public void Swap(IndexGeneration generation)
    {
        generation.MergeInBackground();
        lock (_swapping)
        {
            var former = _current;
            _current = generation;
            former?.Dispose();
        }
    }

    /// <summary>Takes the generation away, if it is the published one, and closes it: until the next swap there is nothing to search.</summary>
    /// <returns>Whether it was the published one.</returns>
    public bool Withdraw(string name)
    {
        lock (_swapping)
        {
            var last = _current;
            if (last?.Name != name)
            {
                return false;
            }

            _current = null; // first: a search that comes now finds no index rather than a closed one
            last.Dispose();
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_swapping)
        {
            var last = _current;
            _current = null; // as above
            last?.Dispose();
        }
    }
}
