using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// Bounds of the scores that the words of a query give in one segment, by window and by document: what each word scores there, added up. A word's scores are
/// worked out for all its documents at once, unless the search has found far fewer, and kept with the segment. For one search.
/// </summary>
internal sealed class ScoreBounds
{
    /// <summary>So few documents are scored sooner than their bounds are added up.</summary>
    public const int FewDocuments = 512;

    // Scoring one document of a search takes so many times as long as one of all that a word has.
    private const int CostOfOne = 16;

    private readonly IndexSearcher _searcher;
    private readonly AtomicReaderContext _segment;
    private readonly List<(WordScores Scores, float Factor)> _words = [];
    private readonly int _count;
    private float _others;

    private ScoreBounds(IndexSearcher searcher, AtomicReaderContext segment, int count)
    {
        _searcher = searcher;
        _segment = segment;
        _count = count;
    }

    /// <summary>The bounds, or null if some part of the query has none: then any document may be the best.</summary>
    /// <param name="query">The query, rewritten.</param>
    /// <param name="searcher">The view.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="count">How many documents the search has found.</param>
    public static ScoreBounds? Of(Query query, IndexSearcher searcher, AtomicReaderContext segment, int count)
    {
        var bounds = new ScoreBounds(searcher, segment, count);
        return bounds.TryAdd(query, 1) ? bounds : null;
    }

    /// <summary>The most that the words of a document score, by window.</summary>
    /// <param name="windows">Takes the bound of each window.</param>
    public void FillWindows(Span<float> windows)
    {
        windows.Fill(_others);
        foreach (var (word, factor) in _words)
        {
            word.AddTo(windows, factor);
        }
    }

    /// <summary>Whether all documents that a query finds score the same, apart from their age.</summary>
    public static bool AreEqual(Query query) => query switch
    {
        ArticleQuery article => article.Rows.Count == 0 && AreEqual(article.Words),
        BooleanQuery clauses => clauses.Clauses.All(clause => clause.IsProhibited || (clause.IsRequired && AreEqual(clause.Query))),
        _ => query is ConstantScoreQuery or MatchAllDocsQuery,
    };

    /// <summary>The most that the words of each document of a window score.</summary>
    /// <param name="window">The window.</param>
    /// <param name="documents">Takes the bounds of its documents.</param>
    public void Fill(int window, Span<float> documents)
    {
        documents.Fill(_others);
        foreach (var (word, factor) in _words)
        {
            word.AddTo(window, factor, documents);
        }
    }

    private bool TryAdd(Query query, float boost)
    {
        switch (query)
        {
            case ArticleQuery article:
                return TryAdd(article.Words, boost * article.Boost);
            case WordQuery word:
                AddWord(word, boost * word.Boost);
                return true;
            case ConstantScoreQuery or MatchAllDocsQuery:
                _others += boost * query.Boost;
                return true;
            case BooleanQuery { CoordDisabled: true } clauses:
                return clauses.Clauses.Where(clause => !clause.IsProhibited).All(clause => TryAdd(clause.Query, boost * clauses.Boost));
            case DisjunctionMaxQuery either: // its best part is at most their sum
                return either.All(part => TryAdd(part, boost * either.Boost));
            default:
                return false;
        }
    }

    private void AddWord(WordQuery word, float boost)
    {
        var weight = word.WeightIn(_searcher);
        if (word.Key is not { } key)
        {
            _others += (float)(weight.Most * boost);
            return;
        }

        var tables = SegmentTables.Of(_segment.AtomicReader);
        var scores = tables.Get<WordScores>(key);
        if (scores is not null && scores.Stretch(weight.Statistics) is { } stretch
            && (scores.Documents.Count > FewDocuments || scores.AreExact(weight.Statistics)))
        {
            _words.Add((scores, boost * stretch));
            return;
        }

        var cost = weight.Cost(_segment);
        var again = tables.IsSearchedAgain(key);
        if (cost <= (long)CostOfOne * _count || (again && tables.HasRoomFor(key, cost * WordScores.BytesOfDocument)))
        {
            _words.Add((WorkOut(weight, key, tables, cost), boost));
        }
        else
        {
            _others += (float)(weight.Most * boost);
        }
    }

    private WordScores WorkOut(WordQuery.WordWeight weight, WordKey key, SegmentTables tables, long cost)
    {
        var size = _segment.AtomicReader.MaxDoc;
        var (documents, scores) = weight.ScoreAll(_segment);

        // The documents are the same ones however the query weighs the word.
        var shared = tables.Get<WordDocuments>(key.Occurrences);
        if (shared is null)
        {
            shared = new WordDocuments(documents, size);
            tables.Keep(key.Occurrences, shared, shared.Size);
        }

        var known = new WordScores(shared, scores, size, weight.Statistics, cost);
        tables.Keep(key, known, known.Size);
        return known;
    }
}
