using Microsoft.Extensions.Time.Testing;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Relevance.Golden;

/// <summary>The sample corpus as it is served, on a day shortly after its last article: recency does not change with the calendar.</summary>
public sealed class SampleIndex : IDisposable
{
    private const int Depth = 10;

    private static readonly DateTimeOffset Today = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly HashSet<FacetField> NoFacets = [];

    private readonly TestEngine _engine = new(new FakeTimeProvider(Today));

    public SampleIndex()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Source, "SampleNews")))
        {
            File.Copy(file, Path.Combine(_engine.Corpus, Path.GetFileName(file)));
        }

        _engine.Get<CorpusSync>().RunAsync(null, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        _engine.Get<IndexRebuild>().Run(1, _ => { }, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether the corpus has an article.</summary>
    public bool Has(string id) => _engine.Store.Get(id) is not null;

    /// <summary>The first ten hits.</summary>
    public SearchResponse Search(GoldenQuery query) =>
        _engine.Searcher.Search(new SearchRequest { Query = query.Text, Operator = query.Operator, Size = Depth, Facets = NoFacets });

    public void Dispose() => _engine.Dispose();
}
