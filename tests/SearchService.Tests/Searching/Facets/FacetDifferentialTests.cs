using CsCheck;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Facets;

/// <summary>
/// Totals and facets of random searches in random articles against counting one by one: words with operators, fields, dates and phrases, filters with several
/// values, all four facets.
/// </summary>
public sealed class FacetDifferentialTests
{
    private const int Batches = 4;
    private const int PerCorpus = 50;

    private static readonly string[] Words = ["balcon", "citron", "dragon", "fourmi", "girafe"];

    private static readonly string[] Topics =
        ["Sport", "Sport/Voile", "Sport/Voile/Rade", "Économie", "Économie/Bourse", "Eau", "Étranger", "étranger", "Zoo", "Agriculture"];

    private static readonly string[] Stories = ["Été", "Escale", "Étoile", "Zoo", "Affaire du quai", "CAN-2025"];

    private static readonly string[] Sources = ["Agence", "Écho", "Echo", "Journal"];

    private static readonly Gen<DateTimeOffset> Dates = Gen.Select(
        Gen.Frequency((2, Gen.Int[0, 20]), (2, Gen.Int[0, 400]), (1, Gen.Int[0, 2000])), Gen.Int[0, 23], Gen.Int[-12, 12],
        (day, hour, offset) => new DateTimeOffset(2020, 1, 1, hour, 0, 0, TimeSpan.FromHours(offset)).AddDays(day));

    private static readonly Gen<string> Inflected = Gen.Select(Gen.OneOf(Words), Gen.Bool, (word, plural) => plural ? word + "s" : word);

    private static readonly Gen<string> Texts = Inflected.Array[1, 3].Select(words => string.Join(' ', words));

    private static readonly Gen<Article> Articles = Gen.Select(
        Gen.Select(Texts, Gen.Select(Texts, Maybe(Texts), (text, heading) => new Paragraph(text, heading)).Array[0, 2]),
        Gen.OneOf(Topics).Array[0, 3],
        Maybe(Gen.OneOf(Stories)),
        Maybe(Gen.OneOf(Sources)),
        Gen.Frequency((4, Dates.Select(date => (DateTimeOffset?)date)), (1, Gen.Const((DateTimeOffset?)null))),
        (texts, topics, story, source, date) => Make.Article("later", texts.Item1) with
        {
            Paragraphs = texts.Item2,
            Topics = [.. topics.Distinct()],
            Story = story,
            Source = source,
            PublishedAt = date,
        });

    private static readonly Gen<DayRange> Days = Gen.Frequency(
        (3, Gen.Const(default(DayRange))),
        (2, Gen.Select(Maybe(Dates), Maybe(Dates), (one, other) => new DayRange(Number(one), Number(other)))));

    private static readonly Gen<FacetQuery> Filters = Gen.OneOf(
        Gen.Select(Gen.Int[2019, 2021], Gen.Int[1, 12], FacetQuery.Month),
        Gen.OneOf("voile", "Zoo", "étranger", "BOURSE").Select(FacetQuery.InTopic),
        Gen.OneOf("echo", "Agence", "journal").Select(FacetQuery.InSource));

    private static readonly Gen<FacetQuery> Leaves = Gen.Frequency(
        (4, Inflected.Select(FacetQuery.Word)),
        (1, Inflected.Select(FacetQuery.InHeadline)),
        (1, Inflected.Select(FacetQuery.InText)),
        (2, Gen.Select(Inflected, Inflected, FacetQuery.Phrase)),
        (1, Filters));

    private static readonly Gen<FacetQuery> Queries = Gen.Frequency(
        (2, Gen.Const(FacetQuery.Everything)),
        (4, Gen.Select(
            Inflected.Select(FacetQuery.Word).Array[1, 3], Filters.Array[0, 1], Inflected.Select(FacetQuery.Word).Array[0, 1],
            (words, filters, excluded) => FacetQuery.Row(words, filters, excluded))),
        (4, Expression(3)));

    private static readonly Gen<(SearchRequest Request, FacetQuery Query)> Requests = Gen.Select(
        Queries, Gen.Select(Selected([.. Topics, "Inconnu"]), Selected([.. Stories, "Énigme"]), Selected([.. Sources, "Autre"])), Days, Gen.OneOf(1, 2, 5, 100),
        Gen.Enum<SearchOperator>(),
        (query, selected, days, facetSize, words) => (new SearchRequest
        {
            Query = query.Text,
            Operator = words,
            Topics = selected.Item1,
            Stories = selected.Item2,
            Sources = selected.Item3,
            Days = days,
            FacetSize = facetSize,
        }, query));

    /// <summary>1,000 combinations by default; the environment variable COMBINATIONS asks for more.</summary>
    [Fact]
    public void Totals_and_facets_are_those_of_counting_one_by_one()
    {
        Dictionary.Required();
        var combinations = 0;
        var found = 0;
        var relaxed = 0;
        Gen.Select(Gen.Select(Articles, Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))).Array[8, 60], Requests.Array[PerCorpus]).Sample(
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
                var kept = all.Where(item => item.Kept).Select(item => classifier.Classify(item.Article)).ToList();
                foreach (var (request, query) in requests)
                {
                    var response = engine.Search(request);
                    AssertSame(kept, query, request, response);
                    combinations++;
                    found += response.Total > 0 ? 1 : 0;
                    relaxed += response.Relaxed ? 1 : 0;
                }
            }, iter: Math.Max(1, RunSize.Of("COMBINATIONS", 1000) / PerCorpus), threads: 1);
        Assert.True(found > combinations / 5, $"Only {found} of {combinations} searches find anything.");
        Assert.True(relaxed > 0);
    }

    private static void AssertSame(List<ClassifiedArticle> articles, FacetQuery query, SearchRequest request, SearchResponse response)
    {
        var all = Twin(request.Operator == SearchOperator.Any ? SearchOperator.Any : SearchOperator.All);
        var any = Twin(SearchOperator.Any);
        var relaxed = request.Operator == SearchOperator.Auto && all.Total(request) == 0 && any.Total(request) > 0;
        var twin = relaxed ? any : all;
        var asked = $"{request.Query} ({request.Operator})";
        Assert.True(response.DidYouMean is null or { Applied: false }, asked);
        Assert.True(relaxed == response.Relaxed, asked);
        Assert.True(twin.Total(request) == response.Total, $"{asked}: {response.Total} instead of {twin.Total(request)}");
        Assert.Equal(Math.Min(request.Size, response.Total), response.Hits.Count);
        foreach (var field in Enum.GetValues<FacetField>())
        {
            Assert.Equal(twin.Facet(request, field), response.Facets[field.ToString().ToLowerInvariant()]);
        }

        FacetTwin Twin(SearchOperator words) => new([.. articles.Where(article => query.Finds(article, words))]);
    }

    private static Gen<FacetQuery> Expression(int depth)
    {
        if (depth == 0)
        {
            return Leaves;
        }

        var inner = Expression(depth - 1);
        return Gen.Frequency(
            (2, Leaves),
            (2, Gen.Select(inner, inner, FacetQuery.Both)),
            (2, Gen.Select(inner, inner, FacetQuery.Either)),
            (1, Gen.Select(inner, inner, FacetQuery.Without)));
    }

    private static Gen<T?> Maybe<T>(Gen<T> some) => Gen.Frequency((2, some.Select(value => (T?)value)), (1, Gen.Const(default(T))));

    private static Gen<string[]> Selected(string[] values) => Gen.Frequency((3, Gen.Const<string[]>([])), (2, Gen.OneOf(values).Array[1, 3]));

    private static int? Number(DateTimeOffset? date) =>
        date is { Year: > 1 } day ? (day.Year * 10000) + (day.Month * 100) + day.Day : null;
}
