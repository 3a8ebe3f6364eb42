using Lucene.Net.Search;
using SearchService.Analysis;

namespace SearchService.Searching.Ranking;

/// <summary>One way in which a word may stand in an article.</summary>
/// <param name="Query">A term or phrase of one field: its documents and how often it stands there.</param>
/// <param name="Field">The field of text, as <see cref="Indexing.IndexSchema"/> names it, or the field of stems.</param>
/// <param name="Level">At which level it matches.</param>
/// <param name="Alternative">Which reading of the word it is; occurrences of one reading add up, the best reading counts.</param>
/// <param name="Weight">What one occurrence is worth.</param>
/// <param name="Finds">Whether it finds articles, or only helps to order those that are found.</param>
/// <param name="TellsRarity">Whether its document frequency tells how rare the word is: not that of a synonym.</param>
public sealed record Occurrence(Query Query, string Field, AnalysisLevel Level, int Alternative, double Weight, bool Finds, bool TellsRarity);
