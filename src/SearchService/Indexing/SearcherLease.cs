using Lucene.Net.Search;

namespace SearchService.Indexing;

/// <summary>The right to use one unchanging view of a generation until it is returned by <see cref="Dispose"/>.</summary>
public sealed class SearcherLease : IDisposable
{
    private readonly SearcherManager _searchers;
    private IndexSearcher? _searcher;

    internal SearcherLease(IndexGeneration generation, SearcherManager searchers, IndexSearcher searcher, long sequence)
    {
        Generation = generation.Name;
        Sequence = sequence;
        IsCurrent = generation.Data.IsCurrent;
        _searchers = searchers;
        _searcher = searcher;
    }

    /// <summary>The generation's name.</summary>
    public string Generation { get; }

    /// <summary>The last change of the store that is certain to be in the view.</summary>
    public long Sequence { get; }

    /// <summary>Whether the analysis and the schema of this program made the generation.</summary>
    public bool IsCurrent { get; }

    /// <summary>The view.</summary>
    public IndexSearcher Searcher => _searcher ?? throw new ObjectDisposedException(nameof(SearcherLease));

    /// <summary>How many articles the view holds.</summary>
    public int Documents => Searcher.IndexReader.NumDocs;

    /// <summary>Whether the view holds an article.</summary>
    public bool Holds(string id) => Searcher.Search(new TermQuery(ArticleDocument.IdTerm(id)), 1).TotalHits > 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _searcher, null) is { } searcher)
        {
            _searchers.Release(searcher);
        }
    }
}
