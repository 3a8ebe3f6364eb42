using Lucene.Net.Search;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>The articles of a segment in which a word stands, deleted ones included, with scores that a former search worked out. Not for two threads.</summary>
internal sealed class KnownWordScorer(Weight weight, WordScores scores, float boost) : Scorer(weight)
{
    private int _document = -1;
    private int _number;

    public override int DocID => _document;

    public override int Freq => 1;

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target) => _document = scores.Documents.NextFrom(target, ref _number);

    public override long GetCost() => scores.Cost;

    public override float GetScore() => scores.Of(scores.Documents.NumberOf(_document, _number)) * boost;
}
