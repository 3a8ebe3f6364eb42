using SearchService.Analysis.Lexicon;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// A careful guess for words that the lexicon lacks: a known word behind a known prefix is inflected like that word; else a plain plural or feminine
/// ending is taken off. It never touches names, and does little by design: a wrong guess joins what no reader would join.
/// </summary>
internal sealed class UnknownWords(FrenchLexicon lexicon)
{
    private const int ShortestBase = 4;

    private static readonly string[] Prefixes =
    [
        "aéro", "agro", "anti", "archi", "arrière", "audio", "auto", "avant", "bi", "bio", "ciné", "co", "contre", "crypto", "cyber", "dé", "demi", "dés", "éco",
        "électro", "entre", "euro", "ex", "extra", "franco", "géo", "hydro", "hyper", "infra", "inter", "intra", "macro", "maxi", "méga", "méta", "micro", "mini",
        "mono", "multi", "narco", "néo", "neuro", "non", "nord", "omni", "ouest", "pan", "para", "péri", "photo", "pluri", "poly", "post", "pré", "pro", "pseudo",
        "psycho", "quasi", "radio", "re", "ré", "semi", "socio", "sous", "sud", "super", "supra", "sur", "techno", "télé", "thermo", "trans", "tri", "turbo",
        "ultra", "uni", "vice", "vidéo",
    ];

    // The longest first: "contre" before "con", "arrière" before "ar".
    private static readonly ILookup<char, string> PrefixesByLetter = Prefixes.OrderByDescending(prefix => prefix.Length).ToLookup(prefix => prefix[0]);

    // Ending, what stands for it, and how long the word must be: from plural to singular, feminine to masculine, verbs of -iser and -ifier.
    private static readonly (string Ending, string Replacement, int MinLength)[] Endings =
    [
        ("isations", "isation", 10), ("isés", "iser", 7), ("isées", "iser", 8), ("isée", "iser", 7), ("isé", "iser", 6), ("isent", "iser", 8), ("isait", "iser", 8),
        ("isaient", "iser", 10), ("isant", "iser", 8), ("isera", "iser", 8), ("ifiés", "ifier", 8), ("ifiées", "ifier", 9), ("ifiée", "ifier", 8), ("ifié", "ifier", 7),
        ("ifient", "ifier", 9), ("ifiait", "ifier", 9), ("iques", "ique", 7), ("istes", "iste", 7), ("ismes", "isme", 7), ("iennes", "ien", 8), ("ienne", "ien", 7),
        ("euses", "eur", 8), ("euse", "eur", 7), ("trices", "teur", 9), ("trice", "teur", 8), ("aises", "ais", 7), ("aise", "ais", 6), ("eaux", "eau", 6), ("aux", "al", 6),
        ("ives", "if", 7), ("ive", "if", 6), ("elles", "el", 8), ("ées", "é", 6), ("és", "é", 5), ("ss", "ss", 1), ("us", "us", 1), ("is", "is", 1), ("as", "as", 1),
        ("os", "o", 6), ("s", "", 5),
    ];

    /// <summary>The lemmas of an unknown word: through its prefix, or none.</summary>
    /// <param name="spelled">The word in the spelling of the lexicon.</param>
    public IReadOnlyList<LexiconReading> ByPrefix(string spelled)
    {
        foreach (var prefix in PrefixesByLetter[spelled[0]])
        {
            if (!spelled.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = spelled.AsSpan(prefix.Length);
            if (rest.Length < ShortestBase || lexicon.Find(rest) is not (>= 0 and var set))
            {
                continue;
            }

            var readings = new List<LexiconReading>();
            for (var i = 0; i < lexicon.Count(set); i++)
            {
                var reading = lexicon.Reading(rest, set, i);
                if ((reading.Class & (WordClass.Noun | WordClass.Verb)) != 0)
                {
                    readings.Add(reading with { Lemma = Characters.Folded(prefix + reading.Lemma) });
                }
            }

            if (readings.Count > 0)
            {
                return readings;
            }
        }

        return [];
    }

    /// <summary>The word without its plural or feminine ending; the word itself if it has none.</summary>
    /// <param name="spelled">The word in the spelling of the lexicon.</param>
    public static string ByEnding(string spelled)
    {
        foreach (var (ending, replacement, minLength) in Endings)
        {
            if (spelled.EndsWith(ending, StringComparison.Ordinal))
            {
                return spelled.Length < minLength ? spelled : string.Concat(spelled.AsSpan(0, spelled.Length - ending.Length), replacement);
            }
        }

        return spelled;
    }
}
