using BenchmarkDotNet.Attributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Benchmarks.Peers;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks;

/// <summary>
/// What sets, tables and bounds gain: each search by them, once the tables are there, beside the obvious way of scoring every document that matches. On an index
/// of random words in memory, some frequent and most rare, as in texts.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class MatchingBenchmarks
{
    private const int Documents = 10_000;
    private const int Words = 2_000;
    private const int TextLength = 60;
    private const int Hits = 10;

    private static readonly Recency Ages = new(1_800_000_000_000, 30, RankingParameters.Default.Recency);

    private readonly RAMDirectory _directory = new();
    private readonly FacetNumbers _facets = new();
    private DirectoryReader _reader = null!;
    private IndexSearcher _searcher = null!;
    private IndexSearcher _withoutTables = null!;
    private AnalyzedQuery _query = null!;

    /// <summary>A frequent word, frequent ones, some of each, a phrase, all words that begin so.</summary>
    [Params("motaa", "motaa motab motac", "motaa motba motca motda", "\"motaa motab\"", "mota*")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(7);
        var config = new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer()) { Similarity = FieldLengths.CreateSimilarity() };
        using (var writer = new IndexWriter(_directory, config))
        {
            var build = new ProductPeer().NewBuilder();
            for (var i = 0; i < Documents; i++)
            {
                writer.AddDocument(build(new PeerArticle($"{i}", Text(random, 6), Text(random, TextLength), "Sujet", 1_600_000_000 + i)));
            }

            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = FieldLengths.CreateSimilarity() };

        // Tables belong to a segment as it is seen: seen through a filter it has none of them.
        var view = new MultiReader([.. _reader.Leaves.Select(segment => new FilterAtomicReader(segment.AtomicReader))], closeSubReaders: false);
        _withoutTables = new IndexSearcher(view) { Similarity = _searcher.Similarity };
        _query = AnalyzedQuery.From(QueryParser.Parse(Query, 64), SynonymMap.BuiltIn, 64);
        for (var i = 0; i < 3; i++)
        {
            ByTables(); // the second search makes the tables
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    /// <summary>Every document that Lucene finds is scored from its postings.</summary>
    [Benchmark(Baseline = true)]
    public int ByPostings()
    {
        var reader = _withoutTables.IndexReader;
        var query = LuceneQueryBuilder.Build(_query, anyWord: true, PatternExpansion.Expand(_query, reader), Ages, RankingParameters.Default);
        var segment = reader.Leaves[0];
        var hits = new TopHits(Hits + 1, SearchSort.Relevance, null, reader);
        hits.SetNextReader(segment);
        var scorer = _withoutTables.CreateNormalizedWeight(query).GetScorer(segment, null);
        var total = 0;
        if (scorer is not null)
        {
            hits.SetScorer(scorer);
            for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            {
                hits.Collect(document);
                total++;
            }
        }

        return total + hits.InOrder(0).Count;
    }

    /// <summary>The same hits and the same total.</summary>
    [Benchmark]
    public int ByTables()
    {
        var request = new SearchRequest { Query = Query, Operator = SearchOperator.Any, Facets = new HashSet<FacetField>() };
        var found = new ArticleMatcher(_searcher, request, _facets, RankingParameters.Default, Ages, () => { }).Match(_query, anyWord: true);
        return found.Total + found.Hits.Count;
    }

    /// <summary>The word of rank r comes about 1/r times as often as the first one.</summary>
    private static string Text(Random random, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ =>
    {
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(Words)) - 1;
        return $"mot{(char)('a' + (rank / 26 % 26))}{(char)('a' + (rank % 26))}{(rank >= 676 ? "x" : "")}";
    }));
}
