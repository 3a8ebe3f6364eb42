using SearchService.Analysis;
using SearchService.Analysis.Lexicon;
using SearchService.Indexing;

namespace SearchService.Hosting;

/// <summary>Puts the published generation in place when a process starts, or the best one that can stand in for it.</summary>
public sealed partial class IndexOpening
{
    private readonly GenerationFolder _folder;
    private readonly LiveIndex _live;
    private readonly IndexHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexOpening> _logger;

    /// <summary>Opens the index of a folder.</summary>
    public IndexOpening(GenerationFolder folder, LiveIndex live, IndexHealth health, TimeProvider time, ILogger<IndexOpening> logger)
    {
        _folder = folder;
        _live = live;
        _health = health;
        _time = time;
        _logger = logger;
    }

    private enum Outcome
    {
        Opened,
        Unusable,
        Foreign,
    }

    /// <summary>
    /// Whether what was opened stands in for a generation that cannot be used: all its files were read, but whether it agrees with the store is to
    /// be checked once it has caught up.
    /// </summary>
    public bool StandsIn { get; private set; }

    /// <summary>
    /// Opens the published generation. A process that writes opens another one if that is damaged: the one before it, or, where the pointer file
    /// names none, the one that knows most.
    /// </summary>
    /// <param name="readOnly">Whether only to search it, also beside a process that writes it.</param>
    /// <param name="lastSequence">The store's last change: an index that claims to know more belongs to another store.</param>
    /// <param name="store">The store's identity: an index made from another store, or from this one before a restore, knows other articles under the same numbers. Null if it does not matter.</param>
    /// <param name="cancellation">Ends the reading of a generation that may stand in.</param>
    /// <returns>Whether there is one that this program can use.</returns>
    public bool TryOpen(bool readOnly, long lastSequence = long.MaxValue, string? store = null, CancellationToken cancellation = default)
    {
        if (FrenchLexicon.Default.IsEmpty)
        {
            Log.WithoutDictionary(_logger, FrenchAnalyzer.Version);
        }

        StandsIn = false;
        if (_folder.Current is { } name && Directory.Exists(_folder.PathOf(name)))
        {
            var outcome = Open(name, readOnly, lastSequence, store);
            return outcome == Outcome.Opened || (!readOnly && outcome != Outcome.Foreign && TryOpenFormer(lastSequence, store, cancellation));
        }

        if (readOnly || RankByKnowledge(store) is not { Count: > 0 } others)
        {
            return false;
        }

        Log.WithoutPointer(_logger, string.Join(", ", others));
        _health.Meet("La génération publiée de l'index n'a pas été trouvée.");
        return TryOpenOneOf(others, lastSequence, store, cancellation);
    }

    /// <summary>Opens the generation that was published before, if all its files are sound, and publishes it again.</summary>
    /// <param name="lastSequence">The store's last change.</param>
    /// <param name="store">The store's identity; null if it does not matter.</param>
    /// <param name="cancellation">Ends the reading of its files.</param>
    /// <returns>Whether there is one that this program can use.</returns>
    public bool TryOpenFormer(long lastSequence, string? store, CancellationToken cancellation) =>
        _folder.Previous is { } former && TryOpenOneOf([former], lastSequence, store, cancellation);

    /// <summary>Publishes an empty generation for a process that fills it before anybody searches.</summary>
    public void CreateEmpty(string store = "")
    {
        var generation = _folder.Create(_time.GetUtcNow(), store);
        _folder.Publish(generation.Name);
        _live.Swap(generation);
    }

    private Outcome Open(string name, bool readOnly, long lastSequence, string? store)
    {
        var path = _folder.PathOf(name);
        try
        {
            var generation = readOnly ? _folder.OpenReadOnly(name) : _folder.Open(name);
            if (store is not null && generation.Data.Store != store)
            {
                Log.OfAnotherStore(_logger, name);
                _health.Meet("L'index ne va pas avec le dépôt d'articles.");
                generation.Dispose();
                return Outcome.Foreign;
            }

            if (generation.AppliedSequence > lastSequence)
            {
                Log.Foreign(_logger, name, generation.AppliedSequence, lastSequence);
                _health.Meet("L'index ne va pas avec le dépôt d'articles.");
                generation.Dispose();
                return Outcome.Foreign;
            }

            if (!generation.Data.IsCurrent)
            {
                Log.Outdated(_logger, name, generation.Data.Analyzer, generation.Data.Schema);
                _health.Meet("L'index a été fait par une autre version du programme.");
                generation.Dispose();
                return Outcome.Unusable;
            }

            _live.Swap(generation);
            Log.Opened(_logger, name, generation.AppliedSequence);
            return Outcome.Opened;
        }
        catch (IndexException e) when (e.IsDamage && !readOnly)
        {
            Discard(name, FileVerification.FindDamage(path, rest: null, CancellationToken.None)?.ToString() ?? e.Message);
            return Outcome.Unusable;
        }
        catch (IndexException e)
        {
            Log.Unusable(_logger, e, name);
            _health.Meet("L'index ne peut pas être ouvert ; le journal du service en dit la cause.");
            return Outcome.Unusable;
        }
    }

    private bool TryOpenOneOf(IReadOnlyList<string> names, long lastSequence, string? store, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            if (FileVerification.FindDamage(_folder.PathOf(name), rest: null, cancellation) is { } damage)
            {
                Discard(name, damage.ToString());
            }
            else if (Open(name, readOnly: false, lastSequence, store) == Outcome.Opened)
            {
                StandsIn = true; // first: it is live from here on, and whoever catches a failure of the next line must know as what
                _folder.Publish(name);
                return true;
            }
        }

        return false;
    }

    /// <summary>All generations with something in them, the one that knows the latest change of the store first.</summary>
    private List<string> RankByKnowledge(string? store)
    {
        var known = new List<(string Name, long Sequence, string Store)>();
        foreach (var name in _folder.Names())
        {
            try
            {
                var commit = IndexGeneration.ReadCommit(_folder.PathOf(name));
                known.Add((name, commit.Sequence, commit.Store));
            }
            catch (IndexException e) when (e.IsDamage)
            {
                Discard(name, e.Message);
            }
            catch (IndexException e)
            {
                Log.Unusable(_logger, e, name);
            }
        }

        return [.. known.Where(one => one.Sequence > 0 && (store is null || one.Store == store)).OrderByDescending(one => one.Sequence).ThenByDescending(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)];
    }

    private void Discard(string name, string damage)
    {
        Log.Damaged(_logger, name, damage);
        _health.Meet("L'index est endommagé.");
        _folder.Discard(name);
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

        [LoggerMessage(8, LogLevel.Warning, "Generation {Name} was made from another article store, or from this one before a restore")]
        public static partial void OfAnotherStore(ILogger logger, string name);

        [LoggerMessage(3, LogLevel.Error, "Generation {Name} cannot be used")]
        public static partial void Unusable(ILogger logger, Exception exception, string name);

        [LoggerMessage(6, LogLevel.Error, "Generation {Name} is damaged and was deleted; the store has all that it held. {Damage}")]
        public static partial void Damaged(ILogger logger, string name, string damage);

        [LoggerMessage(7, LogLevel.Error, "The pointer file 'current' names no generation that exists; the first sound one of {Names} stands in")]
        public static partial void WithoutPointer(ILogger logger, string names);
    }
}
