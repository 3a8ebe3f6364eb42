using SearchService.Indexing;
using SearchService.Searching.Facets;
using SearchService.Searching.Tables;
using SearchService.Searching.Suggestions;

namespace SearchService.Searching;

/// <summary>Reads what searches, facets and suggestions keep of each segment as soon as there is a new one, so that no request has to wait for it.</summary>
public sealed class SegmentWarmup(LiveIndex live, FacetNumbers facets, SuggestionSegments suggestions)
{
    /// <summary>Reads the segments of what is searched now that are new: some seconds for a million articles.</summary>
    public void Run()
    {
        if (!live.IsShown)
        {
            return;
        }

        using var lease = live.Acquire();
        foreach (var segment in lease.Searcher.IndexReader.Leaves)
        {
            SegmentColumns.Of(segment.AtomicReader).ByDate(newestFirst: true);
            facets.Read(segment.AtomicReader);
            suggestions.Of(segment.AtomicReader);
        }
    }
}
