using Lucene.Net.Index;
using SearchService.Indexing;
using SearchService.Indexing.Files;

namespace SearchService.Tests.Support;

/// <summary>
/// A disk that counts what is asked of it and fails at one operation, or from it on. It also knows at each moment what a kill or a loss of power would
/// leave (<see cref="Durable"/>). Index files are read and written where they are; only the failures are made up.
/// </summary>
internal sealed class FaultyDisk
{
    private readonly Lock _counting = new();
    private readonly string _indexDirectory;
    private readonly int _failAt;
    private readonly bool _staysBroken;
    private bool _healed;

    /// <param name="indexDirectory">The index folder.</param>
    /// <param name="failAt">The number of the operation that fails, from 1.</param>
    /// <param name="staysBroken">Whether all operations after it fail too, until <see cref="Heal"/>.</param>
    public FaultyDisk(string indexDirectory, int failAt = int.MaxValue, bool staysBroken = false)
    {
        _indexDirectory = indexDirectory;
        _failAt = failAt;
        _staysBroken = staysBroken;
        Durable = new DurableFiles(indexDirectory);
    }

    /// <summary>How many operations there were.</summary>
    public int Operations { get; private set; }

    /// <summary>The operation that failed first, for messages; null before.</summary>
    public string? Failed { get; private set; }

    /// <summary>What a loss of power would leave.</summary>
    public DurableFiles Durable { get; init; }

    /// <summary>Called before each operation with its kind and file: what is on the disk then is what a kill would leave.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>How many operations of each kind there were.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    /// <summary>Whether merges run at once, in the thread that finds them: then each run counts the same operations.</summary>
    public bool MergeAtOnce { get; init; } = true;

    /// <summary>Whether what fails is only what takes room: all else, reading and deleting, still works.</summary>
    public bool IsFull { get; init; }

    /// <summary>The generations of the folder, on this disk. Three segments are merged to one, so that merges are common.</summary>
    public GenerationFolder Folder => new(_indexDirectory)
    {
        Files = new GenerationFiles
        {
            Open = path => new FaultyDirectory(this, path, new MappedDirectory(path)),
            Configure = Configure,
            Publishing = Publish,
        },
    };

    /// <summary>From now on nothing fails any more.</summary>
    public void Heal() => _healed = true;

    /// <summary>Counts an operation, and fails if it is its turn.</summary>
    /// <param name="what">Its kind.</param>
    /// <param name="name">The file.</param>
    /// <param name="half">What is still done of it before it fails.</param>
    public void Operate(string what, string name, Action? half = null)
    {
        lock (_counting)
        {
            Operations++;
            Kinds[what] = Kinds.GetValueOrDefault(what) + 1;
            Before($"operation {Operations}, {what} {name}");
            if (_healed || Operations < _failAt || (Operations > _failAt && !_staysBroken) || (IsFull && what is not ("create" or "write" or "publish")))
            {
                return;
            }

            half?.Invoke();
            Failed ??= $"operation {Operations}, {what} {name}";
            throw new IOException($"No space left on device: {Failed}");
        }
    }

    private void Configure(IndexWriterConfig config)
    {
        config.MergePolicy = new LogDocMergePolicy { MergeFactor = 3 };
        if (MergeAtOnce)
        {
            config.MergeScheduler = new SerialMergeScheduler();
        }
    }

    private void Publish(PublishStep step)
    {
        if (step != PublishStep.Done)
        {
            Operate("publish", step.ToString());
        }

        Durable.Publish(step);
    }
}
