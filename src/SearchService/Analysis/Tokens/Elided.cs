namespace SearchService.Analysis.Tokens;

/// <summary>The word that an apostrophe cut short before a token.</summary>
public enum Elided
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>l'</c>: an article or a pronoun.</summary>
    Article,

    /// <summary><c>d'</c>, <c>jusqu'</c>: a noun follows.</summary>
    Preposition,

    /// <summary><c>j' m' t' s' n' c'</c>: a verb follows.</summary>
    Pronoun,

    /// <summary><c>qu'</c> and its compounds: anything follows.</summary>
    Conjunction,
}
