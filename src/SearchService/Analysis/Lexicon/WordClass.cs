namespace SearchService.Analysis.Lexicon;

/// <summary>What kind of word a form is in one of its readings. The build tool writes these numbers into the lexicon.</summary>
[Flags]
public enum WordClass : byte
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>A noun, adjective, adverb or invariable word.</summary>
    Noun = 1,

    /// <summary>A conjugated form of a verb.</summary>
    Finite = 2,

    /// <summary>A past participle.</summary>
    Participle = 4,

    /// <summary>A present participle.</summary>
    PresentParticiple = 8,

    /// <summary>An infinitive.</summary>
    Infinitive = 16,

    /// <summary>A proper noun: written with a capital.</summary>
    Name = 32,

    /// <summary>An abbreviation: written in capitals.</summary>
    Acronym = 64,

    /// <summary>Added to another class: nobody means this out of context (<c>divisions</c> as a form of diviser), only behind a pronoun or an auxiliary.</summary>
    Unlikely = 128,

    /// <summary>Any form of a verb.</summary>
    Verb = Finite | Participle | PresentParticiple | Infinitive,
}
