using System.CommandLine;

namespace SearchService.Benchmarks.Soak;

/// <summary><c>soak</c>: searches, writes and rebuilds at once against a service of its own, and what that does to answers, memory and file handles.</summary>
internal sealed class SoakCommand
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    private readonly Option<double> _minutes = new("--minutes") { Description = "How long the load lasts.", DefaultValueFactory = _ => 10 };
    private readonly Option<string> _articles = new("--articles") { Description = "Articles to begin with, one JSON object a line (.gz too); by default the sample news." };
    private readonly Option<string> _queries = new("--queries") { Description = "Queries, tab-separated with a column 'query'; by default words of the sample news." };
    private readonly Option<int> _searches = new("--searches") { Description = "Searches a second.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _writes = new("--writes") { Description = "Writes a second.", DefaultValueFactory = _ => 20 };
    private readonly Option<int> _port = new("--port") { Description = "The port of the service.", DefaultValueFactory = _ => 5190 };

    /// <summary>Runs the command.</summary>
    /// <returns>0 if all went well, 1 if not, 2 on wrong usage.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var command = new SoakCommand();
        var root = new RootCommand("Searches, writes and rebuilds at once against a service of its own.")
        {
            command._minutes, command._articles, command._queries, command._searches, command._writes, command._port,
        };
        root.SetAction((parsed, cancellation) => SoakRun.StartAsync(command.Read(parsed), cancellation));
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
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException or TimeoutException)
        {
            Console.Error.WriteLine(e.Message);
            return Failure;
        }
    }

    private SoakSettings Read(ParseResult parsed) => new(
        TimeSpan.FromMinutes(parsed.GetValue(_minutes)),
        parsed.GetValue(_articles),
        parsed.GetValue(_queries) is { } file ? QueryFile.Read(file) : ["ministre", "\"premier ministre\"", "écoles en grève", "canic*", "budget -défense", "quand rouvre le tunnel ?", ""],
        parsed.GetValue(_searches),
        parsed.GetValue(_writes),
        parsed.GetValue(_port));
}
