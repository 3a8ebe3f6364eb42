using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>One way to understand a form.</summary>
/// <param name="Lemma">The dictionary form, spelled as terms are.</param>
/// <param name="Class">What kind of word the form is.</param>
/// <param name="Weak">
/// Whether the form is this only as a second person, a first person plural or the past historic of a verb: news hardly ever means that where the form is also a noun
/// (<c>mesures</c>, <c>divisions</c>, <c>opéra</c>).
/// </param>
internal readonly record struct Reading(string Lemma, WordClass Class, bool Weak);
