using CsCheck;
using SearchService.Analysis;
using SearchService.Searching;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Queries;

public sealed class QueryParserPropertyTests
{
    private static readonly string[] Vocabulary =
    [
        "grève", "SNCF", "l'Élysée", "élu(e)s", "porte-avions", "PS", "LR", "LA", "EN", "Macron", "5G", "a", "été", "000", "10", "aujourd'hui", "JO", "retraites", "titre", "date", "de", "49-3", "C++", "A/B", "x:y",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (2, NastyText.Any),
        (3, Gen.OneOf(
                "-", "\"", "«", "»", "“", "”", "„", " ", "  ", "*", "~3", "~", "=", "(", ")", "ET", "OU", "SAUF", "NOT ", " PRES/3 ", " MEMEPARA ", "titre:", "date:", "2025-12", "[..", "]", ":", "mot", "été", "LA", "É", "50 %", "(e)s")
            .Array[0, 25].Select(string.Concat)),
        (3, Gen.Int.Select(seed => new RandomQueries(Vocabulary, seed).Next())));

    // Words that say nothing of the language's own: what text gives them is a matter of the examples.
    private static readonly Gen<string> PlainWords = Gen.OneOf("grève", "SNCF", "l'Élysée", "élu(e)s", "porte-avions", "5G", "Macron", "été", "LA", "x:yz", "a,bc");

    private static readonly Gen<QueryNode> Leaf = Gen.Frequency(
        (4, Gen.Select(PlainWords, Gen.Enum<WordMatch>(), (text, match) => (QueryNode)new WordNode(match == WordMatch.Inflected ? text : "mot" + text.Replace("(e)", "e"), 0, match))),
        (2, Gen.Select(Gen.OneOf("a b", "il dit « non »", "un \"mot\"", "“a” \"b\"", "L'été"), Gen.Int[0, 50], (text, slop) => (QueryNode)new PhraseNode(text, 0, slop))),
        (1, Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[0, 2], (year, month, shape) => (QueryNode)new DateNode(
            new DayRange(shape == 0 ? null : (year * 10000) + (month * 100) + 1, shape == 1 ? null : (year * 10000) + (month * 100) + 28), 0))));

    private static readonly Gen<QueryNode> Trees = Tree(4);

    [Fact]
    public void Any_text_is_understood() => Texts.Sample(QueryTrees.CheckAny, iter: 20_000);

    [Fact]
    public void Any_tree_is_written_as_a_text_that_gives_it_back() => Trees.Sample(
        tree =>
        {
            var parsed = QueryParser.Parse(tree.ToString(), int.MaxValue);
            Assert.True(tree.SaysTheSame(parsed.Root), $"{QueryTrees.Show(tree)} is written {tree}, which is {QueryTrees.Show(parsed.Root)}");
            Assert.Empty(parsed.Problems);
            Assert.Equal(tree.ToString(), parsed.ToString());
        },
        iter: 20_000,
        print: QueryTrees.Show);

    [Fact]
    public void Other_trees_do_not_say_the_same() => Gen.Select(Trees, Trees).Sample((one, other) =>
        Assert.Equal(QueryTrees.Show(one) == QueryTrees.Show(other), one.SaysTheSame(other)));

    [Fact]
    public void A_text_asks_for_something_exactly_if_it_has_a_letter_or_a_digit() => Texts.Sample(text =>
    {
        var parsed = QueryParser.Parse(text, QueryTrees.Limit);
        Assert.Equal(Characters.AnySearchable(text), parsed.Root is not null);
        Assert.Equal(parsed.Root is null && !parsed.MatchesAll, parsed.Problems.Any(problem => problem.Code == QueryProblem.NothingToSearch));
    }, iter: 10_000);

    [Fact]
    public void There_are_never_more_clauses_than_the_limit_and_they_are_the_first() => Gen.Select(Texts, Gen.Int[1, 4]).Sample((text, max) =>
    {
        var all = QueryTrees.Leaves(QueryParser.Parse(text, int.MaxValue).Root).ToArray();
        var limited = QueryParser.Parse(text, max);
        Assert.Equal(all.Take(max), QueryTrees.Leaves(limited.Root));
        Assert.Equal(all.Length > max, limited.Problems.Any(problem => problem.Code == QueryProblem.TooManyClauses));
        Assert.All(limited.Problems, problem => Assert.True(all.Length <= max || problem.Position <= all[max].Position));
    }, iter: 10_000);

    /// <summary>20,000 by default; the environment variable QUERIES asks for more.</summary>
    [Fact]
    public void A_great_many_random_queries_are_understood()
    {
        var count = RunSize.Of("QUERIES", 20_000);
        var queries = new RandomQueries(Vocabulary, seed: 20251224);
        for (var i = 0; i < count; i++)
        {
            var query = queries.Next();
            try
            {
                QueryTrees.CheckAny(query);
            }
            catch (Exception problem)
            {
                Assert.Fail($"Query {i}, {System.Text.Json.JsonSerializer.Serialize(query)}: {problem}");
            }
        }
    }

    private static Gen<QueryNode> Tree(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var inner = Tree(depth - 1);
        var parts = inner.Array[2, 3];
        return Gen.Frequency(
            (3, Leaf),
            (2, parts.Select(nodes => (QueryNode)new SequenceNode(nodes, 0))),
            (2, parts.Select(nodes => (QueryNode)new AllNode(nodes, 0))),
            (2, parts.Select(nodes => (QueryNode)new AnyNode(nodes, 0))),
            (2, inner.Select(node => (QueryNode)new ExcludedNode(node, 0))),
            (2, Gen.Select(Gen.Enum<QueryPlace>().Where(place => place != QueryPlace.Everywhere), inner, (place, node) => (QueryNode)new FieldNode(place, node, 0))),
            (2, Gen.Select(inner, inner, Gen.Int[0, 50], (left, right, distance) => (QueryNode)new NearNode(left, right, distance == 0 ? null : distance, 0))));
    }
}
