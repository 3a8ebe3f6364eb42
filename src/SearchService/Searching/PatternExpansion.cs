using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>What the patterns of a query stand for in one index: the forms that begin so or differ by one or two letters, the most frequent ones if they are too many.</summary>
public static class PatternExpansion
{
    /// <summary>The most forms of one pattern: more would take longer to search than the rare ones are worth.</summary>
    public const int MaxForms = 200;

    // One difference for short words, two for longer ones; the first letter is rarely wrong.
    private const int LettersForTwoEdits = 8;

    /// <summary>Expands all patterns of a query.</summary>
    public static ExpandedForms Expand(AnalyzedQuery query, IndexReader reader)
    {
        var patterns = query.Patterns.Distinct().ToList();
        if (patterns.Count == 0)
        {
            return ExpandedForms.None;
        }

        var expanded = new Dictionary<QueryPattern, IReadOnlyList<string>>();
        var cut = new List<QueryPattern>();
        foreach (var pattern in patterns)
        {
            var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var field in WordQueryBuilder.FieldsOf(pattern.Place))
            {
                if (MultiFields.GetTerms(reader, IndexSchema.At(field, AnalysisLevel.Exact)) is { } terms)
                {
                    Collect(terms, pattern, frequencies);
                }
            }

            if (frequencies.Count > MaxForms)
            {
                cut.Add(pattern);
            }

            expanded[pattern] =
            [
                .. frequencies.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).Take(MaxForms).Select(form => form.Key),
            ];
        }

        return new ExpandedForms(expanded, cut);
    }

    /// <summary>How many letters may differ in a word with a typo.</summary>
    public static int EditsIn(string form) => form.Length < LettersForTwoEdits ? 1 : 2;

    private static void Collect(Terms terms, QueryPattern pattern, Dictionary<string, int> frequencies)
    {
        if (pattern.Match == WordMatch.Typo)
        {
            var fuzzy = new FuzzyTermsEnum(terms, new AttributeSource(), new Term("", pattern.Form), EditsIn(pattern.Form), 1, transpositions: true);
            while (fuzzy.MoveNext())
            {
                Add(fuzzy);
            }

            return;
        }

        var prefix = new BytesRef(pattern.Form);
        var all = terms.GetEnumerator();
        if (all.SeekCeil(prefix) == TermsEnum.SeekStatus.END)
        {
            return;
        }

        do
        {
            if (!StringHelper.StartsWith(all.Term, prefix))
            {
                return;
            }

            Add(all);
        }
        while (all.MoveNext());

        void Add(TermsEnum at)
        {
            var form = at.Term.Utf8ToString();
            frequencies[form] = Math.Max(frequencies.GetValueOrDefault(form), at.DocFreq);
        }
    }
}
