using System.CommandLine;
using System.Globalization;
using SearchService.Hosting;
using SearchService.Searching;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary><c>relevance</c>: measures the ranking in this process on collections with judgements, and tunes its constants.</summary>
internal sealed class RelevanceCommand
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    private readonly Option<string[]> _collection = Repeatable("--collection", "NAME=FOLDER[,docs=FILE][,no-headline][,queries=FILE]: a collection.");
    private readonly Option<string> _shared = new("--shared") { Description = "The folder of the sets piaf, known, inflected and tags." };
    private readonly Option<string> _only = new("--only") { Description = "The names of the collections to take, with commas." };
    private readonly Option<string[]> _weight = Repeatable("--weight", "NAME=NUMBER: how much a collection counts in means, 1 by default.");
    private readonly Option<string> _index = new("--index") { Description = "The folder where the indexes are kept; by default beside the program." };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Make the indexes anew." };
    private readonly Option<SearchOperator> _operator = new("--operator") { Description = "any, auto or all.", DefaultValueFactory = _ => SearchOperator.Any };
    private readonly Option<string[]> _set = Repeatable("--set", "NAME=VALUE: a constant of the ranking.");
    private readonly Option<int> _queries = new("--queries") { Description = "Take the first so many queries of each collection." };
    private readonly Option<string> _split = new("--split") { Description = "Take the even or the odd queries." };
    private readonly Option<string[]> _sweep = Repeatable("--sweep", "NAME=VALUE,VALUE…: a table of the scores for each value.");
    private readonly Option<string> _tune = new("--tune") { Description = "NAME,NAME…: find better values on the even queries." };
    private readonly Option<double> _step = new("--step") { Description = "The first step of tuning, as a part of the value.", DefaultValueFactory = _ => 0.25 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often tuning goes through all constants at most.", DefaultValueFactory = _ => 3 };
    private readonly Option<string[]> _compare = Repeatable("--compare", "NAME=VALUE: the queries that this changes most.");

    /// <summary>Runs the command.</summary>
    /// <returns>0 on success, 1 on failure, 2 on wrong usage.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var command = new RelevanceCommand();
        var root = new RootCommand("Measures the ranking on collections with judgements, and tunes its constants.")
        {
            command._collection, command._shared, command._only, command._weight, command._index, command._fresh, command._operator, command._set,
            command._queries, command._split, command._sweep, command._tune, command._step, command._rounds, command._compare,
        };
        root.SetAction(parsed => RelevanceRun.Start(command.Read(parsed)));
        var parsed = root.Parse(arguments);
        try
        {
            return parsed.Errors.Count > 0
                ? throw new UsageException(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)))
                : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine("relevance --help shows the usage.");
            return WrongUsage;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or IndexFolderInUseException or SettingsException)
        {
            Console.Error.WriteLine(e.Message);
            return Failure;
        }
    }

    private static Option<string[]> Repeatable(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.OneOrMore };

    private RelevanceOptions Read(ParseResult parsed)
    {
        var collections = Collections(parsed);
        var weights = new Dictionary<string, double>();
        foreach (var text in parsed.GetValue(_weight) ?? [])
        {
            if (text.Split('=') is not [var name, var value] || !double.TryParse(value, CultureInfo.InvariantCulture, out var weight) || weight < 0)
            {
                throw new UsageException($"--weight {text}: NAME=NUMBER is expected.");
            }

            Known(collections, "--weight", name);
            weights[name] = weight;
        }

        if (collections.TrueForAll(source => weights.GetValueOrDefault(source.Name, 1) == 0))
        {
            throw new UsageException("--weight: every collection has the weight 0.");
        }

        var parameters = Changed(RankingParameters.Default, "--set", parsed.GetValue(_set));
        var options = new RelevanceOptions
        {
            Collections = collections,
            Weights = weights,
            Cache = Path.GetFullPath(parsed.GetValue(_index) ?? Path.Combine(AppContext.BaseDirectory, "relevance-index")),
            Fresh = parsed.GetValue(_fresh),
            Words = parsed.GetValue(_operator),
            Parameters = parameters,
            Queries = parsed.GetValue(_queries),
            Split = parsed.GetValue(_split) switch
            {
                null => null,
                "even" => 0,
                "odd" => 1,
                var other => throw new UsageException($"--split {other}: even or odd is expected."),
            },
            Sweeps = [.. (parsed.GetValue(_sweep) ?? []).Select(text => ParameterValues.Parse("--sweep", text))],
            Tuned = [.. (parsed.GetValue(_tune)?.Split(',') ?? []).Select(ParameterValues.NameOf).Distinct()],
            Step = parsed.GetValue(_step),
            Rounds = parsed.GetValue(_rounds),
            Compared = parsed.GetValue(_compare) is { Length: > 0 } compared ? Changed(parameters, "--compare", compared) : null,
        };
        return options switch
        {
            { Step: <= 0 } => throw new UsageException("--step must be more than 0."),
            { Rounds: < 1 } => throw new UsageException("--rounds must be at least 1."),
            { Queries: < 0 } => throw new UsageException("--queries must not be negative."),
            { Tuned.Count: > 0, Split: not null } => throw new UsageException("--tune uses the even queries and tests on the odd ones: leave --split out."),
            _ when (options.Sweeps.Count > 0 ? 1 : 0) + (options.Tuned.Count > 0 ? 1 : 0) + (options.Compared is null ? 0 : 1) > 1 =>
                throw new UsageException("--sweep, --tune and --compare do not go together."),
            _ => options,
        };
    }

    private List<CollectionSource> Collections(ParseResult parsed)
    {
        List<CollectionSource> all = parsed.GetValue(_shared) is { } shared ? [.. CollectionSource.Shared(shared)] : [];
        all.AddRange((parsed.GetValue(_collection) ?? []).Select(Source));
        if (all.Select(source => source.Name).Distinct().Count() < all.Count)
        {
            throw new UsageException("Two collections have the same name.");
        }

        if (parsed.GetValue(_only)?.Split(',') is { } only)
        {
            foreach (var name in only)
            {
                Known(all, "--only", name);
            }

            all.RemoveAll(source => !only.Contains(source.Name));
        }

        return all.Count > 0 ? all : throw new UsageException("Which collections? Name them with --collection or --shared.");
    }

    private static CollectionSource Source(string text)
    {
        var parts = text.Split(',');
        if (parts[0].Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } folder])
        {
            throw new UsageException($"--collection {text}: NAME=FOLDER is expected.");
        }

        var source = new CollectionSource(name, folder);
        foreach (var part in parts[1..])
        {
            source = part.Split('=', 2) switch
            {
                ["docs", { Length: > 0 } file] => source with { Documents = file },
                ["queries", { Length: > 0 } file] => source with { Queries = file },
                ["no-headline"] => source with { WithoutHeadlines = true },
                _ => throw new UsageException($"--collection {text}: \"{part}\" is none of docs=FILE, queries=FILE and no-headline."),
            };
        }

        return source;
    }

    private static void Known(IReadOnlyList<CollectionSource> collections, string option, string name)
    {
        if (collections.All(source => source.Name != name))
        {
            throw new UsageException($"{option}: there is no collection \"{name}\"; there are {string.Join(", ", collections.Select(source => source.Name))}.");
        }
    }

    private static RankingParameters Changed(RankingParameters parameters, string option, string[]? changes) =>
        (changes ?? []).Select(text => ParameterValues.Parse(option, text)).Aggregate(parameters, (changed, change) => change.Values is [var value]
            ? ParameterValues.With(changed, change.Name, value)
            : throw new UsageException($"{option}: {change.Name} takes one value."));
}
