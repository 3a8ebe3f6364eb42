using SearchService.Analysis.Lexicon;

namespace SearchService.Analysis.Lemmas;

/// <summary>
/// Everything the analysis knows of one word: its folded form and its lemmas, all of them and those that remain behind certain words. Immutable, made
/// once for each word and kept in the <see cref="WordCache"/>.
/// </summary>
public sealed class WordForms
{
    // What few of those who meet the word ask for lies apart: what all ask for then takes one or two lines of a processor's cache.
    private readonly Details _details;

    internal WordForms(string exact, string spelled, IReadOnlyList<LexiconReading> readings, string[] queryOnly, ContextClass context, bool isParticipleLike)
    {
        Exact = exact;
        spelled = OneOf(spelled, exact);
        Context = context;
        IsGrammatical = GrammaticalWords.Contains(spelled);
        _details = new Details { Spelled = spelled, Readings = readings };
        var likely = readings.Where(IsLikely).ToList();
        All = LemmasOf(likely.Count == 0 ? readings : likely);
        FirstLemma = All[0];
        LemmaHash = HashOf(FirstLemma);
        IsAmbiguous = readings.Count > 1;
        Stem = OneOf(DerivationalStemmer.Stem(All[0]), exact, All[0]);
        if (readings.Count == 1)
        {
            _details.AfterDeterminer = _details.AfterPronoun = _details.AfterAuxiliary = _details.AfterEn = _details.AfterNoun = All;
        }
        else
        {
            _details.AfterDeterminer = Narrowed(likely, WordClass.Noun | WordClass.Name | WordClass.Acronym);
            _details.AfterPronoun = Narrowed(readings, WordClass.Finite);
            _details.AfterAuxiliary = Narrowed(readings, WordClass.Participle);
            _details.AfterEn = readings.Any(reading => (reading.Class & WordClass.PresentParticiple) != 0) ? Narrowed(readings, WordClass.PresentParticiple) : AfterDeterminer;
            _details.AfterNoun = isParticipleLike ? AfterAuxiliary : All;
        }

        _details.Query = queryOnly.Length == 0 ? All : [.. All.Union(queryOnly)];
        foreach (var lemma in readings.Select(reading => reading.Lemma))
        {
            LemmaMarks |= MarkOf(lemma);
        }
    }

    /// <summary>The form without case, accents, ligatures and apostrophes.</summary>
    public string Exact { get; }

    /// <summary>The form in lower case with its French accents.</summary>
    public string Spelled => _details.Spelled;

    /// <summary>The stem of the most likely lemma, wherever the word stands.</summary>
    public string Stem { get; }

    /// <summary>The readings, most likely first; one at least.</summary>
    public IReadOnlyList<LexiconReading> Readings => _details.Readings;

    /// <summary>The lemmas of a word of which nothing else is known, most likely first; one at least. Not to be changed, like all arrays here.</summary>
    public string[] All { get; }

    /// <summary>The lemmas behind an article, a possessive, a preposition: nouns if there are any.</summary>
    public string[] AfterDeterminer => _details.AfterDeterminer;

    /// <summary>The lemmas behind a pronoun or <c>ne</c>: conjugated verbs if there are any.</summary>
    public string[] AfterPronoun => _details.AfterPronoun;

    /// <summary>The lemmas behind a form of avoir or être: past participles if there are any.</summary>
    public string[] AfterAuxiliary => _details.AfterAuxiliary;

    /// <summary>The lemmas behind <c>en</c>: present participles if there are any, else as behind a preposition.</summary>
    public string[] AfterEn => _details.AfterEn;

    /// <summary>The lemmas behind a noun: of words like <c>assemblée</c> the participle.</summary>
    public string[] AfterNoun => _details.AfterNoun;

    /// <summary>What a query of this word looks for: all lemmas, and those under which a careful text may have it.</summary>
    public string[] Query => _details.Query;

    /// <summary>Whether it is a word of grammar: no stem of it is worth a place in the index.</summary>
    internal bool IsGrammatical { get; }

    /// <summary>The most likely lemma.</summary>
    internal string FirstLemma { get; }

    /// <summary>The hash of the most likely lemma.</summary>
    internal ulong LemmaHash { get; }

    /// <summary>Whether the words around it may change its lemmas.</summary>
    internal bool IsAmbiguous { get; }

    /// <summary>A bit for each of its lemmas, by <see cref="MarkOf"/>: without a bit in common a word has no lemma in common with another, or with a query.</summary>
    internal ulong LemmaMarks { get; }

    /// <summary>Under what the <see cref="WordCache"/> keeps it: set once, before it is published there.</summary>
    internal ulong Key { get; set; }

    /// <summary>What the word tells of the next one.</summary>
    internal ContextClass Context { get; }

    /// <summary>The bit of a lemma among 64.</summary>
    internal static ulong MarkOf(string lemma) => 1UL << (int)(HashOf(lemma) >> 58);

    /// <summary>The hash of a word, FNV-1a over its UTF-16 units. Indexes keep what is made of it: it never changes.</summary>
    internal static ulong HashOf(string word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return hash;
    }

    private string[] Narrowed(IReadOnlyList<LexiconReading> readings, WordClass classes)
    {
        // "nous sommes" is no form of sommer: an unlikely reading counts only where no likely one fits.
        var fitting = readings.Where(reading => (reading.Class & classes) != 0).ToList();
        fitting = fitting.Exists(IsLikely) ? fitting.FindAll(IsLikely) : fitting;
        return fitting.Count == 0 ? All : LemmasOf(fitting) is var lemmas && lemmas.SequenceEqual(All) ? All : lemmas;
    }

    private static bool IsLikely(LexiconReading reading) => (reading.Class & WordClass.Unlikely) == 0;

    private string[] LemmasOf(IReadOnlyList<LexiconReading> readings) => readings.Count == 1 ? [OneOf(readings[0].Lemma, Exact, Spelled)] : [.. readings.Select(reading => reading.Lemma).Distinct(StringComparer.Ordinal)];

    /// <summary>One string for equal ones: thousands of words are kept.</summary>
    private static string OneOf(string text, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (text == other)
            {
                return other;
            }
        }

        return text;
    }

    private sealed class Details
    {
        public required string Spelled { get; init; }

        public required IReadOnlyList<LexiconReading> Readings { get; init; }

        public string[] AfterDeterminer { get; set; } = [];

        public string[] AfterPronoun { get; set; } = [];

        public string[] AfterAuxiliary { get; set; } = [];

        public string[] AfterEn { get; set; } = [];

        public string[] AfterNoun { get; set; } = [];

        public string[] Query { get; set; } = [];
    }
}
