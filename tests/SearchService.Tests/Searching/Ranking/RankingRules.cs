using Microsoft.Extensions.Time.Testing;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>Asks an index of some articles for their order. Each rule of the ranking has a test file of its own; all articles are undated unless a rule is about dates.</summary>
public abstract class RankingRules : IDisposable
{
    /// <summary>Noon of the day on which the articles are searched.</summary>
    protected static DateTimeOffset Now { get; } = new(2025, 12, 24, 12, 0, 0, TimeSpan.Zero);

    protected TestEngine Engine { get; } = new(new FakeTimeProvider(Now));

    public void Dispose()
    {
        Engine.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Indexes articles among others of no interest, so that words are neither everywhere nor unique.</summary>
    protected void Index(params IEnumerable<Article> articles) => Engine.Index(
        articles.Concat(Enumerable.Range(0, 20).Select(number => Make.Article($"z-{number:00}", "Rien de particulier aujourd'hui", "Une journée ordinaire s'achève sans nouvelle."))));

    /// <summary>The identifiers of the hits, best first.</summary>
    protected string Order(string query, SearchOperator words = SearchOperator.Auto) => Engine.Ids(query, words);

    /// <summary>The scores of the hits by identifier.</summary>
    protected IReadOnlyDictionary<string, float> Scores(string query, SearchOperator words = SearchOperator.Auto) =>
        Engine.Search(query, words).Hits.ToDictionary(hit => hit.Id, hit => hit.Score);
}
