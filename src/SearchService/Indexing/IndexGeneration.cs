using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Indexing.Files;
using SearchService.Storage;

namespace SearchService.Indexing;

/// <summary>
/// One complete index in a folder of its own, with its writer and its searchers. Changes are applied by one thread at a time; searchers are leased
/// by any. After <see cref="Dispose"/>, leases still in use stay good until they are returned.
/// </summary>
public sealed class IndexGeneration : IDisposable
{
    private const double WriterBufferMegabytes = 64;

    // A document is written before its thread builds the next one.
    private static readonly ThreadLocal<ArticleDocumentBuilder> Builder = new(() => new ArticleDocumentBuilder());

    private readonly MappedDirectory _directory;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;
    private readonly FileChecksums _checksums = new();
    private CommitData _applied;
    private long _committed;
    private long _visible;

    private IndexGeneration(string path, MappedDirectory directory, IndexWriter? writer, SearcherManager searchers, CommitData data)
    {
        Path = path;
        Name = System.IO.Path.GetFileName(path);
        _directory = directory;
        _writer = writer;
        _searchers = searchers;
        _applied = data;
        _committed = data.Sequence;
        _visible = data.Sequence;
    }

    /// <summary>The name, a number such as <c>000007</c>.</summary>
    public string Name { get; }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>When it was begun, and by which analysis and schema.</summary>
    public CommitData Data => _applied;

    /// <summary>The last change of the store that was applied.</summary>
    public long AppliedSequence => _applied.Sequence;

    /// <summary>The last change of the store that a new lease sees.</summary>
    public long VisibleSequence => Volatile.Read(ref _visible);

    /// <summary>The last change of the store that survives a crash of the process.</summary>
    public long CommittedSequence => Volatile.Read(ref _committed);

    /// <summary>Whether the writer was given up; leases are still good.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>What the last merge of segments in the background failed of, told once; null if none failed.</summary>
    public Exception? TakeMergeFailure() => (_writer?.Config.MergeScheduler as BackgroundMerges)?.TakeFailure();

    /// <summary>Makes an empty generation.</summary>
    public static IndexGeneration Create(string path, DateTimeOffset now)
    {
        var generation = OpenWriting(path, OpenMode.CREATE, _ => CommitData.New(now));
        generation.Commit();
        return generation;
    }

    /// <summary>Opens a generation to search it and to go on writing it.</summary>
    /// <exception cref="IndexException">It is missing, damaged or held by another process.</exception>
    public static IndexGeneration Open(string path) =>
        OpenWriting(path, OpenMode.APPEND, writer => CommitData.FromUserData(writer.CommitData));

    /// <summary>Opens the last commit of a generation to search it, also while another process writes it.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static IndexGeneration OpenReadOnly(string path) => Guarded(path, () =>
    {
        var directory = OpenFolder(path);
        var searchers = new SearcherManager(directory, new Searchers());
        var searcher = searchers.Acquire();
        try
        {
            var commit = ((DirectoryReader)searcher.IndexReader).IndexCommit;
            return new IndexGeneration(path, directory, null, searchers, CommitData.FromUserData(commit.UserData));
        }
        finally
        {
            searchers.Release(searcher);
        }
    });

    /// <summary>What the last commit of a generation says of itself, without opening more.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static CommitData ReadCommit(string path) => Guarded(path, () =>
    {
        using var directory = new MappedDirectory(path);
        return CommitData.FromUserData(FileChecksums.ReadLastCommit(directory).UserData);
    });

    /// <summary>Applies changes and remembers the last one's number; they show after <see cref="Refresh"/>.</summary>
    /// <param name="changes">Changes in the order of their numbers, at most one per article.</param>
    /// <param name="parallelism">How many threads may analyse text.</param>
    public void Apply(IReadOnlyList<StoredChange> changes, int parallelism)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var writer = Writer;
        if (parallelism > 1 && changes.Count > 1)
        {
            try
            {
                Parallel.ForEach(changes, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, change => Apply(writer, change));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]); // the same to the caller as from one thread
            }
        }
        else
        {
            foreach (var change in changes)
            {
                Apply(writer, change);
            }
        }

        _applied = _applied with { Sequence = changes[^1].Sequence };
    }

    /// <summary>Shows what was applied to leases taken from now on.</summary>
    public void Refresh()
    {
        var applied = AppliedSequence;
        _searchers.MaybeRefreshBlocking();
        Volatile.Write(ref _visible, applied);
    }

    /// <summary>Makes what was applied durable.</summary>
    public void Commit()
    {
        var applied = _applied;
        Writer.SetCommitData(applied.ToUserData());
        Writer.Commit();
        Volatile.Write(ref _committed, applied.Sequence);
        _checksums.Record(_directory);
    }

    /// <summary>Leases the newest searcher; return it soon.</summary>
    /// <exception cref="ObjectDisposedException">The generation was closed meanwhile.</exception>
    public SearcherLease Acquire()
    {
        var visible = VisibleSequence; // read first: a refresh in between only makes the view newer than it says
        return new SearcherLease(this, _searchers, _searchers.Acquire(), visible);
    }

    /// <summary>The size of its files, in bytes.</summary>
    public long SizeBytes()
    {
        try
        {
            return new DirectoryInfo(Path).EnumerateFiles().Sum(file => file.Exists ? file.Length : 0);
        }
        catch (IOException)
        {
            return 0; // files come and go while segments are merged
        }
    }

    /// <summary>
    /// Gives the writer up, without a commit. After a failed write Lucene may have dropped documents that it had taken: only the last commit can be
    /// trusted, and whoever follows the store opens it again and replays from there. Leases stay good.
    /// </summary>
    public void AbandonWriter()
    {
        IsAbandoned = true;
        try
        {
            _writer?.Rollback();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException || IndexFaults.IsDamage(e))
        {
            // The disk that failed may fail again; the lock ends with the writer either way.
        }
    }

    /// <summary>Closes the writer without a commit of what came after the last one, and lets go of the searchers.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        AbandonWriter();
        _directory.Dispose();
    }

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("This generation was opened for reading.");

    private static IndexGeneration OpenWriting(string path, OpenMode mode, Func<IndexWriter, CommitData> data) => Guarded(path, () =>
    {
        var directory = mode == OpenMode.APPEND ? OpenFolder(path) : new MappedDirectory(path);
        var config = new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer())
        {
            OpenMode = mode,
            Similarity = FieldLengths.CreateSimilarity(),
            RAMBufferSizeMB = WriterBufferMegabytes,
            CheckIntegrityAtMerge = true,
            MergeScheduler = new BackgroundMerges(),
        };
        var writer = new IndexWriter(directory, config);
        try
        {
            return new IndexGeneration(path, directory, writer, new SearcherManager(writer, applyAllDeletes: true, new Searchers()), data(writer));
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    });

    /// <summary>Opens the folder of an index whose files are, at first sight, those that were written.</summary>
    private static MappedDirectory OpenFolder(string path)
    {
        var directory = new MappedDirectory(path);
        return FileChecksums.FindDifference(directory) is { } difference
            ? throw new IndexException($"The index {path} is damaged: {difference}.") { IsDamage = true }
            : directory;
    }

    private static T Guarded<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (LockObtainFailedException e)
        {
            throw new IndexException($"The index {path} is being written by another process.", e);
        }
        catch (Exception e) when (e is not IndexException) // Lucene meets garbage with any exception at all
        {
            throw new IndexException($"The index {path} cannot be opened: {e.Message}", e) { IsDamage = IndexFaults.IsDamage(e) };
        }
    }

    private static void Apply(IndexWriter writer, StoredChange change)
    {
        if (change.Article is { } article)
        {
            writer.UpdateDocument(ArticleDocument.IdTerm(change.Id), Builder.Value!.Build(article, change.Version));
        }
        else
        {
            writer.DeleteDocuments(ArticleDocument.IdTerm(change.Id));
        }
    }

    // Lucene 4.8 scores by TF-IDF unless both the writer and each searcher are told otherwise.
    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = FieldLengths.CreateSimilarity() };
    }
}
