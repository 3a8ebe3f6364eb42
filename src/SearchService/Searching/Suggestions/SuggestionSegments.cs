using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// What suggestions keep of each segment, made when a segment is first asked and forgotten with it. Shared by all requests.
/// </summary>
public sealed class SuggestionSegments
{
    private readonly ConditionalWeakTable<object, Lazy<Parts>> _parts = [];

    /// <summary>The words, topics, stories and counts of a segment.</summary>
    internal Parts Of(AtomicReader segment) => _parts.GetValue(segment.CoreCacheKey, _ => new Lazy<Parts>(() => Read(segment))).Value;

    private static Parts Read(AtomicReader segment)
    {
        var published = PublicationMinutes.Of(segment);
        return new Parts(
            new SegmentWords(segment, published),
            new SegmentLabels(segment, IndexSchema.TopicFacet, published),
            new SegmentLabels(segment, IndexSchema.StoryFacet, published),
            new SegmentFrequencies());
    }

    /// <summary>What is kept of a segment.</summary>
    internal sealed record Parts(SegmentWords Words, SegmentLabels Topics, SegmentLabels Stories, SegmentFrequencies Frequencies);
}
