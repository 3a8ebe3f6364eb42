using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
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

    // Of one view; the walk through the dictionaries is the most expensive part of such a search.
    private const int MaxKnown = 1000;

    private static readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<QueryPattern, PatternForms>> Views = [];

    /// <summary>Expands all patterns of a query.</summary>
    public static ExpandedForms Expand(AnalyzedQuery query, IndexReader reader)
    {
        var patterns = query.Patterns.Distinct().ToList();
        if (patterns.Count == 0)
        {
            return ExpandedForms.None;
        }

        var known = Views.GetValue(reader, static _ => new());
        var expanded = new Dictionary<QueryPattern, IReadOnlyList<string>>();
        var cut = new List<QueryPattern>();
        foreach (var pattern in patterns)
        {
            if (!known.TryGetValue(pattern, out var forms))
            {
                if (known.Count >= MaxKnown)
                {
                    known.Clear();
                }

                forms = known.GetOrAdd(pattern, Expand(pattern, reader));
            }

            expanded[pattern] = forms.Forms;
            if (forms.IsCut)
            {
                cut.Add(pattern);
            }
        }

        return new ExpandedForms(expanded, cut);
    }

    private static PatternForms Expand(QueryPattern pattern, IndexReader reader)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        var typos = pattern.Match == WordMatch.Typo ? Typos(pattern.Form) : null;
        foreach (var field in WordQueryBuilder.FieldsOf(pattern.Place))
        {
            if (MultiFields.GetTerms(reader, IndexSchema.At(field, AnalysisLevel.Exact)) is { } terms)
            {
                Collect(terms, pattern, typos, frequencies);
            }
        }

        var forms = frequencies.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).Take(MaxForms).Select(form => form.Key);
        return new PatternForms([.. forms], frequencies.Count > MaxForms);
    }

    /// <summary>How many letters may differ in a word with a typo.</summary>
    public static int EditsIn(string form) => form.Length < LettersForTwoEdits ? 1 : 2;

    /// <summary>
    /// What accepts a form with typos, whatever the field; the first letter is right. Lucene's <c>FuzzyTermsEnum</c> makes such an automaton for each number of edits and field, which costs
    /// more than all the rest of the search.
    /// </summary>
    private static CompiledAutomaton Typos(string form)
    {
        var first = char.IsHighSurrogate(form[0]) && form.Length > 1 ? 2 : 1;
        var rest = new LevenshteinAutomata(form[first..], withTranspositions: true).ToAutomaton(EditsIn(form));
        return new CompiledAutomaton(BasicOperations.Concatenate(BasicAutomata.MakeString(form[..first]), rest), finite: true, simplify: false);
    }

    private static void Collect(Terms terms, QueryPattern pattern, CompiledAutomaton? typos, Dictionary<string, int> frequencies)
    {
        if (pattern.Match == WordMatch.Typo)
        {
            var near = terms.Intersect(typos!, null);
            while (near.MoveNext())
            {
                Add(near);
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
            if (typos is not null && Math.Min(form.Length, pattern.Form.Length) <= EditsIn(pattern.Form) && form != pattern.Form)
            {
                return; // nothing of it would be left
            }

            frequencies[form] = Math.Max(frequencies.GetValueOrDefault(form), at.DocFreq);
        }
    }

    private sealed record PatternForms(IReadOnlyList<string> Forms, bool IsCut);
}
