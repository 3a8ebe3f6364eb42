using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>A query after French analysis: what is searched, highlighted and counted as missing.</summary>
/// <param name="Terms">Words and expressions to be found, in order.</param>
/// <param name="Phrases">Phrases to be found, each as its folded forms in order.</param>
/// <param name="ExcludedTerms">Words that must not be found.</param>
/// <param name="ExcludedPhrases">Phrases that must not be found.</param>
/// <param name="MatchesAll">Whether everything is asked for.</param>
/// <param name="Cut">Whether words beyond the limit were left aside.</param>
public sealed record AnalyzedQuery(
    IReadOnlyList<QueryTerm> Terms,
    IReadOnlyList<IReadOnlyList<string>> Phrases,
    IReadOnlyList<QueryTerm> ExcludedTerms,
    IReadOnlyList<IReadOnlyList<string>> ExcludedPhrases,
    bool MatchesAll,
    bool Cut)
{
    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => !MatchesAll && Terms.Count + Phrases.Count + ExcludedTerms.Count + ExcludedPhrases.Count == 0;

    /// <summary>Whether asking for any word instead of all can find more.</summary>
    public bool CanRelax => Terms.Count(term => !term.Optional) + Phrases.Count > 1 && Terms.Any(term => !term.Optional);

    /// <summary>Terms that are no mere words of grammar: those that a highlight should show.</summary>
    public IEnumerable<QueryTerm> Meaningful => Terms.Where(term => !term.Optional);

    /// <summary>Analyses a query. A word that stands in it twice is searched once.</summary>
    /// <param name="query">The query.</param>
    /// <param name="synonyms">What else may be found in the place of its words; phrases in quotes are left as they are.</param>
    /// <param name="maxTerms">How many terms are kept.</param>
    public static AnalyzedQuery From(ParsedQuery query, SynonymMap synonyms, int maxTerms = int.MaxValue)
    {
        var reader = new QueryTermReader(synonyms);
        var terms = new List<QueryTerm>();
        var phrases = new List<IReadOnlyList<string>>();
        var excludedTerms = new List<QueryTerm>();
        var excludedPhrases = new List<IReadOnlyList<string>>();
        var nodes = new List<QueryNode>();
        Flatten(query.Root, nodes, excluded: false);
        for (var i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case WordNode:
                    // Words in a row are read as one text: "10 000", "20 h 30", "Nations unies" need their neighbours.
                    var row = nodes.Skip(i).TakeWhile(clause => clause is WordNode).Cast<WordNode>().Select(word => word.Text).ToList();
                    terms.AddRange(reader.Read(string.Join(' ', row)));
                    i += row.Count - 1;
                    break;
                case PhraseNode phrase: AddPhrase(phrases, phrase); break;
                case ExcludedNode { Excluded: WordNode word }: AddExcluded(word); break;
                case ExcludedNode { Excluded: PhraseNode phrase }: AddPhrase(excludedPhrases, phrase); break;
            }
        }

        terms = [.. terms.DistinctBy(term => term.Exact)];
        var cut = terms.Count > maxTerms;
        terms = cut ? terms[..maxTerms] : terms;

        // Alone, grammatical words are what is asked for.
        if (phrases.Count == 0 && terms.TrueForAll(term => term.Optional))
        {
            terms = terms.ConvertAll(term => term with { Optional = false });
        }

        return new AnalyzedQuery(terms, phrases, excludedTerms, excludedPhrases, query.MatchesAll, cut);

        void AddExcluded(WordNode word)
        {
            // Several terms in one word (a/b) are excluded together, not each of them alone.
            var excluded = reader.WithoutSynonyms(word.Text);
            if (excluded.Count == 1)
            {
                excludedTerms.Add(excluded[0]);
            }
            else if (excluded.Count > 1)
            {
                excludedPhrases.Add([.. excluded.SelectMany(term => term.Words).Select(part => part.Exact)]);
            }
        }
    }

    /// <summary>Words, phrases and what is excluded of them, in order; another node in between parts the words of a row.</summary>
    private static void Flatten(QueryNode? node, List<QueryNode> result, bool excluded)
    {
        if (node is WordNode or PhraseNode)
        {
            result.Add(excluded ? new ExcludedNode(node, node.Position) : node);
            return;
        }

        foreach (var inner in node?.Inner ?? [])
        {
            Flatten(inner, result, excluded || node is ExcludedNode);
            if (node is not (SequenceNode or ExcludedNode))
            {
                result.Add(node!);
            }
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
}
