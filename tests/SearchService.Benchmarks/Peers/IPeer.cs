using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching;

namespace SearchService.Benchmarks.Peers;

/// <summary>What is compared: the fields of the documents, and what a query of the file means in them.</summary>
internal interface IPeer
{
    /// <summary>The analyzer of the fields.</summary>
    Analyzer Analyzer { get; }

    /// <summary>Makes documents, one after the other, on one thread.</summary>
    Func<PeerArticle, IEnumerable<IIndexableField>> NewBuilder();

    /// <summary>Runs a query as far as its hits, totals and counts.</summary>
    MatchResult Run(PeerQuery query, IndexSearcher searcher);
}
