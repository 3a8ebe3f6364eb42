using System.Text;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>What a query may have most of, and texts made to overflow a stack or to be read again and again.</summary>
public sealed class QueryLimitTests
{
    private const int Length = 60_000;

    // The stack of a thread that has less of it than those that answer requests.
    private const int SmallStack = 256 * 1024;

    [Fact]
    public void Clauses_beyond_the_limit_are_left_aside_and_told()
    {
        var parsed = QueryParser.Parse("un -deux \"trois\" quatre cinq", 3);
        Assert.Equal("[un !deux \"trois\"]", QueryTrees.Show(parsed.Root));
        Assert.Equal(
            new QueryProblem("too_many_clauses", 17, "La requête a plus de 3 termes : la suite est laissée de côté."),
            Assert.Single(parsed.Problems));
    }

    [Theory]
    [InlineData("un deux trois")]
    [InlineData("un deux trois ")]
    [InlineData("un deux trois !")]
    [InlineData("un deux trois \"\" …")]
    [InlineData("(un OU deux) date:2025")]
    public void As_many_clauses_as_the_limit_are_no_problem(string text) => Assert.Empty(QueryParser.Parse(text, 3).Problems);

    [Theory]
    [InlineData("a OU b OU c", "(a | b)")]
    [InlineData("(a (b c)) d", "[a b]")]
    [InlineData("a PRES/3 b PRES/3 c", "<a 3 b>")]
    [InlineData("a b titre:c", "[a b]")]
    [InlineData("a b -titre:(c OU d)", "[a b]")]
    [InlineData("a b SAUF c \"d", "[a b]")]
    [InlineData("a b date:2025 date:hier (", "[a b]")]
    [InlineData("A B ET LA", "[A B]")]
    public void What_is_cut_leaves_no_other_problem(string text, string tree)
    {
        var parsed = QueryParser.Parse(text, 2);
        Assert.Equal(tree, QueryTrees.Show(parsed.Root));
        Assert.Equal(QueryProblem.TooManyClauses, Assert.Single(parsed.Problems).Code);
    }

    [Theory]
    [InlineData(32, "")]
    [InlineData(33, "too_deep@32")]
    [InlineData(100, "too_deep@32")]
    public void Parentheses_stand_in_each_other_up_to_32_times(int depth, string problems)
    {
        var text = string.Concat(Enumerable.Repeat("(", depth)) + "a OU b" + string.Concat(Enumerable.Repeat(")", depth)) + " c";
        Assert.Equal("[(a | b) c]", QueryTrees.Tree(text));
        Assert.Equal(problems, QueryTrees.Problems(text));
    }

    [Fact]
    public void Parentheses_without_partner_make_nothing_deeper()
    {
        var text = string.Concat(Enumerable.Repeat("( ", 40)) + "(a OU b) c";
        Assert.Equal("[(a | b) c]", QueryTrees.Tree(text));
        Assert.DoesNotContain("too_deep", QueryTrees.Problems(text));
    }

    [Fact]
    public void A_chain_of_nearness_has_8_operators()
    {
        var parsed = QueryParser.Parse("a" + string.Concat(Enumerable.Repeat(" PRES/2 a", 9)), QueryTrees.Limit);
        Assert.Equal(QueryProblem.TooDeep, Assert.Single(parsed.Problems).Code);
        Assert.Equal(10, QueryTrees.Leaves(parsed.Root).Count());
        Assert.Equal(2, Assert.IsType<SequenceNode>(parsed.Root).Parts.Count);
    }

    [Fact]
    public void Of_one_kind_of_problem_five_are_told() =>
        Assert.Equal(
            "invalid_date@0 invalid_date@7 invalid_date@14 invalid_date@21 invalid_date@28 unbalanced_parenthesis@56",
            QueryTrees.Problems(string.Concat(Enumerable.Repeat("date:x ", 8)) + "("));

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData("(a")]
    [InlineData("(a OU ")]
    [InlineData("a(")]
    [InlineData("-")]
    [InlineData("-(")]
    [InlineData("- ")]
    [InlineData(" -a")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("«")]
    [InlineData("« »")]
    [InlineData("»")]
    [InlineData("“„”")]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("é(e)")]
    [InlineData("a(e")]
    [InlineData("ET ")]
    [InlineData("NOT ")]
    [InlineData("NOT a ")]
    [InlineData("a OU ")]
    [InlineData("a PRES/3 ")]
    [InlineData("(a PRES/3 ")]
    [InlineData("a MEMEPARA ((")]
    [InlineData("PRES/3 ")]
    [InlineData("titre:")]
    [InlineData("titre:(")]
    [InlineData("titre:(a ")]
    [InlineData("titre:\"")]
    [InlineData("date:")]
    [InlineData("date:[")]
    [InlineData("date:[ ")]
    [InlineData("date:2025 ")]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("a~")]
    [InlineData("~9")]
    [InlineData("\"a\"~9")]
    [InlineData("=")]
    [InlineData(":(")]
    [InlineData("\uD83D")]
    [InlineData("\u0301")]
    [InlineData("\u200B")]
    [InlineData("LA OU ")]
    public void A_long_text_of_anything_overflows_no_stack(string piece)
    {
        var open = new StringBuilder().Insert(0, piece, Length / piece.Length).ToString();
        var closed = open[..(open.Length / 2)] + "mot" + string.Concat(Enumerable.Repeat(")", open.Length / 2));
        OnASmallStack(() => Array.ForEach([open, closed], QueryTrees.CheckAny));
    }

    [Fact]
    public void The_deepest_tree_of_all_overflows_no_stack()
    {
        var text = new StringBuilder("a");
        for (var depth = 0; depth < 32; depth++)
        {
            text.Insert(0, "titre:(-(b OU (c ET (d ").Append(string.Concat(Enumerable.Repeat(" PRES/2 a", QueryParser.MaxNearOperators))).Append("))))");
        }

        OnASmallStack(() => QueryTrees.CheckAny(text.ToString()));
        text.Clear().Append('a');
        for (var depth = 0; depth < 32; depth++)
        {
            text.Insert(0, "(").Append(string.Concat(Enumerable.Repeat(" PRES/2 a", QueryParser.MaxNearOperators))).Append(')');
        }

        OnASmallStack(() => QueryTrees.CheckAny(text.ToString()));
    }

    private static void OnASmallStack(Action action)
    {
        Exception? problem = null;
        var thread = new Thread(() => problem = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(problem);
    }
}
