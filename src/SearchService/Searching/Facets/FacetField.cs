namespace SearchService.Searching.Facets;

/// <summary>What hits can be counted by.</summary>
public enum FacetField
{
    /// <summary>Subject category.</summary>
    Topic,

    /// <summary>Running story.</summary>
    Story,

    /// <summary>Agency or paper.</summary>
    Source,

    /// <summary>Day, month or year of publication.</summary>
    Date,
}
