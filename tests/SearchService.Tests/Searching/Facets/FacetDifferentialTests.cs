using CsCheck;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Facets;

/// <summary>Totals and facets of random searches in random articles against the slow twin.</summary>
public sealed class FacetDifferentialTests
{
    private const int Batches = 4;

    private static readonly string[] Words = ["balcon", "citron", "dragon", "fourmi", "girafe"];

    private static readonly string[] Topics =
        ["Sport", "Sport/Voile", "Sport/Voile/Rade", "Économie", "Économie/Bourse", "Eau", "Étranger", "étranger", "Zoo", "Agriculture"];

    private static readonly string[] Stories = ["Été", "Escale", "Étoile", "Zoo", "Affaire du quai", "CAN-2025"];

    private static readonly string[] Sources = ["Agence", "Écho", "Echo", "Journal"];

    private static readonly Gen<DateTimeOffset> Dates = Gen.Select(
        Gen.Frequency((2, Gen.Int[0, 20]), (2, Gen.Int[0, 400]), (1, Gen.Int[0, 2000])), Gen.Int[0, 23], Gen.Int[-12, 12],
        (day, hour, offset) => new DateTimeOffset(2020, 1, 1, hour, 0, 0, TimeSpan.FromHours(offset)).AddDays(day));

    private static readonly Gen<Article> Articles = Gen.Select(
        Gen.OneOf(Words).Array[1, 3],
        Gen.OneOf(Topics).Array[0, 3],
        Maybe(Gen.OneOf(Stories)),
        Maybe(Gen.OneOf(Sources)),
        Gen.Frequency((4, Dates.Select(date => (DateTimeOffset?)date)), (1, Gen.Const((DateTimeOffset?)null))),
        (words, topics, story, source, date) => Make.Article("later", string.Join(' ', words)) with
        {
            Topics = [.. topics.Distinct()],
            Story = story,
            Source = source,
            PublishedAt = date,
        });

    private static readonly Gen<DayRange> Days = Gen.Frequency(
        (3, Gen.Const(default(DayRange))),
        (2, Gen.Select(Maybe(Dates), Maybe(Dates), (one, other) => new DayRange(Number(one), Number(other)))));

    private static readonly Gen<SearchRequest> Requests = Gen.Select(
        Gen.Frequency((1, Gen.Const("")), (2, Gen.OneOf(Words)), (1, Gen.Select(Gen.OneOf(Words), Gen.OneOf(Words), (a, b) => a + " " + b))),
        Selected([.. Topics, "Inconnu"]), Selected([.. Stories, "Énigme"]), Selected([.. Sources, "Autre"]), Days, Gen.OneOf(1, 2, 5, 100),
        (query, topics, stories, sources, days, facetSize) => new SearchRequest
        {
            Query = query,
            Operator = SearchOperator.All,
            Topics = topics,
            Stories = stories,
            Sources = sources,
            Days = days,
            FacetSize = facetSize,
        });

    [Fact]
    public void Totals_and_facets_are_those_of_counting_one_by_one() =>
        Gen.Select(Gen.Select(Articles, Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))).Array[8, 60], Requests.Array[25]).Sample(
            (articles, requests) =>
            {
                using var engine = new TestEngine();
                var all = articles.Select((pair, i) => (Article: pair.Item1 with { Id = $"a{i}" }, Kept: pair.Item2)).ToList();
                foreach (var batch in all.Chunk((all.Count / Batches) + 1))
                {
                    engine.Index(batch.Select(item => item.Article));
                }

                engine.Delete(all.Where(item => !item.Kept).Select(item => item.Article.Id));
                Assert.True(engine.CountSegments() > 1 || all.Count(item => item.Kept) < 8);
                var classifier = engine.Get<ArticleClassifier>();
                var twin = new FacetTwin([.. all.Where(item => item.Kept).Select(item => classifier.Classify(item.Article))]);
                foreach (var request in requests)
                {
                    AssertSame(twin, request, engine.Search(request));
                }
            }, iter: 15, threads: 1);

    private static void AssertSame(FacetTwin twin, SearchRequest request, SearchResponse response)
    {
        Assert.Equal(twin.Total(request), response.Total);
        Assert.Equal(Math.Min(request.Size, response.Total), response.Hits.Count);
        foreach (var field in Enum.GetValues<FacetField>())
        {
            Assert.Equal(twin.Facet(request, field), response.Facets[field.ToString().ToLowerInvariant()]);
        }
    }

    private static Gen<T?> Maybe<T>(Gen<T> some) => Gen.Frequency((2, some.Select(value => (T?)value)), (1, Gen.Const(default(T))));

    private static Gen<string[]> Selected(string[] values) => Gen.Frequency((3, Gen.Const<string[]>([])), (2, Gen.OneOf(values).Array[1, 3]));

    private static int? Number(DateTimeOffset? date) =>
        date is { Year: > 1 } day ? (day.Year * 10000) + (day.Month * 100) + day.Day : null;
}
