using System.Globalization;
using SearchService.Benchmarks.Relevance;
using SearchService.Tests.Relevance.Golden;
using SearchService.Tests.Support;

namespace SearchService.Tests.Relevance;

/// <summary>
/// What the sample corpus answers to some 150 queries: a change of analysis, ranking or correction shows as the queries and hits that it moves
/// (<c>Golden/*.txt</c>), and as better or worse measures by kind of query (<c>Golden/Totals.txt</c>).
/// </summary>
public sealed class GoldenRankingTests(SampleIndex index) : IClassFixture<SampleIndex>
{
    private static readonly IReadOnlyList<GoldenQuery> Queries = GoldenQuery.ReadAll();

    public static TheoryData<string> Kinds => [.. Queries.Select(query => query.Kind).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_answers_are_those_of_the_golden_file(string kind)
    {
        Dictionary.Required();
        var answers = Queries.Where(query => query.Kind == kind).Select(query => GoldenAnswer.Write(query, index.Search(query)));

        AssertSame(GoldenFile.Difference(kind + ".txt",
            "query | operator | total, then the first hits: rank, score, how judged, id, headline. Sample corpus on 5 January 2026.", [.. answers]));
    }

    [Fact]
    public void The_measures_are_those_of_the_totals_file()
    {
        Dictionary.Required();
        var scores = Queries.Where(query => query.Grades.Count > 0).Select(query => (query.Kind, Score: Measure(query))).ToArray();
        var totals = scores.GroupBy(score => score.Kind).Select(kind => Total(kind.Key, [.. kind.Select(score => score.Score)]));

        AssertSame(GoldenFile.Difference("Totals.txt", "kind | judged queries | recall@10, MRR@10, nDCG@10: means over queries, by Judgements.tsv.",
            [.. totals, Total("all", [.. scores.Select(score => score.Score)])]));
    }

    [Fact]
    public void Judgements_name_articles_of_the_corpus()
    {
        Assert.All(Queries.SelectMany(query => query.Grades), grade =>
        {
            Assert.True(index.Has(grade.Key), grade.Key);
            Assert.InRange(grade.Value, 1, 2);
        });
        Assert.Equal(Queries.Count, Queries.Select(query => query.Name).Distinct().Count());
        Assert.InRange(Queries.Count(query => query.Grades.Count > 0), 100, int.MaxValue);
    }

    [Fact]
    public void No_file_is_left_of_a_kind_that_is_gone() => Assert.Empty(
        Directory.GetFiles(GoldenQuery.Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Except(Queries.Select(query => query.Kind).Append("Totals")));

    [Fact]
    public void A_difference_names_the_entry_and_its_lines()
    {
        string[] lines = ["# comment", "grève | auto | total 2", "  1   2.00 a", "  2   1.00 b", "gone | all | total 0"];

        Assert.Equal(
            ["@ grève | auto\n  -   1   2.00 a\n  +   1   3.00 a", "@ gone | all\n  - gone | all | total 0", "@ new | all\n  + new | all | total 0"],
            GoldenFile.Changes(GoldenFile.Entries(lines), ["grève | auto | total 2\n  1   3.00 a\n  2   1.00 b", "new | all | total 0"]));
    }

    private static void AssertSame(string difference)
    {
        if (difference.Length > 0)
        {
            Assert.Fail(difference);
        }
    }

    private (double Recall, double ReciprocalRank, double Ndcg) Measure(GoldenQuery query)
    {
        var ids = GoldenAnswer.Ids(index.Search(query));
        return (RelevanceMeasures.Recall(ids, query.Grades), RelevanceMeasures.ReciprocalRank(ids, query.Grades), RelevanceMeasures.Ndcg(ids, query.Grades));
    }

    private static string Total(string kind, (double Recall, double ReciprocalRank, double Ndcg)[] scores) => string.Create(CultureInfo.InvariantCulture,
        $"{kind,-8} | {scores.Length,3} | {scores.Average(score => score.Recall):0.000} {scores.Average(score => score.ReciprocalRank):0.000} {scores.Average(score => score.Ndcg):0.000}");
}
