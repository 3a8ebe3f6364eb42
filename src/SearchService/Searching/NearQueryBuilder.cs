using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Queries;

namespace SearchService.Searching;

/// <summary>Translates <c>PRES/n</c> and <c>MEMEPARA</c> into Lucene's spans: stretches of positions, the same at every level of a field.</summary>
internal sealed class NearQueryBuilder(ExpandedForms forms)
{
    // Far enough for any text, and far enough from overflow where Lucene adds lengths.
    private const int Anywhere = int.MaxValue / 4;

    /// <summary>The query of two clauses near each other, in the headline or in the text.</summary>
    public Query Build(NearClause near)
    {
        var places = near.Leaves.Select(leaf => leaf.Place).Distinct().ToList();
        var either = new BooleanQuery(disableCoord: true);
        foreach (var field in WordQueryBuilder.FieldsOf(places is [var only] ? only : QueryPlace.Everywhere))
        {
            if (Spans(near, field) is { } spans)
            {
                either.Add(spans, Occur.SHOULD);
            }
        }

        return either;
    }

    /// <summary>Where a clause stands in a field, or null if nothing in it can.</summary>
    private SpanQuery? Spans(QueryClause clause, string field)
    {
        switch (clause)
        {
            case NearClause { Distance: { } distance } near:
                return Near([Spans(near.Left, field), Spans(near.Right, field)], distance - 1, inOrder: false);
            case NearClause near:
                var both = Near([Spans(near.Left, field), Spans(near.Right, field)], Anywhere, inOrder: false);
                return both is null || field == IndexSchema.Headline
                    ? both
                    : new SpanNotQuery(both, new FieldMaskingSpanQuery(new SpanTermQuery(new Term(IndexSchema.TextBreaks, IndexSchema.BreakMark)), field));
            case AnyClause any:
                return Or([.. any.Parts.Select(part => Spans(part, field))]);
            case CombinedClause combined:
                return Near([.. combined.Parts.Where(part => part is not ExcludedClause).Select(part => Spans(part, field))], Anywhere, inOrder: false);
            case QueryTerm term:
                return Or([Row(term.Words.Select(word => word.Lemmas), field), .. term.Alternatives.Select(phrase => Row(phrase.Positions, field))]);
            case QueryPhrase phrase:
                return Near([.. phrase.Forms.Select(form => At(field, AnalysisLevel.Exact, form))], phrase.Slop, inOrder: phrase.Slop == 0);
            case QueryPattern pattern:
                return Or([.. forms.Of(pattern).Select(form => At(field, AnalysisLevel.Exact, form))]);
            default:
                return null;
        }
    }

    private static SpanQuery? Row(IEnumerable<IReadOnlyList<string>> positions, string field) =>
        Near([.. positions.Select(lemmas => Or([.. lemmas.Select(lemma => At(field, AnalysisLevel.Lemma, lemma))]))], 0, inOrder: true);

    private static FieldMaskingSpanQuery At(string field, AnalysisLevel level, string term) =>
        new FieldMaskingSpanQuery(new SpanTermQuery(new Term(IndexSchema.At(field, level), term)), field);

    private static SpanQuery? Near(SpanQuery?[] parts, int slop, bool inOrder) =>
        parts.Contains(null) ? null : parts is [{ } only] ? only : new SpanNearQuery([.. parts.OfType<SpanQuery>()], slop, inOrder);

    private static SpanQuery? Or(SpanQuery?[] parts) => parts.OfType<SpanQuery>().ToArray() switch
    {
        [] => null,
        [var only] => only,
        var several => new SpanOrQuery(several),
    };
}
