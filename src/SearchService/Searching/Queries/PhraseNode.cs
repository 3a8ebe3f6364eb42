namespace SearchService.Searching.Queries;

/// <summary>Words in quotes, to be found in this order and form.</summary>
/// <param name="Text">The text between the quotes.</param>
/// <param name="Position">Where its opening quote stands.</param>
public sealed record PhraseNode(string Text, int Position) : QueryNode(Position);
