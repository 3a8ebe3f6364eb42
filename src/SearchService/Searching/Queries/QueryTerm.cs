using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>
/// What a query asks for in one place: a word, a hyphenated word, or an expression that has synonyms. It is found where all its words are, or
/// one of its alternatives is.
/// </summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Words">The words, one at least.</param>
/// <param name="Together">Whether the words must follow each other: the parts of a hyphenated word.</param>
/// <param name="Alternatives">What may stand in their place: the joined form, synonyms.</param>
/// <param name="Optional">Whether it is a grammatical word that need not be found.</param>
/// <param name="Place">Where it is looked for.</param>
public sealed record QueryTerm(
    string Text,
    IReadOnlyList<QueryWord> Words,
    bool Together,
    IReadOnlyList<LemmaPhrase> Alternatives,
    bool Optional,
    QueryPlace Place = QueryPlace.Everywhere) : QueryLeaf(Text, Place)
{
    /// <summary>Whether it must be found whatever the request says of words.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The folded forms of its words: what makes two terms the same.</summary>
    public string Exact => string.Join(' ', Words.Select(word => word.Exact));

    /// <summary>The words of a hyphenated word as a phrase.</summary>
    public LemmaPhrase Phrase => new([.. Words.Select(word => word.Lemmas)]);
}
