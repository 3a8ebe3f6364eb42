using System.CommandLine;

namespace SearchService.Benchmarks.Peers;

/// <summary><c>peers</c>: times classes of queries on a corpus that other engines index as well, and prints the rows they print.</summary>
internal sealed class PeersCommand
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    private readonly Option<string> _corpus = new("--corpus") { Description = "Number, headline, text, topic and date (Unix seconds) of a document a line, with tabs.", Required = true };
    private readonly Option<string> _queries = new("--queries") { Description = "Class, number, words and topic of a query a line, with tabs.", Required = true };
    private readonly Option<string> _index = new("--index") { Description = "The folder of the index; it is made if there is none.", Required = true };
    private readonly Option<string> _label = new("--label") { Description = "single: one field, Lucene's French analysis, BM25; product: what the service does.", DefaultValueFactory = _ => "product" };
    private readonly Option<string> _classes = new("--classes") { Description = "The classes, with commas.", DefaultValueFactory = _ => string.Join(',', PeerQuery.Classes) };
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often each query is measured.", DefaultValueFactory = _ => 10 };
    private readonly Option<double> _warm = new("--warm") { Description = "Seconds of warm-up before each class.", DefaultValueFactory = _ => 2 };
    private readonly Option<double> _prewarm = new("--prewarm") { Description = "Seconds of warm-up of all classes.", DefaultValueFactory = _ => 30 };
    private readonly Option<string> _dump = new("--dump") { Description = "A file to add the hits of each query to." };

    private readonly Option<string> _threads = new("--threads") { Description = "Numbers of threads, with commas: searches a second are measured with each, all classes in turn, instead of the time of each query." };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long each number of threads is measured.", DefaultValueFactory = _ => 10 };

    private readonly Option<bool> _cold = new("--cold") { Description = "Measures each query the first, second and third time that it is searched, in a reader opened anew for each class." };

    /// <summary>Runs the command.</summary>
    /// <returns>0 if all went well, 1 if not, 2 on wrong usage.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var command = new PeersCommand();
        command._label.AcceptOnlyFromAmong("single", "product");
        var root = new RootCommand("Times classes of queries beside other engines.")
        {
            command._corpus, command._queries, command._index, command._label, command._classes, command._rounds, command._warm, command._prewarm, command._dump,
            command._threads, command._seconds, command._cold,
        };
        root.SetAction(parsed => command.Read(parsed).Start());
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)));
            return WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return Failure;
        }
    }

    private PeersRun Read(ParseResult parsed) => new(
        parsed.GetValue(_label)!,
        parsed.GetValue(_corpus)!,
        parsed.GetValue(_queries)!,
        parsed.GetValue(_index)!,
        parsed.GetValue(_classes)!.Split(','),
        parsed.GetValue(_rounds),
        parsed.GetValue(_warm),
        parsed.GetValue(_prewarm),
        parsed.GetValue(_dump),
        parsed.GetValue(_threads)?.Split(',').Select(int.Parse).ToList() ?? [],
        parsed.GetValue(_seconds),
        parsed.GetValue(_cold));
}
