using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Relevance;

/// <summary>
/// The French cases of <c>FrenchCases.tsv</c>: what a query must find and what it must not. A case passes when every text of should_match is found and none
/// of should_not_match (tier 3: such a one stands below). Cases marked "(open)" are known gaps; one that starts to pass must lose its mark.
/// </summary>
public sealed class FrenchCasesTests(FrenchCasesTests.Index index) : IClassFixture<FrenchCasesTests.Index>
{
    private static readonly IReadOnlyList<FrenchCase> Cases = FrenchCase.ReadAll();

    public static TheoryData<string> Solved => [.. Cases.Where(one => !one.IsOpen).Select(one => one.Id)];

    public static TheoryData<string> Open => [.. Cases.Where(one => one.IsOpen).Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Solved))]
    public void A_query_finds_what_it_means_and_nothing_else(string id) => Assert.Equal("", index.FaultOf(Case(id)));

    [Theory]
    [MemberData(nameof(Open))]
    public void An_open_case_is_still_open(string id) => Assert.NotEqual("", index.FaultOf(Case(id)));

    [Fact]
    public void There_are_enough_cases_and_few_are_open()
    {
        Assert.InRange(Cases.Count, 300, int.MaxValue);
        Assert.DoesNotContain(Cases, one => one.Tier == 1 && one.IsOpen);
        Assert.InRange(Cases.Count(one => one.Tier == 2 && one.IsOpen), 0, Cases.Count(one => one.Tier == 2) / 50);
        Assert.Equal(Cases.Count, Cases.Select(one => one.Id).Distinct().Count());
    }

    private static FrenchCase Case(string id)
    {
        Dictionary.Required();
        return Cases.Single(one => one.Id == id);
    }

    /// <summary>One index with the texts of all cases, each case a story of its own.</summary>
    public sealed class Index : IDisposable
    {
        private readonly TestEngine _engine = new();

        public Index() => _engine.Index(Cases.SelectMany(one =>
            one.ShouldMatch.Select((text, i) => Article(one, "yes", i, text)).Concat(one.ShouldNotMatch.Select((text, i) => Article(one, "no", i, text)))));

        /// <summary>What is wrong with the answer to a case; empty if nothing is.</summary>
        public string FaultOf(FrenchCase one)
        {
            var request = new SearchParameters { Q = one.Query, Story = ["case-" + one.Id], Operator = "all", Size = "50", Facets = "none" }.Read(2000, out _)!;
            var found = _engine.Searcher.Search(request).Hits.Select(hit => hit.Id).ToList();
            var missing = Enumerable.Range(0, one.ShouldMatch.Count).Where(i => !found.Contains($"{one.Id}-yes-{i}")).Select(i => one.ShouldMatch[i]).ToList();
            var lastRight = found.FindLastIndex(id => id.Contains("-yes-", StringComparison.Ordinal));
            var wrong = found.Where((id, place) => id.Contains("-no-", StringComparison.Ordinal) && (one.Tier < 3 || place < lastRight || one.ShouldMatch.Count == 0)).ToList();
            return missing.Count + wrong.Count == 0 ? "" : $"« {one.Query} » misses [{string.Join(" | ", missing)}], finds wrongly [{string.Join(" | ", wrong)}]";
        }

        public void Dispose() => _engine.Dispose();

        private static SearchService.Articles.Article Article(FrenchCase one, string kind, int number, string text) =>
            Make.Article($"{one.Id}-{kind}-{number}", text) with { Story = "case-" + one.Id, Topics = ["Cas"] };
    }
}
