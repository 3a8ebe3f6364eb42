using SearchService.Analysis;
using SearchService.Analysis.Lemmas;

namespace SearchService.Searching.Queries;

/// <summary>French text of a query to its terms: words analysed as in articles, hyphenated words kept together, synonyms added.</summary>
internal sealed class QueryTermReader(SynonymMap synonyms)
{
    private readonly FrenchText _analysis = new();

    /// <summary>The terms of words that follow each other in a query, in order.</summary>
    public List<QueryTerm> Read(string text)
    {
        var terms = WithoutSynonyms(text);
        var result = new List<QueryTerm>();

        // Synonyms may cover several terms, and end inside none.
        var words = terms.SelectMany(term => term.Words).ToList();
        var lemmas = words.ConvertAll(word => word.Lemmas);
        var wordAt = 0;
        for (var i = 0; i < terms.Count;)
        {
            var alternatives = synonyms.Find(lemmas, wordAt, out var length);
            var covered = 0;
            var next = i;
            while (covered < length && next < terms.Count)
            {
                covered += terms[next++].Words.Count;
            }

            if (length == 0 || covered != length)
            {
                wordAt += terms[i].Words.Count;
                result.Add(terms[i++]);
                continue;
            }

            var group = terms[i..next];
            result.Add(new QueryTerm(
                string.Join(' ', group.Select(term => term.Text)),
                [.. group.SelectMany(term => term.Words)],
                group.Count == 1 && group[0].Together,
                [.. group.Count == 1 ? group[0].Alternatives : [], .. alternatives],
                group.TrueForAll(term => term.Optional)));
            wordAt += length;
            i = next;
        }

        return result;
    }

    /// <summary>The terms of a text as they stand.</summary>
    public List<QueryTerm> WithoutSynonyms(string text)
    {
        _analysis.Analyze(text);
        var words = _analysis.AnalyzedWords;
        var terms = new List<QueryTerm>();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.CompoundEnd == 0)
            {
                var typed = text[word.Start..word.End];
                var optional = GrammaticalWords.Contains(word.Forms.Spelled) && (_analysis.IsAllCapitals || !IsAllCapitals(typed));
                terms.Add(new QueryTerm(typed, [WordOf(word, text)], false, [], optional));
                continue;
            }

            var parts = new List<QueryWord>();
            var start = i;
            while (i < words.Length && words[i].Start < words[start].CompoundEnd)
            {
                parts.Add(WordOf(words[i++], text));
            }

            i--;
            if (word.Compound is null && Lemmatizer.IsClitic(parts[^1].Exact))
            {
                // va-t-il, est-ce, celui-ci: a word and its pronoun, which no article needs to have in a row.
                var grammatical = GrammaticalWords.Contains(word.Forms.Spelled);
                terms.AddRange(parts.Select((part, number) => new QueryTerm(part.Text, [part], false, [], grammatical || number > 0)));
                continue;
            }

            var joined = word.Compound is null ? [] : new LemmaPhrase[] { new([[word.Compound]]) };
            terms.Add(new QueryTerm(text[word.Start..word.CompoundEnd], parts, parts.Count > 1, joined, false));
        }

        return terms;
    }

    private static QueryWord WordOf(AnalyzedWord word, string text) =>
        new(text[word.Start..word.End], word.Forms.Exact, word.Forms.Query, word.Forms.Stem);

    // AI, EU: in capitals an acronym, not a word of grammar. One letter says nothing: every sentence starts with one.
    private static bool IsAllCapitals(string text) => text.Length > 1 && text.All(char.IsUpper);
}
