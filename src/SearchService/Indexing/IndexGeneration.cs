using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Indexing.Files;
using SearchService.Storage;
using LuceneDirectory = Lucene.Net.Store.Directory;

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

    private readonly GenerationFiles _files;
    private readonly LuceneDirectory _directory;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;
    private readonly FileChecksums _checksums = new();
    private CommitData _applied;
    private ImmutableHashSet<string> _rejected;
    private long _committed;
    private long _visible;
    private int _shownMerges;
    private int _committedMerges;
    private volatile bool _abandoned;

    private IndexGeneration(
        string path, GenerationFiles files, LuceneDirectory directory, IndexWriter? writer, SearcherManager searchers, CommitData data)
    {
        _files = files;
        Path = path;
        Name = System.IO.Path.GetFileName(path);
        _directory = directory;
        _writer = writer;
        _searchers = searchers;
        _applied = data;
        _rejected = data.Rejected;
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

    /// <summary>Whether <see cref="AbandonWriter"/> was called: it can be searched, and written only once it is opened again.</summary>
    public bool IsAbandoned => _abandoned;

    /// <summary>What the last merge of segments in the background failed of, told once; null if none failed.</summary>
    public Exception? TakeMergeFailure() => Merges?.TakeFailure();

    /// <summary>Makes an empty generation.</summary>
    public static IndexGeneration Create(string path, DateTimeOffset now, string store = "") => Create(path, GenerationFiles.Default, now, store);

    /// <summary>Makes an empty generation on other files.</summary>
    internal static IndexGeneration Create(string path, GenerationFiles files, DateTimeOffset now, string store = "")
    {
        var generation = OpenWriting(path, files, OpenMode.CREATE, _ => CommitData.New(now, store));
        try
        {
            generation.Commit();
            return generation;
        }
        catch
        {
            generation.Dispose(); // its writer would hold the folder until the process ends
            throw;
        }
    }

    /// <summary>Opens a generation to search it and to go on writing it.</summary>
    /// <exception cref="IndexException">It is missing, damaged or held by another process.</exception>
    public static IndexGeneration Open(string path) => Open(path, GenerationFiles.Default);

    /// <summary>Opens a generation on other files.</summary>
    internal static IndexGeneration Open(string path, GenerationFiles files) =>
        OpenWriting(path, files, OpenMode.APPEND, writer => CommitData.FromUserData(writer.CommitData));

    /// <summary>Opens the last commit of this generation once more, to go on writing after <see cref="AbandonWriter"/>.</summary>
    /// <exception cref="IndexException">It is missing, damaged or held by another process.</exception>
    public IndexGeneration Reopen() => Open(Path, _files);

    /// <summary>Opens the last commit of a generation to search it, also while another process writes it.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static IndexGeneration OpenReadOnly(string path) => OpenReadOnly(path, GenerationFiles.Default);

    /// <summary>Opens the last commit of a generation on other files.</summary>
    internal static IndexGeneration OpenReadOnly(string path, GenerationFiles files) => Guarded(path, () =>
    {
        var directory = OpenFolder(path, files);
        var searchers = new SearcherManager(directory, new Searchers());
        var searcher = searchers.Acquire();
        try
        {
            var commit = ((DirectoryReader)searcher.IndexReader).IndexCommit;
            return new IndexGeneration(path, files, directory, null, searchers, CommitData.FromUserData(commit.UserData));
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
    /// <param name="rejected">
    /// Told of each article that no document could be made of, and why. It is taken out and remembered in <see cref="Data"/>; the others go on.
    /// </param>
    public void Apply(IReadOnlyList<StoredChange> changes, int parallelism, Action<string, Exception>? rejected = null)
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
                Parallel.ForEach(changes, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, change => Apply(writer, change, rejected));
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
                Apply(writer, change, rejected);
            }
        }

        _applied = _applied with { Sequence = changes[^1].Sequence, Rejected = _rejected };
    }

    /// <summary>Shows what was applied to leases taken from now on.</summary>
    public void Refresh()
    {
        var applied = AppliedSequence;
        _shownMerges = Merges?.Done ?? 0;
        _searchers.MaybeRefreshBlocking();
        Volatile.Write(ref _visible, applied);
    }

    /// <summary>Makes what was applied durable.</summary>
    public void Commit()
    {
        var applied = _applied;
        _committedMerges = Merges?.Done ?? 0;
        Writer.SetCommitData(applied.ToUserData());
        Writer.Commit();
        Volatile.Write(ref _committed, applied.Sequence);
        _checksums.Record(_directory);
    }

    /// <summary>Opens the last commit from its files, past everything that the writer holds in memory.</summary>
    /// <exception cref="IOException">A file is missing or damaged.</exception>
    internal DirectoryReader OpenLastCommit() => DirectoryReader.Open(_directory);

    /// <summary>Leaves merges to a thread of their own from now on: for a generation that is live.</summary>
    internal void MergeInBackground() => Merges?.MergeInBackground();

    /// <summary>Merges segments until there are few, for a moment without much to write. On a live generation in the background, else before this returns.</summary>
    public void Settle() => Writer.MaybeMerge();

    /// <summary>Whether segments were merged that no lease shows yet.</summary>
    internal bool HasHiddenMerges => _shownMerges != (Merges?.Done ?? 0);

    /// <summary>Whether segments were merged that a crash would undo, and that double their space until the next commit.</summary>
    internal bool HasUncommittedMerges => _committedMerges != (Merges?.Done ?? 0);

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
        _abandoned = true;
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

    private GenerationMergeScheduler? Merges => _writer?.Config.MergeScheduler as GenerationMergeScheduler;

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("This generation was opened for reading.");

    private static IndexGeneration OpenWriting(
        string path, GenerationFiles files, OpenMode mode, Func<IndexWriter, CommitData> data) => Guarded(path, () =>
    {
        var directory = mode == OpenMode.APPEND ? OpenFolder(path, files) : files.Open(path);
        var config = new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer())
        {
            OpenMode = mode,
            Similarity = FieldLengths.CreateSimilarity(),
            RAMBufferSizeMB = WriterBufferMegabytes,
            CheckIntegrityAtMerge = true,
            MergePolicy = new GenerationMergePolicy(),
            MergeScheduler = new GenerationMergeScheduler(),
        };
        files.Configure(config);
        var writer = new IndexWriter(directory, config);
        try
        {
            var searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
            return new IndexGeneration(path, files, directory, writer, searchers, data(writer));
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    });

    /// <summary>Opens the folder of an index whose files are, at first sight, those that were written.</summary>
    private static LuceneDirectory OpenFolder(string path, GenerationFiles files)
    {
        var directory = files.Open(path);
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

    private void Apply(IndexWriter writer, StoredChange change, Action<string, Exception>? rejected)
    {
        var id = ArticleDocument.IdTerm(change.Id);
        if (change.Article is { } article)
        {
            try
            {
                var document = Builder.Value!.Build(article, change.Version);
                writer.UpdateDocument(id, document);
                ImmutableInterlocked.Update(ref _rejected, (ids, accepted) => ids.Remove(accepted), change.Id);
                return;
            }
            catch (Exception e) when (IsFaultOfTheArticle(e))
            {
                Builder.Value = new ArticleDocumentBuilder(); // the old one may have stopped in the middle of a text
                Reject(e);
            }
        }
        else if (change.Fault is { } fault)
        {
            Reject(fault);
        }
        else
        {
            ImmutableInterlocked.Update(ref _rejected, (ids, gone) => ids.Remove(gone), change.Id);
        }

        writer.DeleteDocuments(id);

        // One article must not keep all others out. What it said before is superseded, so that goes too.
        void Reject(Exception cause)
        {
            ImmutableInterlocked.Update(ref _rejected, (ids, refused) => ids.Add(refused), change.Id);
            rejected?.Invoke(change.Id, cause);
        }
    }

    // What Lucene says of a document that it cannot take, and what a fault of the analysis may be; never what a disk or a closed writer says.
    private static bool IsFaultOfTheArticle(Exception e) =>
        e is ArgumentException or FormatException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or ArithmeticException
        or KeyNotFoundException or (InvalidOperationException and not ObjectDisposedException);

    // Lucene 4.8 scores by TF-IDF unless both the writer and each searcher are told otherwise.
    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = FieldLengths.CreateSimilarity() };
    }
}
