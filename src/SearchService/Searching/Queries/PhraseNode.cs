namespace SearchService.Searching.Queries;

/// <summary>Words in quotes, to be found in this order and form.</summary>
/// <param name="Text">The text between the quotes; its own quotes are of another kind.</param>
/// <param name="Position">Where its opening quote stands.</param>
/// <param name="Slop">How many other words may stand between, 0 to 50: <c>"a b"~3</c>.</param>
public sealed record PhraseNode(string Text, int Position, int Slop = 0) : QueryNode(Position)
{
    /// <summary>The largest slop.</summary>
    public const int MaxSlop = 50;

    private protected override bool HasSameContent(QueryNode other) => other is PhraseNode phrase && phrase.Text == Text && phrase.Slop == Slop;
}
