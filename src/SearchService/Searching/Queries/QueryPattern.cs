namespace SearchService.Searching.Queries;

/// <summary>A pattern of words, <c>mot*</c> or <c>mot~</c>, found in folded forms.</summary>
/// <param name="Text">The word as typed, without its sign.</param>
/// <param name="Form">Its folded form.</param>
/// <param name="Match"><see cref="WordMatch.Prefix"/> or <see cref="WordMatch.Typo"/>.</param>
/// <param name="Place">Where it is looked for.</param>
public sealed record QueryPattern(string Text, string Form, WordMatch Match, QueryPlace Place = QueryPlace.Everywhere) : QueryLeaf(Text, Place);
