using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Searching.Ranking;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>The first hits of random scores in several segments, with cursors and pages, alone or one a story, against sorting them all.</summary>
public sealed class HitOrderTests : IDisposable
{
    private const int Rounds = 1500;

    private static readonly string[] Stories = ["Grève", "Escale", "Zoo"];

    private readonly TestEngine _engine = new();
    private readonly Random _random = new(42);
    private readonly Dictionary<string, Article> _articles;

    public HitOrderTests()
    {
        var articles = Enumerable.Range(0, 70).Select(RandomArticle).ToList();
        foreach (var batch in articles.Chunk(18))
        {
            _engine.Index(batch);
        }

        _engine.Delete(articles.Where((_, i) => i % 9 == 4).Select(article => article.Id));
        _articles = articles.ToDictionary(article => article.Id);
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_first_hits_are_those_of_sorting_all()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        var reader = lease.Searcher.IndexReader;
        Assert.True(reader.Leaves.Count > 2);
        for (var round = 0; round < Rounds; round++)
        {
            var sort = (SearchSort)_random.Next(3);
            var hits = RandomHits(reader);
            var all = Sorted(hits, sort).ToList();
            var after = _random.Next(2) == 0 || all.Count == 0 ? null : Cursor(all[_random.Next(all.Count)], sort);
            var skip = after is null ? _random.Next(20) : 0;
            var wanted = skip + 1 + _random.Next(20);

            var top = new TopHits(wanted, sort, after, reader);
            Collect(top, reader, hits);
            Assert.Equal(Behind(all, after).Take(wanted).Skip(skip).Select(hit => hit.Id), Ids(top.InOrder(skip), reader));
        }
    }

    [Fact]
    public void One_hit_a_story_is_its_first_and_tells_how_many_follow()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        var reader = lease.Searcher.IndexReader;
        var facets = _engine.Get<FacetNumbers>();
        facets.CountersFor(new SearchRequest(), reader);
        for (var round = 0; round < Rounds; round++)
        {
            var sort = (SearchSort)_random.Next(3);
            var hits = RandomHits(reader);
            var groups = Sorted(hits, sort).GroupBy(hit => _articles[hit.Id].Story ?? hit.Id).ToList();
            var all = groups.ConvertAll(group => group.First());
            var after = _random.Next(2) == 0 || all.Count == 0 ? null : Cursor(all[_random.Next(all.Count)], sort);
            var wanted = 1 + _random.Next(20);

            var top = new CollapsedHits(wanted, sort, after, reader, new StoryGroups(reader, facets.Stories));
            Collect(top, reader, hits);
            var found = top.InOrder(0);
            var expected = Behind(all, after).Take(wanted).ToList();
            Assert.Equal(expected.Select(hit => hit.Id), Ids(found, reader));
            Assert.Equal(expected.Select(hit => groups.Single(group => group.Contains(hit)).Count() - 1), found.Select(hit => hit.Folded));
        }
    }

    private static void Collect(TopHits top, IndexReader reader, IReadOnlyList<Hit> hits)
    {
        foreach (var segment in reader.Leaves)
        {
            top.SetNextReader(segment);
            foreach (var hit in hits.Where(hit => hit.Document >= segment.DocBase && hit.Document < segment.DocBase + segment.AtomicReader.MaxDoc))
            {
                top.SetScorer(new OneScore(hit.Score));
                top.Collect(hit.Document - segment.DocBase);
            }
        }
    }

    private static IEnumerable<Hit> Sorted(IEnumerable<Hit> hits, SearchSort sort) => hits
        .OrderByDescending(hit => sort == SearchSort.Relevance ? hit.Score : 0)
        .ThenBy(hit => hit.Published is null)
        .ThenBy(hit => sort == SearchSort.Oldest ? hit.Published : -hit.Published)
        .ThenBy(hit => hit.Id, StringComparer.Ordinal);

    private static IEnumerable<Hit> Behind(List<Hit> all, SearchCursor? cursor) =>
        cursor is null ? all : all.SkipWhile(hit => hit.Id != cursor.Id).Skip(1);

    private static SearchCursor Cursor(Hit hit, SearchSort sort) => new(sort, sort == SearchSort.Relevance ? hit.Score : 0, hit.Published, hit.Id, 0);

    private static IEnumerable<string> Ids(IEnumerable<FoundHit> hits, IndexReader reader) => hits.Select(hit => ArticleDocument.IdOf(reader, hit.Document));

    /// <summary>Some of the live documents, with few different scores.</summary>
    private List<Hit> RandomHits(IndexReader reader)
    {
        var live = MultiFields.GetLiveDocs(reader);
        var share = _random.NextDouble();
        return
        [
            .. Enumerable.Range(0, reader.MaxDoc).Where(document => live?.Get(document) != false && _random.NextDouble() < share).Select(document =>
            {
                var id = ArticleDocument.IdOf(reader, document);
                return new Hit(document, _random.Next(4) / 2f, _articles[id].PublishedAt?.ToUnixTimeMilliseconds(), id);
            }),
        ];
    }

    private Article RandomArticle(int number) => Make.Article($"{_random.Next(1000):000}-{number:00}", $"Titre {number}") with
    {
        Story = _random.Next(2) == 0 ? Stories[_random.Next(Stories.Length)] : null,
        PublishedAt = _random.Next(3) == 0 ? null : new DateTimeOffset(2025, 1, 1 + _random.Next(4), 0, 0, 0, TimeSpan.FromHours(_random.Next(3))),
    };

    private sealed record Hit(int Document, float Score, long? Published, string Id);

    private sealed class OneScore(float score) : Scorer(null)
    {
        public override int DocID => 0;

        public override int Freq => 1;

        public override float GetScore() => score;

        public override int NextDoc() => NO_MORE_DOCS;

        public override int Advance(int target) => NO_MORE_DOCS;

        public override long GetCost() => 1;
    }
}
