using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// Bounds of the scores that the words of a query give in one segment, by window and by document: what each word scores there, added up. A word's scores are
/// worked out when it is searched for the second time, which costs as much as scoring all its documents, and kept with the segment. For one search.
/// </summary>
internal sealed class ScoreBounds
{
    // So few are scored sooner than looked at twice.
    private const int FewDocuments = 512;

    private readonly IndexSearcher _searcher;
    private readonly AtomicReaderContext _segment;
    private readonly List<(WordScores Scores, float Factor)> _words = [];
    private float _others;

    private ScoreBounds(IndexSearcher searcher, AtomicReaderContext segment)
    {
        _searcher = searcher;
        _segment = segment;
    }

    /// <summary>The bounds, or null if some part of the query has none: then any document may be the best.</summary>
    /// <param name="query">The query, rewritten.</param>
    /// <param name="searcher">The view.</param>
    /// <param name="segment">The segment.</param>
    public static ScoreBounds? Of(Query query, IndexSearcher searcher, AtomicReaderContext segment)
    {
        var bounds = new ScoreBounds(searcher, segment);
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
        if (scores is null && !tables.IsSearchedAgain(key))
        {
            _others += (float)(weight.Most * boost);
            return;
        }

        if (scores?.Stretch(weight.Statistics) is not { } stretch || (scores.Documents.Count <= FewDocuments && !scores.AreExact(weight.Statistics)))
        {
            scores = WorkOut(weight, key, tables);
            stretch = 1;
        }

        _words.Add((scores!, boost * stretch));
    }

    private WordScores WorkOut(WordQuery.WordWeight weight, WordKey key, SegmentTables tables)
    {
        var size = _segment.AtomicReader.MaxDoc;
        List<int> documents = [];
        List<float> scores = [];
        var scorer = weight.GetScorer(_segment, null);
        if (scorer is not null)
        {
            for (var document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
            {
                documents.Add(document);
                scores.Add(scorer.GetScore());
            }
        }

        // The documents are the same ones however the query weighs the word.
        var shared = tables.Get<WordDocuments>(key.Occurrences);
        if (shared is null)
        {
            shared = new WordDocuments(documents, size);
            tables.Keep(key.Occurrences, shared, shared.Size);
        }

        var known = new WordScores(shared, scores, size, weight.Statistics, scorer?.GetCost() ?? 0);
        tables.Keep(key, known, known.Size);
        return known;
    }
}
