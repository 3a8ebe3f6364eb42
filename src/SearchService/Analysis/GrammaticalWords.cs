namespace SearchService.Analysis;

/// <summary>Words that carry grammar and little meaning: optional in a query that also has other words. The list is <c>GrammaticalWords.fr.txt</c>.</summary>
public static class GrammaticalWords
{
    private static readonly HashSet<string> Words = Load();

    /// <summary>Whether an exact term is a grammatical word.</summary>
    public static bool Contains(string exactTerm) => Words.Contains(exactTerm);

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

            foreach (var token in TextAnalysis.Analyze(line, AnalysisLevel.Exact))
            {
                words.Add(token.Term);
            }
        }

        return words;
    }
}
