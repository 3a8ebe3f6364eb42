using SearchService.Articles;
using SearchService.Ingestion;

namespace SearchService.Hosting;

/// <summary>
/// What could not be read since the start, for the administration page: the last problems of each origin, a corpus file or the requests of clients. Bounded, whatever
/// comes: the log has everything. Safe for all threads.
/// </summary>
public sealed class RecentProblems
{
    /// <summary>The name under which problems of requests stand: no file has it.</summary>
    public const string Requests = "";

    private const int Kept = 200;

    private readonly Lock _changing = new();
    private readonly LinkedList<(DateTimeOffset At, IngestionProblem Problem)> _problems = [];
    private readonly TimeProvider _time;
    private long _count;

    /// <summary>Remembers problems.</summary>
    public RecentProblems(TimeProvider time) => _time = time;

    /// <summary>How many there were since the start, also those that are no longer kept.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Remembers a problem of a corpus file.</summary>
    public void Add(IngestionProblem problem)
    {
        lock (_changing)
        {
            _count++;
            _problems.AddFirst((_time.GetUtcNow(), problem));
            if (_problems.Count > Kept)
            {
                _problems.RemoveLast();
            }
        }
    }

    /// <summary>Remembers a problem of a line or an article that a client sent.</summary>
    public void AddRequest(int line, ArticleError error) => Add(new IngestionProblem(Requests, line, error));

    /// <summary>Forgets the problems of a file that is read anew: what was mended is no problem any more.</summary>
    public void Forget(string file)
    {
        lock (_changing)
        {
            for (var node = _problems.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.Problem.File == file)
                {
                    _problems.Remove(node);
                }

                node = next;
            }
        }
    }

    /// <summary>The last problems and when they were met, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, IngestionProblem Problem)> Read()
    {
        lock (_changing)
        {
            return [.. _problems];
        }
    }
}
