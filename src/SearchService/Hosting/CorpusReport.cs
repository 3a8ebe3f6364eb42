using SearchService.Ingestion;

namespace SearchService.Hosting;

/// <summary>What a reading of the corpus found.</summary>
public sealed class CorpusReport
{
    private const int MaxProblems = 1000;

    private readonly List<IngestionProblem> _problems = [];

    /// <summary>Files that had changed and were read.</summary>
    public int FilesRead { get; set; }

    /// <summary>Articles in them.</summary>
    public long Articles { get; set; }

    /// <summary>Articles among them that are new or different.</summary>
    public long Changes { get; set; }

    /// <summary>Fields of articles that were passed over.</summary>
    public long UnknownFields { get; set; }

    /// <summary>Problems in the order they were met, the first 1,000; the log has them all.</summary>
    public IReadOnlyList<IngestionProblem> Problems => _problems;

    /// <summary>How many problems there were.</summary>
    public long ProblemCount { get; private set; }

    internal HashSet<IngestionProblem> Standing { get; } = [];

    internal void Add(IngestionProblem problem)
    {
        ProblemCount++;
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }
}
