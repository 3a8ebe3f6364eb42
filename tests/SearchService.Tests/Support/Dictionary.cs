using SearchService.Analysis.Lexicon;

namespace SearchService.Tests.Support;

/// <summary>The French dictionary that the program was built with.</summary>
public static class Dictionary
{
    /// <summary>Whether this is a continuous integration run, which lacks nothing.</summary>
    private static bool IsCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    /// <summary>Skips the test where the program was built without the dictionary, but not in CI.</summary>
    public static void Required() => Assert.SkipUnless(
        IsCi || !FrenchLexicon.Default.IsEmpty, "The program was built without the French dictionary (npm and its package dictionary-fr).");
}
