using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Matching;
using SearchService.Searching.Queries;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Peers;

/// <summary>The fields, the analysis and the queries of the other side, run by the scorers of the product: one field of text, Lucene's French chain, plain BM25.</summary>
internal sealed class SinglePeer : IPeer
{
    private static readonly string Title = IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Lemma);
    private static readonly string Body = IndexSchema.At(IndexSchema.Text, AnalysisLevel.Lemma);

    // Lucene's BM25: one b for all lengths of queries, no recency.
    private static readonly RankingParameters Bm25 = new() { K1 = 1.2, TextB = 0.75, TextBOfLongQuery = 0.75, HeadlineB = 0.75, Opening = 0, Recency = 0 };

    private readonly FacetNumbers _facets = new();
    private readonly ConcurrentDictionary<string, Query> _typos = new();

    public Analyzer Analyzer { get; } = new FrenchChain();

    public Func<PeerArticle, IEnumerable<IIndexableField>> NewBuilder() => article =>
    [
        new StringField(IndexSchema.Id, article.Id, Field.Store.NO),
        new SortedDocValuesField(IndexSchema.Id, new BytesRef(article.Id)),
        new TextField(Title, article.Title, Field.Store.YES),
        new TextField(Body, article.Body, Field.Store.NO),
        new SortedSetDocValuesField(IndexSchema.TopicFacet, new BytesRef(article.Topic)),
        new NumericDocValuesField(IndexSchema.Published, article.Date * 1000),
        new NumericDocValuesField(IndexSchema.Day, int.Parse(DateTimeOffset.FromUnixTimeSeconds(article.Date).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
    ];

    public MatchResult Run(PeerQuery query, IndexSearcher searcher)
    {
        var request = new SearchRequest
        {
            Query = query.Words,
            Topics = query.Class == "filter" ? [query.Topic] : [],
            Facets = query.Class == "facet" ? new HashSet<FacetField> { FacetField.Topic } : new HashSet<FacetField>(),
            FacetSize = 10,
            Sort = query.Class == "datesort" ? SearchSort.Newest : SearchSort.Relevance,
        };
        var recency = new Recency(0, 0, 0);
        var matcher = new ArticleMatcher(searcher, request, _facets, Bm25, recency, () => { });
        return matcher.Match(new AnalyzedQuery(null, MatchesAll: true, Cut: false), new ArticleQuery(Build(query, searcher.IndexReader), [], recency, Bm25), ExpandedForms.None);
    }

    private Query Build(PeerQuery query, IndexReader reader)
    {
        switch (query.Class)
        {
            case "prefix":
                return new ConstantScoreQuery(new KeptFilter(new PrefixQuery(new Term(Body, query.Words))));
            case "fuzzy":
                // As the product keeps what patterns stand for.
                return _typos.GetOrAdd(Terms(query.Words)[0].Text, word => Scored(new FuzzyQuery(new Term(Body, word), 1).Rewrite(reader)));
            case "phrase":
                var phrase = new PhraseQuery();
                Terms(query.Words).ForEach(term => phrase.Add(new Term(Body, term.Text), term.Position));
                return Word(query.Words, phrase, IndexSchema.Text);
        }

        var all = new BooleanQuery(disableCoord: true);
        foreach (var (text, _) in Terms(query.Words))
        {
            var inBody = Word(text, new TermQuery(new Term(Body, text)), IndexSchema.Text);
            if (query.Class == "multi")
            {
                var inTitle = Word(text, new TermQuery(new Term(Title, text)), IndexSchema.Headline);
                inTitle.Boost = 2;
                all.Add(new DisjunctionMaxQuery(0.1f) { inTitle, inBody }, Occur.SHOULD);
            }
            else
            {
                all.Add(inBody, query.Class == "and2" ? Occur.MUST : Occur.SHOULD);
            }
        }

        return all;
    }

    /// <summary>The terms that a query stands for, each scored at the boost that it has there.</summary>
    private static BooleanQuery Scored(Query rewritten)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in rewritten is BooleanQuery several ? several.Clauses.Select(clause => clause.Query).OfType<TermQuery>() : [(TermQuery)rewritten])
        {
            var word = Word(term.Term.Text, new TermQuery(term.Term), IndexSchema.Text);
            word.Boost = term.Boost;
            any.Add(word, Occur.SHOULD);
        }

        return any;
    }

    private static WordQuery Word(string text, Query inField, string field) =>
        new(text, [new Occurrence(inField, field, AnalysisLevel.Lemma, 0, 1, Finds: true, TellsRarity: true)], Bm25);

    private List<(string Text, int Position)> Terms(string words)
    {
        var terms = new List<(string, int)>();
        var position = -1;
        using var stream = Analyzer.GetTokenStream(Body, words);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            terms.Add((term.ToString()!, position));
        }

        stream.End();
        return terms;
    }

    private sealed class FrenchChain : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            const LuceneVersion version = LuceneVersion.LUCENE_48;
            var source = new StandardTokenizer(version, reader);
            TokenStream stream = new ElisionFilter(source, LuceneFrench.DefaultArticles);
            stream = new StopFilter(version, new LowerCaseFilter(version, stream), LuceneFrench.StopWords);
            return new TokenStreamComponents(source, new FrenchLightStemFilter(stream));
        }
    }

    // Lucene's French analyzer has the name of ours.
    private static class LuceneFrench
    {
        public static readonly CharArraySet DefaultArticles = Lucene.Net.Analysis.Fr.FrenchAnalyzer.DEFAULT_ARTICLES;
        public static readonly CharArraySet StopWords = Lucene.Net.Analysis.Fr.FrenchAnalyzer.DefaultStopSet;
    }
}
