namespace SearchService.Analysis.Tokens;

/// <summary>A token of a text, before any look-up.</summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units, behind an elided word.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Elided">The word elided before it.</param>
/// <param name="OpensSentence">Whether a sentence, a heading or a quotation starts here, so that a capital says nothing.</param>
/// <param name="CompoundEnd">
/// Where the hyphenated word ends whose first part this is, exclusive; the start of the token for a later part; 0 for a token that is no part of one.
/// </param>
/// <param name="TailStart">Where the gender mark in brackets or dots starts (<c>étudiant(e)s</c>), or the end of the token if there is none.</param>
/// <param name="Plural">Whether that mark ends in a plural.</param>
public readonly record struct TextToken(
    int Start, int End, TokenKind Kind, Elided Elided, bool OpensSentence, int CompoundEnd, int TailStart, bool Plural)
{
    /// <summary>Whether it is the first part of a hyphenated word.</summary>
    public bool OpensCompound => CompoundEnd > Start;

    /// <summary>Whether it is a later part of a hyphenated word.</summary>
    public bool ContinuesCompound => CompoundEnd == Start && CompoundEnd > 0;
}
