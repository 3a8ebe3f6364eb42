using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Finds the terms of a query in a text by the same analysis that indexed it: words by their lemmas, hyphenated words and synonyms in all their
/// spellings, phrases in quotes where their forms stand in order. One highlighter serves one answer. Not for two threads.
/// </summary>
public sealed class Highlighter
{
    private readonly FrenchText _analysis = new();
    private readonly Dictionary<string, List<int>> _termsByLemma = new(StringComparer.Ordinal);
    private readonly List<(LemmaPhrase Phrase, int Term)> _lemmaPhrases = [];
    private readonly IReadOnlyList<IReadOnlyList<string>> _exactPhrases;

    /// <summary>Highlights the terms of a query that carry meaning, and its phrases.</summary>
    public Highlighter(AnalyzedQuery query)
    {
        Terms = [.. query.Meaningful];
        _exactPhrases = query.Phrases;
        for (var number = 0; number < Terms.Count; number++)
        {
            var term = Terms[number];
            foreach (var phrase in term.Together ? [term.Phrase] : term.Words.Select(word => new LemmaPhrase([word.Lemmas])))
            {
                Add(phrase, number);
            }

            foreach (var alternative in term.Alternatives)
            {
                Add(alternative, number);
            }
        }
    }

    /// <summary>The terms that are looked for, by their number; phrases in quotes have the numbers after them.</summary>
    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>How many terms and phrases are looked for.</summary>
    public int Count => Terms.Count + _exactPhrases.Count;

    /// <summary>Finds the query in a text.</summary>
    public TextMatch Find(string text)
    {
        _analysis.Analyze(text);
        var words = _analysis.AnalyzedWords;
        var marked = new bool[words.Length];
        var joined = new List<(int Word, int End)>();
        var matched = new HashSet<int>();
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var lemma in words[i].Lemmas)
            {
                if (_termsByLemma.TryGetValue(lemma, out var terms))
                {
                    marked[i] = true;
                    matched.UnionWith(terms);
                }
            }

            if (words[i].Compound is { } compound && _termsByLemma.TryGetValue(compound, out var compounds))
            {
                matched.UnionWith(compounds);
                for (var part = i; part < words.Length && words[part].Start < words[i].CompoundEnd; part++)
                {
                    marked[part] = true;
                }
            }

            foreach (var (phrase, term) in _lemmaPhrases)
            {
                if (StartsAt(words[i..], phrase))
                {
                    marked.AsSpan(i, phrase.Positions.Count).Fill(true);
                    matched.Add(term);
                }
            }

            for (var p = 0; p < _exactPhrases.Count; p++)
            {
                if (StartsAt(words[i..], _exactPhrases[p]))
                {
                    marked.AsSpan(i, _exactPhrases[p].Count).Fill(true);
                    matched.Add(Terms.Count + p);
                }
            }
        }

        var stretches = new List<(int, int)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (marked[i] && words[i].End > words[i].Start)
            {
                stretches.Add((words[i].Start, words[i].End));
            }
        }

        return new TextMatch(stretches, matched);
    }

    private void Add(LemmaPhrase phrase, int number)
    {
        if (phrase.Positions.Count > 1)
        {
            _lemmaPhrases.Add((phrase, number));
            return;
        }

        foreach (var lemma in phrase.Positions[0])
        {
            if (!_termsByLemma.TryGetValue(lemma, out var terms))
            {
                _termsByLemma.Add(lemma, terms = []);
            }

            terms.Add(number);
        }
    }

    private static bool StartsAt(ReadOnlySpan<AnalyzedWord> words, LemmaPhrase phrase)
    {
        if (phrase.Positions.Count > words.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Positions.Count; i++)
        {
            if (!Shares(words[i].Lemmas, phrase.Positions[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Shares(string[] lemmas, IReadOnlyList<string> others)
    {
        foreach (var lemma in lemmas)
        {
            if (others.Contains(lemma))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsAt(ReadOnlySpan<AnalyzedWord> words, IReadOnlyList<string> phrase)
    {
        if (phrase.Count > words.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Count; i++)
        {
            if (words[i].Forms.Exact != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
