using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Options;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Similarity;

/// <summary>
/// Finds articles like another: those that hold most of its most telling words, by the same formula as any search, without recency. The article itself and
/// its near-duplicates, which say nothing new, are left out. Safe for all threads.
/// </summary>
/// <remarks>The telling words are those with the highest tf·idf, 25 at most, as in Lucene's MoreLikeThis; a word of the headline counts three times.</remarks>
public sealed class SimilarArticles
{
    private const int MostWords = 25;
    private const int HeadlineOccurrences = 3;

    // An article that shares a word or two is about something else.
    private const double LeastShareOfWords = 0.25;

    // Room for the article itself and its near-duplicates, which are found first.
    private const int Duplicates = 50;

    private readonly LiveIndex _live;
    private readonly RankingParameters _ranking;
    private readonly SearchOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Finds similar articles in a live index.</summary>
    public SimilarArticles(LiveIndex live, RankingParameters ranking, IOptions<SearchOptions> options, TimeProvider time)
    {
        _live = live;
        _ranking = ranking;
        _options = options.Value;
        _time = time;
    }

    /// <summary>The most similar articles, the most similar first.</summary>
    /// <param name="id">The article.</param>
    /// <param name="size">How many at most.</param>
    /// <returns>The hits; null if no article that may be seen has this identifier.</returns>
    /// <exception cref="IndexNotReadyException">No generation is published yet.</exception>
    /// <exception cref="SearchTimeoutException">The search took too long.</exception>
    public IReadOnlyList<SearchHit>? Find(string id, int size)
    {
        var started = _time.GetTimestamp();
        using var lease = _live.Acquire();
        var searcher = lease.Searcher;
        var found = searcher.Search(new TermQuery(ArticleDocument.IdTerm(id)), 1).ScoreDocs;
        if (found.Length == 0)
        {
            return null;
        }

        var words = TellingWords(ArticleOf(searcher, found[0].Doc), searcher.IndexReader);
        if (words.Count == 0 || size == 0)
        {
            return [];
        }

        var query = QueryOf(words);
        var top = new TopHits(size + Duplicates, SearchSort.Relevance, null, searcher.IndexReader);
        searcher.Search(query, new Facets.FacetedCollector([], [], null, default, top, () => CheckTime(started)));
        var own = FingerprintOf(searcher.IndexReader, found[0].Doc);
        var hits = top.InOrder(0)
            .Where(hit => hit.Document != found[0].Doc && FingerprintOf(searcher.IndexReader, hit.Document) != own)
            .Take(size)
            .ToList();
        var everything = new AnalyzedQuery(null, MatchesAll: true, Cut: false);
        var matches = new MatchResult(everything, query, ExpandedForms.None, hits.Count, hits, new Dictionary<string, IReadOnlyList<Facets.FacetValue>>(), More: false);
        return new HitLoader(searcher, matches).Load(explain: false, () => CheckTime(started));
    }

    private static List<(QueryTerm Term, double Weight)> TellingWords(Article article, IndexReader reader)
    {
        var frequencies = new Dictionary<string, (AnalyzedWord Word, int Count)>(StringComparer.Ordinal);
        var analysis = new FrenchText();
        Count(article.Headline, HeadlineOccurrences);
        foreach (var paragraph in article.Paragraphs)
        {
            Count(paragraph.Text, 1);
        }

        return
        [
            .. frequencies.Select(entry => (Term: TermOf(entry.Key, entry.Value.Word), Weight: entry.Value.Count * Rarity(entry.Key)))
                .Where(word => word.Weight > 0)
                .OrderByDescending(word => word.Weight).ThenBy(word => word.Term.Text, StringComparer.Ordinal)
                .Take(MostWords),
        ];

        void Count(string text, int occurrences)
        {
            analysis.Analyze(text);
            foreach (var word in analysis.AnalyzedWords)
            {
                if (!GrammaticalWords.Contains(word.Forms.Spelled))
                {
                    var lemma = word.Lemmas[0];
                    frequencies[lemma] = (word, frequencies.GetValueOrDefault(lemma).Count + occurrences);
                }
            }
        }

        double Rarity(string lemma)
        {
            var frequency = IndexSchema.TextFields.Max(field => reader.DocFreq(new Term(IndexSchema.At(field, AnalysisLevel.Lemma), lemma)));
            return frequency < 2 ? 0 : InverseDocumentFrequency.Of(frequency, reader.MaxDoc); // a word of this article alone leads nowhere
        }

        static QueryTerm TermOf(string lemma, AnalyzedWord word) =>
            new(lemma, [new QueryWord(lemma, word.Forms.Exact, [lemma], word.Forms.Stem)], false, [], false);
    }

    private ArticleQuery QueryOf(List<(QueryTerm Term, double Weight)> words)
    {
        var parameters = _ranking.For(words.Count);
        var builder = new WordQueryBuilder(ExpandedForms.None, parameters);
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Max(1, (int)(words.Count * LeastShareOfWords)) };
        foreach (var (term, weight) in words)
        {
            var word = builder.Build(term);
            word.Boost = (float)(weight / words[0].Weight);
            query.Add(word, Occur.SHOULD);
        }

        return new ArticleQuery(query, [], default, parameters);
    }

    private static Article ArticleOf(IndexSearcher searcher, int document)
    {
        var visitor = new DocumentStoredFieldVisitor(IndexSchema.Source);
        searcher.Doc(document, visitor);
        return ArticleDocument.FromDocument(visitor.Document).Article;
    }

    private static long FingerprintOf(IndexReader reader, int document)
    {
        var segment = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return segment.AtomicReader.GetNumericDocValues(IndexSchema.Fingerprint).Get(document - segment.DocBase);
    }

    private void CheckTime(long started)
    {
        if (_time.GetElapsedTime(started).TotalMilliseconds > _options.TimeoutMilliseconds)
        {
            throw new SearchTimeoutException();
        }
    }
}
