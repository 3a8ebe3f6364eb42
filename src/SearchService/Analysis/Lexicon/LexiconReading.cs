namespace SearchService.Analysis.Lexicon;

/// <summary>One way to understand a form.</summary>
/// <param name="Lemma">The dictionary form: lower case, French accents, ligatures as two letters.</param>
/// <param name="Class">What kind of word the form is.</param>
public readonly record struct LexiconReading(string Lemma, WordClass Class);
