using System.CommandLine;

namespace SearchService.Benchmarks.Http;

/// <summary><c>http</c>: requests a second and their times against a running service.</summary>
internal sealed class HttpCommand
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    private readonly Option<string> _url = new("--url") { Description = "Where the service answers.", DefaultValueFactory = _ => "http://localhost:5080" };
    private readonly Option<string> _queries = new("--queries") { Description = "Queries, tab-separated with a column 'query'.", Required = true };
    private readonly Option<string> _connections = new("--connections") { Description = "Connections at once, a measurement for each number.", DefaultValueFactory = _ => "1,2,8" };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long each measurement lasts.", DefaultValueFactory = _ => 20 };
    private readonly Option<double> _warmUp = new("--warm") { Description = "Seconds before each measurement that are not counted.", DefaultValueFactory = _ => 5 };
    private readonly Option<string> _shapes = new("--shapes") { Description = "Shapes of requests.", DefaultValueFactory = _ => string.Join(',', RequestShapes.Names) };

    /// <summary>Runs the command.</summary>
    /// <returns>0 if all requests were answered, 1 if not, 2 on wrong usage.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var command = new HttpCommand();
        command._connections.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>().Split(',').Any(part => !int.TryParse(part, out var number) || number < 1))
            {
                result.AddError("--connections must be numbers from 1, separated by commas.");
            }
        });
        command._url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out _))
            {
                result.AddError("--url must be an absolute address.");
            }
        });
        command._shapes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>().Split(',').Except(RequestShapes.Names).Any())
            {
                result.AddError($"--shapes must be among {string.Join(',', RequestShapes.Names)}.");
            }
        });
        var root = new RootCommand("Requests a second and their times against a running service.")
        {
            command._url, command._queries, command._connections, command._seconds, command._warmUp, command._shapes,
        };
        root.SetAction((parsed, cancellation) => HttpLoad.RunAsync(command.Read(parsed), Console.Out, cancellation));
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
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException)
        {
            Console.Error.WriteLine(e.Message);
            return Failure;
        }
    }

    private HttpSettings Read(ParseResult parsed) => new(
        new Uri(parsed.GetValue(_url)!),
        QueryFile.Read(parsed.GetValue(_queries)!),
        [.. parsed.GetValue(_connections)!.Split(',').Select(int.Parse)],
        TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
        TimeSpan.FromSeconds(parsed.GetValue(_warmUp)),
        parsed.GetValue(_shapes)!.Split(','));
}
