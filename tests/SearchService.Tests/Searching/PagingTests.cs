using SearchService.Articles;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class PagingTests : IDisposable
{
    private const int Count = 23;

    private readonly TestEngine _engine = new();
    private readonly List<Article> _articles = [.. Enumerable.Range(0, Count).Select(Numbered)];

    public PagingTests()
    {
        // Three segments, so that places in the order are compared across them.
        _engine.Index(_articles.Take(9));
        _engine.Index(_articles.Skip(9).Take(9));
        _engine.Index(_articles.Skip(18));
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("marée", SearchSort.Newest)]
    [InlineData("marée", SearchSort.Oldest)]
    [InlineData("", SearchSort.Newest)]
    [InlineData("", SearchSort.Oldest)]
    [InlineData("*", SearchSort.Newest)]
    public void By_date_undated_articles_come_last_and_equals_by_identifier(string query, SearchSort sort)
    {
        var dated = _articles.Where(article => article.PublishedAt is not null);
        var expected = (sort == SearchSort.Newest
                ? dated.OrderByDescending(article => article.PublishedAt!.Value.UtcDateTime)
                : dated.OrderBy(article => article.PublishedAt!.Value.UtcDateTime))
            .ThenBy(article => article.Id, StringComparer.Ordinal)
            .Concat(_articles.Where(article => article.PublishedAt is null).OrderBy(article => article.Id, StringComparer.Ordinal))
            .Select(article => article.Id);
        Assert.Equal(expected, _engine.Search(new SearchRequest { Query = query, Sort = sort, Size = 100 }).Hits.Select(hit => hit.Id));
    }

    [Theory]
    [InlineData("", SearchSort.Newest, 1)]
    [InlineData("marée", SearchSort.Relevance, 5)]
    [InlineData("marée haute", SearchSort.Relevance, 4)]
    [InlineData("marée", SearchSort.Newest, 7)]
    [InlineData("marée", SearchSort.Oldest, 10)]
    public void Pages_have_no_gaps_and_no_repeats(string query, SearchSort sort, int size)
    {
        var request = new SearchRequest { Query = query, Sort = sort };
        var all = Ids(_engine.Search(request with { Size = 100 }));
        for (var page = 1; page <= (all.Count / size) + 2; page++)
        {
            var response = _engine.Search(request with { Size = size, Page = page });
            Assert.Equal(all.Skip((page - 1) * size).Take(size), Ids(response));
            Assert.Equal(all.Count, response.Total);
            Assert.Equal(page * size < all.Count, response.NextCursor is not null);
        }
    }

    [Theory]
    [InlineData("", SearchSort.Newest, 1)]
    [InlineData("", SearchSort.Relevance, 6)]
    [InlineData("*", SearchSort.Oldest, 6)]
    [InlineData("marée", SearchSort.Relevance, 1)]
    [InlineData("marée", SearchSort.Relevance, 5)]
    [InlineData("marée haute", SearchSort.Relevance, 3)]
    [InlineData("marée introuvable", SearchSort.Relevance, 4)]
    [InlineData("-introuvable", SearchSort.Relevance, 4)]
    [InlineData("marée", SearchSort.Newest, 5)]
    [InlineData("marée", SearchSort.Oldest, 5)]
    [InlineData("marée", SearchSort.Oldest, 23)]
    [InlineData("marée", SearchSort.Newest, 100)]
    public void Cursors_walk_through_all_hits_exactly_once(string query, SearchSort sort, int size)
    {
        var request = new SearchRequest { Query = query, Sort = sort, Size = size };
        var all = _engine.Search(request with { Size = 100 });
        var walked = Walk(request).ToList();
        Assert.Equal(Ids(all), walked.SelectMany(Ids));
        Assert.All(walked, response => Assert.Equal(all.Total, response.Total));
        Assert.Equal((all.Total + size - 1) / size, walked.Count);
    }

    [Theory]
    [InlineData(SearchSort.Newest)]
    [InlineData(SearchSort.Oldest)]
    public void By_date_a_walk_neither_misses_nor_repeats_when_articles_come_and_go(SearchSort sort)
    {
        var request = new SearchRequest { Query = "marée", Sort = sort, Size = 4 };
        var all = Ids(_engine.Search(request with { Size = 100 }));
        var walked = new List<string>();
        var step = 0;
        foreach (var response in Walk(request))
        {
            walked.AddRange(Ids(response));
            _engine.Index(
                Make.Article($"x-neuf-{step}", "Marée neuve") with { PublishedAt = Make.Date("2026-01-01T00:00:00Z").AddDays(step) },
                Make.Article($"x-vieux-{step}", "Marée vieille") with { PublishedAt = Make.Date("2001-01-01T00:00:00Z").AddDays(-step) });
            _engine.Delete($"x-neuf-{step - 1}", walked[^1]);
            step++;
        }

        Assert.Equal(all, walked.Where(id => !id.StartsWith("x-", StringComparison.Ordinal)));
        Assert.Equal(walked.Count, walked.Distinct().Count());
    }

    [Fact]
    public void Size_0_counts_and_shows_nothing()
    {
        foreach (var query in new[] { "", "marée" })
        {
            var response = _engine.Search(new SearchRequest { Query = query, Size = 0 });
            Assert.Equal(Count, response.Total);
            Assert.Empty(response.Hits);
            Assert.Null(response.NextCursor);
            Assert.NotEmpty(response.Facets["date"]);
        }
    }

    private IEnumerable<SearchResponse> Walk(SearchRequest request)
    {
        while (true)
        {
            var response = _engine.Search(request);
            yield return response;
            if (response.NextCursor is null)
            {
                yield break;
            }

            request = request with { Cursor = SearchCursor.Parse(response.NextCursor) };
        }
    }

    private static List<string> Ids(SearchResponse response) => [.. response.Hits.Select(hit => hit.Id)];

    // Some share an instant, in several offsets; some have no date; some score alike.
    private static Article Numbered(int number) =>
        Make.Article($"n{number * 7 % Count:00}", number % 3 == 0 ? "Marée haute" : "Marée", number % 4 == 0 ? "La marée monte." : "Le port dort.") with
        {
            PublishedAt = (number % 6) switch
            {
                5 => null,
                var n => Make.Date("2025-03-01T12:00:00Z").AddHours(n - (number / 12)).ToOffset(TimeSpan.FromHours(number % 5)),
            },
        };
}
