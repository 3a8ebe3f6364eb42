using SearchService.Analysis.Lexicon;

namespace SearchService.Tests.Support;

/// <summary>Tests of dictionary words need the dictionary, which a build without npm has not.</summary>
public static class LexiconNeeded
{
    /// <summary>Skips the test where the lexicon is empty; CI has npm and must not skip.</summary>
    public static void OrSkip() => Assert.SkipWhen(
        FrenchLexicon.Default.IsEmpty && Environment.GetEnvironmentVariable("CI") is null, "The build had no dictionary: install npm and build again.");
}
