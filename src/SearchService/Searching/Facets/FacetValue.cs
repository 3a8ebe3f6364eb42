namespace SearchService.Searching.Facets;

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many articles have it, exactly.</param>
/// <param name="Selected">Whether the request asked for it.</param>
public sealed record FacetValue(string Value, int Count, bool Selected);
