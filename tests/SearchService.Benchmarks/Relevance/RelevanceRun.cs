using System.Globalization;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary>One run of the command over its collections.</summary>
internal sealed class RelevanceRun
{
    private readonly RelevanceOptions _options;
    private readonly Collection[] _collections;

    private RelevanceRun(RelevanceOptions options, Collection[] collections)
    {
        _options = options;
        _collections = collections;
    }

    /// <summary>Opens the indexes and does what the options ask.</summary>
    /// <returns>0.</returns>
    public static int Start(RelevanceOptions options)
    {
        Console.Error.WriteLine($"Analyzer {FrenchAnalyzer.Version}, schema {IndexSchema.Version}, indexes in {options.Cache}");
        var indexes = new Dictionary<string, CollectionIndex>();
        try
        {
            // Queries are read first: a missing file is told before an index is made.
            var sources = options.Collections.Select(source => (Source: source, Queries: CollectionReader.ReadQueries(source))).ToArray();
            var collections = new List<Collection>();
            foreach (var (source, queries) in sources)
            {
                var folder = CollectionIndex.FolderOf(source, options.Cache);
                if (!indexes.TryGetValue(folder, out var index))
                {
                    indexes.Add(folder, index = CollectionIndex.Open(source, options.Cache, options.Fresh));
                }

                collections.Add(new Collection(source.Name, queries, index, options.Weights.GetValueOrDefault(source.Name, 1)));
            }

            new RelevanceRun(options, [.. collections]).Run();
            return 0;
        }
        finally
        {
            foreach (var index in indexes.Values)
            {
                index.Dispose();
            }
        }
    }

    private void Run()
    {
        if (_options.Sweeps.Count > 0)
        {
            foreach (var (name, values) in _options.Sweeps)
            {
                Sweep(name, values);
            }
        }
        else if (_options.Tuned.Count > 0)
        {
            Tune();
        }
        else if (_options.Compared is { } compared)
        {
            foreach (var collection in _collections)
            {
                QueryComparison.Write(
                    Console.Out, collection.Name, Evaluate(collection, _options.Parameters, _options.Split), Evaluate(collection, compared, _options.Split));
            }
        }
        else
        {
            Measure();
        }
    }

    private void Measure()
    {
        Console.Out.WriteLine("collection    queries  operator  nDCG@10  MRR@10  recall@100  seconds");
        foreach (var collection in _collections)
        {
            var result = Evaluate(collection, _options.Parameters, _options.Split);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{collection.Name,-12} {result.Queries.Count,8}  {_options.Words.ToString().ToLowerInvariant(),-8} {result.Ndcg,8:0.0000} {result.ReciprocalRank,7:0.0000} {result.Recall,11:0.0000} {result.Time.TotalSeconds,8:0.0}"));
        }
    }

    private void Sweep(string name, double[] values)
    {
        Console.Out.WriteLine($"| {name} | {string.Join(" | ", _collections.Select(collection => collection.Name))} | mean |");
        Console.Out.WriteLine("|---" + string.Concat(Enumerable.Repeat("|---", _collections.Length + 1)) + "|");
        foreach (var value in values)
        {
            var scores = Ndcg(ParameterValues.With(_options.Parameters, name, value), _options.Split);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {ParameterValues.Show(name, value)} | {string.Join(" | ", scores.Select(Show))} | {Show(Mean(scores))} |"));
        }

        Console.Out.WriteLine();
    }

    private void Tune()
    {
        var tuning = new ParameterTuning(parameters => Mean(Ndcg(parameters, 0)), Console.Out);
        var tuned = tuning.Run(_options.Parameters, _options.Tuned, _options.Step, _options.Rounds);
        Console.Out.WriteLine();
        Console.Out.WriteLine("| constant | before | after |");
        Console.Out.WriteLine("|---|---|---|");
        foreach (var name in _options.Tuned)
        {
            Console.Out.WriteLine(
                $"| {name} | {ParameterValues.Show(name, ParameterValues.Get(_options.Parameters, name))} | {ParameterValues.Show(name, ParameterValues.Get(tuned, name))} |");
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine("| nDCG@10 | even before | even after | odd before | odd after |");
        Console.Out.WriteLine("|---|---|---|---|---|");
        double[][] columns = [Ndcg(_options.Parameters, 0), Ndcg(tuned, 0), Ndcg(_options.Parameters, 1), Ndcg(tuned, 1)];
        for (var i = 0; i < _collections.Length; i++)
        {
            Console.Out.WriteLine($"| {_collections[i].Name} | {string.Join(" | ", columns.Select(scores => Show(scores[i])))} |");
        }

        Console.Out.WriteLine($"| mean | {string.Join(" | ", columns.Select(scores => Show(Mean(scores))))} |");
    }

    private double[] Ndcg(RankingParameters parameters, int? split) => [.. _collections.Select(collection => Evaluate(collection, parameters, split).Ndcg)];

    private Evaluation Evaluate(Collection collection, RankingParameters parameters, int? split) =>
        collection.Evaluate(_options.Select(collection, split), parameters, _options.Words);

    private double Mean(double[] scores) =>
        scores.Zip(_collections, (score, collection) => score * collection.Weight).Sum() / _collections.Sum(collection => collection.Weight);

    private static string Show(double score) => score.ToString("0.0000", CultureInfo.InvariantCulture);
}
