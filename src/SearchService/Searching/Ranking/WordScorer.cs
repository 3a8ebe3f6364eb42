using System.Globalization;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>The articles of a segment in which a word stands, and its part of their scores. Not for two threads.</summary>
internal sealed class WordScorer : Scorer
{
    private readonly WordPostings[] _finding;
    private readonly WordPostings[] _postings;
    private readonly double[] _levelWeights;
    private readonly RankingParameters _parameters;
    private readonly float _boost;
    private int _document = -1;

    /// <param name="weight">The weight that made it.</param>
    /// <param name="postings">At least one that finds; those of a level together, and in them those of an alternative together.</param>
    /// <param name="levelWeights">Per level what a word that stands there without end would score.</param>
    /// <param name="parameters">The constants of the query.</param>
    /// <param name="boost">What the word counts in the query.</param>
    public WordScorer(Weight weight, WordPostings[] postings, double[] levelWeights, RankingParameters parameters, float boost)
        : base(weight)
    {
        _postings = postings;
        _finding = Array.FindAll(postings, posting => posting.Finds);
        _levelWeights = levelWeights;
        _parameters = parameters;
        _boost = boost;
    }

    public override int DocID => _document;

    public override int Freq => _finding.Where(posting => posting.Document == _document).Sum(posting => posting.Frequency);

    public override int NextDoc()
    {
        var next = NO_MORE_DOCS;
        foreach (var posting in _finding)
        {
            var at = posting.Document == _document ? posting.Next() : posting.Document;
            next = Math.Min(next, at);
        }

        return _document = next;
    }

    public override int Advance(int target)
    {
        var next = NO_MORE_DOCS;
        foreach (var posting in _finding)
        {
            next = Math.Min(next, posting.Advance(target));
        }

        return _document = next;
    }

    public override long GetCost() => _finding.Sum(posting => posting.Cost);

    public override float GetScore()
    {
        var score = 0.0;
        for (var i = 0; i < _postings.Length;)
        {
            var level = _postings[i].Level;
            score += _levelWeights[level] * BestAlternative(ref i, level);
        }

        return (float)score * _boost; // in this order: a score that is kept is multiplied as well
    }

    /// <summary>How the word scores at the present document.</summary>
    public Explanation Explain(string text)
    {
        var whole = new Explanation(GetScore(), $"« {text} »");
        for (var i = 0; i < _postings.Length;)
        {
            var level = _postings[i].Level;
            var start = i;
            var presence = BestAlternative(ref i, level);
            if (presence == 0)
            {
                continue;
            }

            var places = string.Join(", ", _postings[start..i].Where(posting => posting.Document == _document)
                .Select(posting => string.Create(CultureInfo.InvariantCulture, $"{(posting.IsOpening ? $"au début du texte, degré {posting.Frequency}" : $"{Place(posting.Occurrence.Field)} {posting.Frequency} fois")}")).Distinct());
            whole.AddDetail(new Explanation((float)(_levelWeights[level] * _boost * presence), string.Create(
                CultureInfo.InvariantCulture,
                $"{LevelName(level)} ({places}) : poids {_levelWeights[level] * _boost:0.000} × présence {presence:0.000}")));
        }

        return whole;
    }

    /// <summary>How much there is of a level's best reading; goes on behind the level.</summary>
    private double BestAlternative(ref int i, int level)
    {
        var best = 0.0;
        while (i < _postings.Length && _postings[i].Level == level)
        {
            var alternative = _postings[i].Alternative;
            double frequency = 0, earliness = 0;
            for (; i < _postings.Length && _postings[i].Level == level && _postings[i].Alternative == alternative; i++)
            {
                if (_postings[i].Advance(_document) == _document)
                {
                    if (_postings[i].IsOpening)
                    {
                        earliness = Math.Max(earliness, _postings[i].WeighedFrequency());
                    }
                    else
                    {
                        frequency += _postings[i].WeighedFrequency();
                    }
                }
            }

            best = Math.Max(best, _parameters.Presence(frequency, earliness));
        }

        return best;
    }

    private static string Place(string field) => field switch
    {
        IndexSchema.Headline => "titre",
        IndexSchema.Text => "texte",
        _ => "article",
    };

    private static string LevelName(int level) => (AnalysisLevel)level switch
    {
        AnalysisLevel.Exact => "forme exacte",
        AnalysisLevel.Lemma => "toutes les formes",
        _ => "même famille",
    };
}
