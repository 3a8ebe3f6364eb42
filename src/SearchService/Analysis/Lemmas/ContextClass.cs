namespace SearchService.Analysis.Lemmas;

/// <summary>What a word tells of the word behind it.</summary>
internal enum ContextClass : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A noun group follows: <c>un</c>, <c>ces</c>, <c>dans</c>.</summary>
    Determiner,

    /// <summary><c>le la les leur</c>: an article, or behind a subject a pronoun before the verb.</summary>
    Article,

    /// <summary>A conjugated verb follows: <c>il</c>, <c>qui</c>, <c>ne</c>.</summary>
    Pronoun,

    /// <summary>A past participle may follow: forms of avoir and être.</summary>
    Auxiliary,

    /// <summary><c>en</c>: a present participle or a noun follows.</summary>
    En,

    /// <summary>A noun.</summary>
    Noun,
}
