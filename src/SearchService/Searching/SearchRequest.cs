using SearchService.Searching.Facets;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>A search, within its limits.</summary>
public sealed record SearchRequest
{
    /// <summary>The deepest hit that pages reach; beyond it cursors go on.</summary>
    public const int MaxPagedHits = 10_000;

    /// <summary>The most hits of one answer.</summary>
    public const int MaxSize = 100;

    /// <summary>The most values of one facet.</summary>
    public const int MaxFacetSize = 1000;

    /// <summary>The query text; empty or <c>*</c> finds everything.</summary>
    public string Query { get; init; } = "";

    /// <summary>Keep articles with one of these topics; empty keeps all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Keep articles of one of these stories; empty keeps all.</summary>
    public IReadOnlyList<string> Stories { get; init; } = [];

    /// <summary>Keep articles of one of these sources; empty keeps all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Keep articles of these days.</summary>
    public DayRange Days { get; init; }

    /// <summary>How many of the words must be found.</summary>
    public SearchOperator Operator { get; init; }

    /// <summary>The order of the hits.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>The order that holds: everything is shown newest first unless asked otherwise.</summary>
    public SearchSort EffectiveSort =>
        Sort == SearchSort.Relevance && QueryParser.AsksForEverything(Query) ? SearchSort.Newest : Sort;

    /// <summary>How many hits to return, 0 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Which page of hits, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Goes on after this hit instead of by page, or null.</summary>
    public SearchCursor? Cursor { get; init; }

    /// <summary>The facets to count.</summary>
    public IReadOnlySet<FacetField> Facets { get; init; } = new HashSet<FacetField>(Enum.GetValues<FacetField>());

    /// <summary>How many values to list per facet.</summary>
    public int FacetSize { get; init; } = 100;

    /// <summary>Whether one hit stands for all of its running story, and for its near-duplicates.</summary>
    public bool Collapse { get; init; }

    /// <summary>Whether to say why each hit scores so.</summary>
    public bool Explain { get; init; }

    /// <summary>The values of a facet that the request selected.</summary>
    public IReadOnlyList<string> Selected(FacetField field) => field switch
    {
        FacetField.Topic => Topics,
        FacetField.Story => Stories,
        FacetField.Source => Sources,
        _ => [],
    };
}
