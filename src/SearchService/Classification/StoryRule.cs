using System.Buffers;
using SearchService.Analysis;

namespace SearchService.Classification;

/// <summary>
/// The running story that a headline names: the text before its first colon followed by a space, if it starts with a capital or a digit, has at
/// most 5 words and 40 characters and no punctuation or quotes inside. Quotes around all of it are stripped, then at most 3 words.
/// </summary>
public static class StoryRule
{
    private const int MaxWords = 5;
    private const int MaxQuotedWords = 3;
    private const int MaxLength = 40;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(",.?!;…\"«»“”„");
    private static readonly string[] Quotes = ["\"\"", "«»", "“”", "„“"];

    /// <summary>Words that announce the kind of a piece and not what it is about, as folded forms.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "video", "videos", "direct", "en direct", "live", "urgent", "alerte", "alerte info", "flash", "bulletin", "exclusif", "exclusive", "info",
        "infos", "reportage", "entretien", "interview", "portrait", "portraits", "analyse", "eclairage", "decryptage", "enquete", "dossier",
        "infographie", "carte", "photo", "photos", "en images", "diaporama", "podcast", "audio", "replay", "temoignage", "temoignages", "recit",
        "chronologie", "reperes", "lead", "papier general", "papier angle", "encadre", "factuel", "fact checking", "verification", "vrai ou faux",
        "opinion", "tribune", "editorial", "edito", "avis", "billet", "chronique", "critique", "mise a jour", "rectificatif", "correction",
        "annulation", "sondage", "revue de presse", "a la une", "en bref", "breves", "agenda", "live video", "info exclusive", "regardez", "ecoutez",
    };

    /// <summary>The story of a headline, or null.</summary>
    public static string? Find(string headline)
    {
        var colon = FirstColon(headline);
        if (colon < 0)
        {
            return null;
        }

        var name = headline.AsSpan(0, colon).Trim();
        var maxWords = MaxWords;
        if (name.Length > 2 && Quotes.Any(pair => headline[0] == pair[0]) && IsClosing(name[0], name[^1]))
        {
            name = name[1..^1].Trim();
            maxWords = MaxQuotedWords;
        }

        if (name.Length is 0 or > MaxLength
            || !(char.IsUpper(name[0]) || char.IsDigit(name[0]))
            || name.ContainsAny(Punctuation)
            || CountWords(name) > maxWords)
        {
            return null;
        }

        var story = name.ToString();
        return Labels.Contains(Folded(story)) ? null : story;
    }

    private static int FirstColon(string headline)
    {
        for (var i = headline.IndexOf(':', StringComparison.Ordinal); i >= 0; i = headline.IndexOf(':', i + 1))
        {
            if (i + 1 < headline.Length && char.IsWhiteSpace(headline[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsClosing(char open, char close) => Quotes.Any(pair => pair[0] == open && pair[1] == close);

    private static int CountWords(ReadOnlySpan<char> name)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in name)
        {
            var space = char.IsWhiteSpace(c);
            words += !space && !inWord ? 1 : 0;
            inWord = !space;
        }

        return words;
    }

    private static string Folded(string story) =>
        string.Join(' ', TextAnalysis.Analyze(story, AnalysisLevel.Exact).Select(token => token.Term));
}
