using System.Buffers;
using System.Numerics;
using Lucene.Net.Search;

namespace SearchService.Searching.Ranking;

/// <summary>
/// Scores all documents of a segment that have a word, one occurrence after the other in blocks of documents: the same scores as <see cref="WordScorer"/>, to the
/// last digit, at a fraction of its price, since no occurrence is asked for a document at which it does not stand. For one use.
/// </summary>
/// <remarks>Term-at-a-time scoring into accumulators (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), in blocks that stay in the cache.</remarks>
internal sealed class WordBulkScorer
{
    private const int Block = 4096;
    private const int Bits = 64;

    private readonly WordPostings[] _postings;
    private readonly int[] _slots; // of the postings: one for each reading of a level
    private readonly int[] _levels; // of the slots
    private readonly double[][] _frequencies; // of the slots, by document of the block
    private readonly double[]?[] _earliness;
    private readonly double[] _levelWeights;
    private readonly RankingParameters _parameters;
    private readonly ulong[] _found = new ulong[Block / Bits];

    /// <param name="postings">Those of a level together, and in them those of an alternative together.</param>
    /// <param name="levelWeights">Per level what a word that stands there without end would score.</param>
    /// <param name="parameters">The constants of the query.</param>
    public WordBulkScorer(WordPostings[] postings, double[] levelWeights, RankingParameters parameters)
    {
        _postings = postings;
        _levelWeights = levelWeights;
        _parameters = parameters;
        _slots = new int[postings.Length];
        List<int> levels = [];
        for (var i = 0; i < postings.Length; i++)
        {
            if (i == 0 || postings[i].Level != postings[i - 1].Level || postings[i].Alternative != postings[i - 1].Alternative)
            {
                levels.Add(postings[i].Level);
            }

            _slots[i] = levels.Count - 1;
        }

        _levels = [.. levels];
        _frequencies = [.. levels.Select(_ => Rent())];
        _earliness = [.. levels.Select((_, slot) => postings.Where((posting, i) => posting.IsOpening && _slots[i] == slot).Any() ? Rent() : null)];
    }

    /// <summary>The documents, ascending, and their scores at a boost of 1.</summary>
    public (List<int> Documents, List<float> Scores) ScoreAll()
    {
        var finding = Array.FindAll(_postings, posting => posting.Finds);
        var expected = (int)Math.Min(finding.Sum(posting => posting.Cost), int.MaxValue / 2);
        var documents = new List<int>(expected);
        var scores = new List<float>(expected);
        Array.ForEach(finding, posting => posting.Next());
        while (finding.Length > 0 && finding.Min(posting => posting.Document) is var first && first != DocIdSetIterator.NO_MORE_DOCS)
        {
            var start = first & ~(Block - 1);
            AddBlock(start);
            TakeBlock(start, documents, scores);
        }

        Array.ForEach([.. _frequencies, .. _earliness.OfType<double[]>()], sums => ArrayPool<double>.Shared.Return(sums));
        return (documents, scores);
    }

    private static double[] Rent()
    {
        var sums = ArrayPool<double>.Shared.Rent(Block);
        sums.AsSpan(0, Block).Clear();
        return sums;
    }

    /// <summary>What finds comes first: the others only count in documents that are found.</summary>
    private void AddBlock(int start)
    {
        foreach (var finds in new[] { true, false })
        {
            for (var i = 0; i < _postings.Length; i++)
            {
                var posting = _postings[i];
                if (posting.Finds == finds && posting.Advance(start) < start + Block)
                {
                    posting.AddTo(posting.IsOpening ? _earliness[_slots[i]]! : _frequencies[_slots[i]], _found, start, start + Block);
                }
            }
        }
    }

    private void TakeBlock(int start, List<int> documents, List<float> scores)
    {
        for (var word = 0; word < _found.Length; word++)
        {
            for (var left = _found[word]; left != 0; left &= left - 1)
            {
                var place = (word * Bits) + BitOperations.TrailingZeroCount(left);
                documents.Add(start + place);
                scores.Add(Score(place));
            }

            _found[word] = 0;
        }
    }

    /// <summary>The score of a document of the block, whose accumulators are empty afterwards.</summary>
    private float Score(int place)
    {
        var score = 0.0;
        for (var slot = 0; slot < _levels.Length;)
        {
            var level = _levels[slot];
            var best = 0.0;
            for (; slot < _levels.Length && _levels[slot] == level; slot++)
            {
                var frequency = _frequencies[slot][place];
                var earliness = _earliness[slot]?[place] ?? 0;
                if (frequency != 0 || earliness != 0)
                {
                    best = Math.Max(best, _parameters.Presence(frequency, earliness));
                    _frequencies[slot][place] = 0;
                    _earliness[slot]?[place] = 0;
                }
            }

            score += _levelWeights[level] * best;
        }

        return (float)score;
    }
}
