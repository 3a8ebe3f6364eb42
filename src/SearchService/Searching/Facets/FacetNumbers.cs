using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Facets;

/// <summary>The facets that have values of their own, each with its field and its numbers. Shared by all searches.</summary>
public sealed class FacetNumbers
{
    private readonly FacetValueNumbers[] _numbers = [.. Fields.Select(field => new FacetValueNumbers(field.IndexField))];

    private static (FacetField Facet, string IndexField)[] Fields { get; } =
    [
        (FacetField.Topic, IndexSchema.TopicFacet),
        (FacetField.Story, IndexSchema.StoryFacet),
        (FacetField.Source, IndexSchema.SourceFacet),
    ];

    /// <summary>The facets, in the order of the counters.</summary>
    public static IReadOnlyList<FacetField> Order { get; } = [.. Fields.Select(field => field.Facet)];

    /// <summary>The numbers of the running stories.</summary>
    internal FacetValueNumbers Stories => _numbers[Array.IndexOf([.. Order], FacetField.Story)];

    /// <summary>Reads the values of a segment, unless that was done before.</summary>
    internal void Read(AtomicReader segment)
    {
        foreach (var numbers in _numbers)
        {
            numbers.ColumnOf(segment);
        }
    }

    /// <summary>Counters for one search of a reader.</summary>
    internal FacetCounter[] CountersFor(SearchRequest request, IndexReader reader)
    {
        foreach (var segment in reader.Leaves)
        {
            foreach (var numbers in _numbers)
            {
                numbers.NumbersOf(segment.AtomicReader); // a segment's values get their numbers before anything is counted
            }
        }

        return [.. Fields.Select((field, i) => new FacetCounter(_numbers[i], field.IndexField, request.Selected(field.Facet)))];
    }
}
