using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>
/// Finds the words of a query in a text by the same analysis that indexed it: words by their stem, phrases where all their forms stand in order. One
/// highlighter serves one answer and remembers the forms it has met. Not for two threads.
/// </summary>
public sealed class Highlighter
{
    private readonly Dictionary<string, int> _numberByStem = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IReadOnlyList<string>> _phrases;
    private readonly Dictionary<string, int> _numberByForm = new(StringComparer.Ordinal);

    /// <summary>Highlights the words of a query that carry meaning, and its phrases.</summary>
    public Highlighter(AnalyzedQuery query)
    {
        foreach (var word in query.Meaningful)
        {
            _numberByStem.TryAdd(word.Stem, _numberByStem.Count);
        }

        _phrases = query.Phrases;
    }

    /// <summary>The stems of the words that are highlighted, by their number; phrases have the numbers after them.</summary>
    public IEnumerable<KeyValuePair<string, int>> Stems => _numberByStem;

    /// <summary>How many words and phrases are looked for.</summary>
    public int Count => _numberByStem.Count + _phrases.Count;

    /// <summary>Finds the query in a text.</summary>
    public TextMatch Find(string text)
    {
        var tokens = TextAnalysis.Analyze(text, AnalysisLevel.Exact);
        var marked = new bool[tokens.Count];
        var matched = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (NumberOf(tokens[i].Term) is >= 0 and var number)
            {
                marked[i] = true;
                matched.Add(number);
            }

            for (var p = 0; p < _phrases.Count; p++)
            {
                if (PhraseStartsAt(_phrases[p], tokens, i))
                {
                    marked.AsSpan(i, _phrases[p].Count).Fill(true);
                    matched.Add(_numberByStem.Count + p);
                }
            }
        }

        var stretches = new List<(int, int)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (marked[i] && tokens[i].End > tokens[i].Start)
            {
                stretches.Add((tokens[i].Start, tokens[i].End));
            }
        }

        return new TextMatch(stretches, matched);
    }

    private static bool PhraseStartsAt(IReadOnlyList<string> phrase, List<AnalyzedToken> tokens, int at)
    {
        if (at + phrase.Count > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Count; i++)
        {
            if (tokens[at + i].Term != phrase[i] || tokens[at + i].Position != tokens[at].Position + i)
            {
                return false;
            }
        }

        return true;
    }

    private int NumberOf(string form)
    {
        if (!_numberByForm.TryGetValue(form, out var number))
        {
            number = _numberByStem.GetValueOrDefault(FrenchStemmer.Stem(form), -1);
            _numberByForm.Add(form, number);
        }

        return number;
    }
}
