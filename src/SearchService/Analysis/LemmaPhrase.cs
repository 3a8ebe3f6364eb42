namespace SearchService.Analysis;

/// <summary>Words in a row, each of which may have several lemmas.</summary>
/// <param name="Positions">The lemmas of each word; one word at least, one lemma at least.</param>
public sealed record LemmaPhrase(IReadOnlyList<IReadOnlyList<string>> Positions)
{
    /// <summary>The first lemma of each word, parted by spaces.</summary>
    public override string ToString() => string.Join(' ', Positions.Select(lemmas => lemmas[0]));
}
