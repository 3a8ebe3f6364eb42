using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Indexing.Files;

namespace SearchService.Benchmarks.Peers;

/// <summary>Builds the index of a corpus if it is not there, runs the queries in this process on one thread, and prints a row per class.</summary>
/// <param name="Label">single or product.</param>
/// <param name="Corpus">The corpus.</param>
/// <param name="Queries">The queries.</param>
/// <param name="Index">The folder of the index.</param>
/// <param name="Classes">The classes to run.</param>
/// <param name="Rounds">How often each query is measured.</param>
/// <param name="WarmSeconds">How long a class is warmed up.</param>
/// <param name="PrewarmSeconds">How long all classes are.</param>
/// <param name="Dump">A file for the hits, or null.</param>
/// <param name="Threads">Numbers of threads to measure searches a second with; none: the time of each query is measured.</param>
/// <param name="Seconds">How long each number of threads is measured.</param>
/// <param name="Cold">Whether to measure the first searches, before there are tables.</param>
internal sealed record PeersRun(
    string Label,
    string Corpus,
    string Queries,
    string Index,
    IReadOnlyList<string> Classes,
    int Rounds,
    double WarmSeconds,
    double PrewarmSeconds,
    string? Dump,
    IReadOnlyList<int> Threads,
    double Seconds,
    bool Cold)
{
    private const string Engine = "searchservice";

    /// <summary>Runs it.</summary>
    public void Start()
    {
        IPeer peer = Label == "product" ? new ProductPeer() : new SinglePeer();
        using var directory = new MappedDirectory(Index);
        if (!DirectoryReader.IndexExists(directory))
        {
            Build(peer, directory);
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = FieldLengths.CreateSimilarity() };
        var queries = PeerQuery.Read(Queries).Where(query => Classes.Contains(query.Class)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {Engine} {Label} docs={reader.NumDocs} segs={reader.Leaves.Count}"));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started).TotalSeconds < PrewarmSeconds;)
        {
            queries.ForEach(query => peer.Run(query, searcher));
        }

        if (Threads.Count > 0)
        {
            foreach (var threads in Threads)
            {
                MeasureThreads(threads, queries, peer, searcher);
            }

            return;
        }

        if (Cold)
        {
            foreach (var kind in Classes)
            {
                MeasureFirst(kind, [.. queries.Where(query => query.Class == kind)], peer, directory);
            }

            return;
        }

        foreach (var kind in Classes)
        {
            Measure(kind, [.. queries.Where(query => query.Class == kind)], peer, searcher);
        }
    }

    private void Build(IPeer peer, MappedDirectory directory)
    {
        var started = Stopwatch.GetTimestamp();
        var config = new IndexWriterConfig(FrenchAnalyzer.Compatibility, peer.Analyzer) { Similarity = FieldLengths.CreateSimilarity(), RAMBufferSizeMB = 256 };
        using var writer = new IndexWriter(directory, config);
        using var articles = new BlockingCollection<PeerArticle>(1000);
        var builders = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            var build = peer.NewBuilder();
            foreach (var article in articles.GetConsumingEnumerable())
            {
                writer.AddDocument(build(article));
            }
        })).ToArray();
        var count = 0;
        foreach (var article in PeerArticle.Read(Corpus))
        {
            articles.Add(article);
            count++;
        }

        articles.CompleteAdding();
        Task.WaitAll(builders);
        writer.ForceMerge(1);
        writer.Commit();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"I\t{Engine}\t{Label}\tdocs\t{count}\tsec\t{seconds:0.0}\tdocs/s\t{count / seconds:0}\tindexMB\t{directory.ListAll().Sum(directory.FileLength) / 1e6:0.0}"));
    }

    private void Measure(string kind, List<PeerQuery> queries, IPeer peer, IndexSearcher searcher)
    {
        if (queries.Count == 0)
        {
            return;
        }

        if (Dump is not null)
        {
            File.AppendAllLines(Dump, queries.Select(query =>
            {
                var found = peer.Run(query, searcher);
                return string.Join('\t', query.Class, query.Words, found.Total, string.Join(',', found.Hits.Select(hit => $"{ArticleDocument.IdOf(searcher.IndexReader, hit.Document)}={hit.Score:0.000}")));
            }));
        }

        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < 2 || Stopwatch.GetElapsedTime(started).TotalSeconds < WarmSeconds; round++)
        {
            queries.ForEach(query => peer.Run(query, searcher));
        }

        long hits = 0;
        var times = new double[queries.Count][];
        var (allocated, collections, cpu) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0), Environment.CpuUsage.TotalTime);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < queries.Count; i++)
            {
                var before = Stopwatch.GetTimestamp();
                var found = peer.Run(queries[i], searcher);
                (times[i] ??= new double[Rounds])[round] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
                hits += round == 0 ? found.Total : 0;
            }
        }

        var runs = Rounds * queries.Count;
        var perQuery = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / runs;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / runs;
        double[] all = [.. times.SelectMany(time => time).Order()];
        double[] medians = [.. times.Select(time => Percentile([.. time.Order()], 0.5)).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"R\t{Engine}\t{Label}\t{kind}\t{queries.Count}\t{Rounds}\t{Percentile(medians, 0.5):0.0}\t{Percentile(medians, 0.99):0.0}\t{Percentile(all, 0.99):0.0}\t{all.Average():0.0}\t{perQuery:0.0}\t{hits}\t{bytes}\t{GC.CollectionCount(0) - collections}"));
    }

    /// <summary>The first, second and third time that each query is searched: a reader opened anew has no tables, the code is warm.</summary>
    private void MeasureFirst(string kind, List<PeerQuery> queries, IPeer peer, MappedDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = FieldLengths.CreateSimilarity() };
        peer.Run(new PeerQuery("facet", "", ""), searcher); // dates and topics, which the service reads before the first search
        peer.Run(new PeerQuery("datesort", "", ""), searcher);
        foreach (var time in new[] { "first", "second", "third" })
        {
            double[] times =
            [
                .. queries.Select(query =>
                {
                    var before = Stopwatch.GetTimestamp();
                    peer.Run(query, searcher);
                    return Stopwatch.GetElapsedTime(before).TotalMicroseconds;
                }).Order(),
            ];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"C\t{Engine}\t{Label}\t{kind}\t{time}\t{Percentile(times, 0.5):0.0}\t{Percentile(times, 0.99):0.0}\t{times.Average():0.0}"));
        }
    }

    /// <summary>How many searches a second several threads do, each going through all queries in one shuffled order from a place of its own.</summary>
    private void MeasureThreads(int threads, List<PeerQuery> queries, IPeer peer, IndexSearcher searcher)
    {
        var shuffled = queries.ToArray();
        new Random(1).Shuffle(shuffled);
        var done = 0L;
        var started = Stopwatch.GetTimestamp();
        var running = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            for (var next = thread * 7919; Stopwatch.GetElapsedTime(started).TotalSeconds < Seconds; next++)
            {
                peer.Run(shuffled[next % shuffled.Length], searcher);
                Interlocked.Increment(ref done);
            }
        })).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"T\t{Engine}\t{Label}\tthreads\t{threads}\tqps\t{done / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}"));
    }

    private static double Percentile(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
