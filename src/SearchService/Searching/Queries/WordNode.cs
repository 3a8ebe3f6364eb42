namespace SearchService.Searching.Queries;

/// <summary>What stands between spaces: a word, mostly; also <c>l'avocat</c>, <c>porte-avions</c>, <c>a/b</c>, or the sign behind a number.</summary>
/// <param name="Text">The word as typed, without the signs of the query language.</param>
/// <param name="Position">Where it starts, such a sign included.</param>
/// <param name="Match">How it is found. A pattern holds for the last word of the text: <c>l'avoc*</c>.</param>
public sealed record WordNode(string Text, int Position, WordMatch Match = WordMatch.Inflected) : QueryNode(Position)
{
    private protected override bool HasSameContent(QueryNode other) => other is WordNode word && word.Text == Text && word.Match == Match;
}
