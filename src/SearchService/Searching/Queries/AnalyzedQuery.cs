using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>A query after French analysis: what is searched, highlighted and counted as missing.</summary>
/// <param name="Words">Words to be found, in order.</param>
/// <param name="Phrases">Phrases to be found, each as its folded forms in order.</param>
/// <param name="ExcludedWords">Words that must not be found.</param>
/// <param name="ExcludedPhrases">Phrases that must not be found.</param>
/// <param name="MatchesAll">Whether everything is asked for.</param>
/// <param name="Cut">Whether words beyond the limit were left aside.</param>
public sealed record AnalyzedQuery(
    IReadOnlyList<QueryTerm> Words,
    IReadOnlyList<IReadOnlyList<string>> Phrases,
    IReadOnlyList<QueryTerm> ExcludedWords,
    IReadOnlyList<IReadOnlyList<string>> ExcludedPhrases,
    bool MatchesAll,
    bool Cut)
{
    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => !MatchesAll && Words.Count + Phrases.Count + ExcludedWords.Count + ExcludedPhrases.Count == 0;

    /// <summary>Whether asking for any word instead of all can find more.</summary>
    public bool CanRelax => Words.Count(word => !word.Optional) + Phrases.Count > 1 && Words.Any(word => !word.Optional);

    /// <summary>Words that need not be grammatical ones: those that a highlight should show.</summary>
    public IEnumerable<QueryTerm> Meaningful => Words.Where(word => !word.Optional);

    /// <summary>Analyses a query. A word that stands in it twice is searched once.</summary>
    /// <param name="query">The query.</param>
    /// <param name="maxWords">How many words are kept: one clause (a-b-c…) may hold many.</param>
    public static AnalyzedQuery From(ParsedQuery query, int maxWords = int.MaxValue)
    {
        var words = new List<QueryTerm>();
        var phrases = new List<IReadOnlyList<string>>();
        var excludedWords = new List<QueryTerm>();
        var excludedPhrases = new List<IReadOnlyList<string>>();
        foreach (var clause in query.Clauses)
        {
            switch (clause)
            {
                case WordNode word: words.AddRange(Terms(word)); break;
                case PhraseNode phrase: AddPhrase(phrases, phrase); break;
                case ExcludedNode { Inner: WordNode word }: AddExcluded(word); break;
                case ExcludedNode { Inner: PhraseNode phrase }: AddPhrase(excludedPhrases, phrase); break;
            }
        }

        words = [.. words.DistinctBy(word => word.Exact)];
        var cut = words.Count > maxWords;
        words = cut ? words[..maxWords] : words;

        // Alone, grammatical words are what is asked for.
        if (phrases.Count == 0 && words.TrueForAll(word => word.Optional))
        {
            words = words.ConvertAll(word => word with { Optional = false });
        }

        return new AnalyzedQuery(words, phrases, excludedWords, excludedPhrases, query.MatchesAll, cut);

        void AddExcluded(WordNode word)
        {
            // Several terms in one word (nord-coréen) are excluded together, not each of them alone.
            var terms = Terms(word).ToList();
            if (terms.Count == 1)
            {
                excludedWords.Add(terms[0]);
            }
            else if (terms.Count > 1)
            {
                excludedPhrases.Add([.. terms.Select(term => term.Exact)]);
            }
        }
    }

    private static IEnumerable<QueryTerm> Terms(WordNode word)
    {
        foreach (var token in TextAnalysis.Analyze(word.Text, AnalysisLevel.Exact))
        {
            var text = word.Text[token.Start..token.End];
            var optional = GrammaticalWords.Contains(token.Term) && !IsAllCapitals(text);
            yield return new QueryTerm(text, token.Term, FrenchStemmer.Stem(token.Term), optional);
        }
    }

    private static void AddPhrase(List<IReadOnlyList<string>> phrases, PhraseNode phrase)
    {
        var tokens = TextAnalysis.Analyze(phrase.Text, AnalysisLevel.Exact);
        if (tokens.Count > 0)
        {
            phrases.Add([.. tokens.Select(token => token.Term)]);
        }
    }

    // AI, EU: in capitals an acronym, not a word of grammar. One letter says nothing: every sentence starts with one.
    private static bool IsAllCapitals(string text) => text.Length > 1 && text.All(char.IsUpper);
}
