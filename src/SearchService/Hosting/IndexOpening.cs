using SearchService.Analysis;
using SearchService.Analysis.Lexicon;
using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>Puts the published generation in place when a process starts.</summary>
public sealed partial class IndexOpening
{
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexOpening> _logger;

    /// <summary>Opens the index of a folder.</summary>
    public IndexOpening(GenerationFolder folder, LiveIndex live, TimeProvider time, ILogger<IndexOpening> logger)
    {
        _folder = folder;
        _live = live;
        _time = time;
        _logger = logger;
    }

    /// <summary>Opens the published generation.</summary>
    /// <param name="readOnly">Whether only to search it, also beside a process that writes it.</param>
    /// <param name="lastSequence">The store's last change: an index that claims to know more belongs to another store.</param>
    /// <param name="store">The store's identity: an index made from another store, or from this one before a restore, knows other articles under the same numbers. Null if it does not matter.</param>
    /// <returns>Whether there is one that this program can use.</returns>
    public bool TryOpen(bool readOnly, long lastSequence = long.MaxValue, string? store = null)
    {
        if (FrenchLexicon.Default.IsEmpty)
        {
            Log.WithoutDictionary(_logger, FrenchAnalyzer.Version);
        }

        if (_folder.Current is not { } name)
        {
            return false;
        }

        try
        {
            var generation = readOnly ? _folder.OpenReadOnly(name) : _folder.Open(name);
            if (store is not null && generation.Data.Store != store)
            {
                Log.OfAnotherStore(_logger, name);
                generation.Dispose();
                return false;
            }

            if (generation.AppliedSequence > lastSequence)
            {
                Log.Foreign(_logger, name, generation.AppliedSequence, lastSequence);
                generation.Dispose();
                return false;
            }

            if (!generation.Data.IsCurrent)
            {
                Log.Outdated(_logger, name, generation.Data.Analyzer, generation.Data.Schema);
                generation.Dispose();
                return false;
            }

            _live.Swap(generation);
            Log.Opened(_logger, name, generation.AppliedSequence);
            return true;
        }
        catch (IndexException e)
        {
            Log.Unusable(_logger, e, name);
            return false;
        }
    }

    /// <summary>Publishes an empty generation for a process that fills it before anybody searches.</summary>
    public void CreateEmpty(string store = "")
    {
        var generation = _folder.Create(_time.GetUtcNow(), store);
        _folder.Publish(generation.Name);
        _live.Swap(generation);
    }

    private static partial class Log
    {
        [LoggerMessage(5, LogLevel.Warning, "The program was built without the French dictionary: words are stemmed by rule (analyzer {Analyzer}). Install npm and build again")]
        public static partial void WithoutDictionary(ILogger logger, string analyzer);

        [LoggerMessage(1, LogLevel.Information, "Opened generation {Name} at sequence {Sequence}")]
        public static partial void Opened(ILogger logger, string name, long sequence);

        [LoggerMessage(2, LogLevel.Warning, "Generation {Name} was made by analyzer {Analyzer} and schema {Schema}; it will be rebuilt")]
        public static partial void Outdated(ILogger logger, string name, string analyzer, string schema);

        [LoggerMessage(4, LogLevel.Error, "Generation {Name} holds changes up to {Sequence}, the store only up to {Last}: it will be rebuilt from the store")]
        public static partial void Foreign(ILogger logger, string name, long sequence, long last);

        [LoggerMessage(6, LogLevel.Warning, "Generation {Name} was made from another article store, or from this one before a restore: it will be rebuilt")]
        public static partial void OfAnotherStore(ILogger logger, string name);

        [LoggerMessage(3, LogLevel.Error, "Generation {Name} cannot be used; it will be rebuilt from the store")]
        public static partial void Unusable(ILogger logger, Exception exception, string name);
    }
}
