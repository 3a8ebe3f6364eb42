namespace SearchService.Analysis;

/// <summary>Words that carry grammar and little meaning: optional in a query that also has other words. The list is <c>GrammaticalWords.fr.txt</c>.</summary>
public static class GrammaticalWords
{
    private static readonly HashSet<string> Words = Load();

    /// <summary>Whether a word is a grammatical one.</summary>
    /// <param name="spelled">The word in lower case with its accents: <c>mais</c> is one, <c>maïs</c> is not.</param>
    public static bool Contains(string spelled) => Words.Contains(spelled);

    private static HashSet<string> Load()
    {
        using var stream = typeof(GrammaticalWords).Assembly.GetManifestResourceStream("GrammaticalWords.fr.txt")
            ?? throw new InvalidOperationException("GrammaticalWords.fr.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            words.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }
}
