using CsCheck;
using SearchService.Analysis;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Queries;

public sealed class QueryParserPropertyTests
{
    private static readonly Gen<string> Texts = Gen.Frequency(
        (2, NastyText.Any),
        (3, Gen.OneOf("-", "\"", "«", "»", "“", "”", "„", " ", "  ", "*", "~3", "=", "(", ")", "ET", "OU", "SAUF", "NOT ", "titre:", "mot", "été")
            .Array[0, 25].Select(string.Concat)));

    [Fact]
    public void Any_text_gives_clauses_that_stand_in_it_in_order() => Texts.Sample(text =>
    {
        var end = 0;
        foreach (var clause in QueryParser.Parse(text, 256).Clauses)
        {
            var inner = clause is ExcludedNode excluded ? excluded.Inner : clause;
            Assert.True(clause.Position >= end);
            Assert.Equal(clause is ExcludedNode ? clause.Position + 1 : clause.Position, inner.Position);
            var written = inner switch { WordNode word => word.Text, PhraseNode phrase => phrase.Text, _ => "" };
            Assert.NotEqual("", written.Trim());
            var at = text.IndexOf(written, inner.Position, StringComparison.Ordinal);
            Assert.True(inner is WordNode ? at == inner.Position : at > inner.Position);
            end = at + written.Length;
        }
    }, iter: 5000);

    [Fact]
    public void A_text_has_clauses_exactly_if_it_has_a_letter_or_a_digit() => Texts.Sample(text =>
    {
        var parsed = QueryParser.Parse(text, 256);
        Assert.Equal(Characters.AnySearchable(text), parsed.Clauses.Count > 0);
        Assert.Equal(parsed.Clauses.Count == 0 && !parsed.MatchesAll, parsed.Problems.Any(problem => problem.Code == QueryProblem.NothingToSearch));
    }, iter: 5000);

    [Fact]
    public void There_are_never_more_clauses_than_the_limit_and_they_are_the_first() => Gen.Select(Texts, Gen.Int[1, 4]).Sample((text, max) =>
    {
        var all = QueryParser.Parse(text, int.MaxValue);
        var limited = QueryParser.Parse(text, max);
        Assert.Equal(all.Clauses.Take(max), limited.Clauses);
        Assert.Equal(all.Clauses.Count > max, limited.Problems.Any(problem => problem.Code == QueryProblem.TooManyClauses));
        Assert.All(limited.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
    }, iter: 5000);
}
