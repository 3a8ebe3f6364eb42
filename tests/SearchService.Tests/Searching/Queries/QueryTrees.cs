using SearchService.Analysis;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>Trees in short for the tables of examples, with the kind of every node, and what is asked of every tree.</summary>
internal static class QueryTrees
{
    public const int Limit = 256;

    /// <summary>
    /// <c>[a b]</c> sequence, <c>(a &amp; b)</c> ET, <c>(a | b)</c> OU, <c>!a</c> excluded, <c>Headline{a}</c> field, <c>"a b"~2</c> phrase, <c>=a a* a~</c> words,
    /// <c>&lt;a 5 b&gt;</c> near, <c>20251201..20251224</c> days.
    /// </summary>
    public static string Show(QueryNode? node) => node switch
    {
        null => "",
        WordNode word => word.Match switch
        {
            WordMatch.Form => "=" + word.Text,
            WordMatch.Prefix => word.Text + "*",
            WordMatch.Typo => word.Text + "~",
            _ => word.Text,
        },
        PhraseNode phrase => $"\"{phrase.Text}\"" + (phrase.Slop == 0 ? "" : $"~{phrase.Slop}"),
        SequenceNode row => $"[{string.Join(' ', row.Parts.Select(Show))}]",
        AllNode all => $"({string.Join(" & ", all.Parts.Select(Show))})",
        AnyNode any => $"({string.Join(" | ", any.Parts.Select(Show))})",
        ExcludedNode excluded => "!" + Show(excluded.Excluded),
        FieldNode field => $"{field.Place}{{{Show(field.Operand)}}}",
        NearNode near => $"<{Show(near.Left)} {(near.Distance is { } distance ? $"{distance}" : "§")} {Show(near.Right)}>",
        DateNode date => $"{date.Days.From}..{date.Days.To}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No such node."),
    };

    public static string Tree(string text) => Show(QueryParser.Parse(text, Limit).Root);

    /// <summary>The codes and positions of the problems: <c>invalid_date@4</c>.</summary>
    public static string Problems(string text) =>
        string.Join(' ', QueryParser.Parse(text, Limit).Problems.Select(problem => $"{problem.Code}@{problem.Position}"));

    /// <summary>The node and all below it.</summary>
    public static IEnumerable<QueryNode> All(QueryNode? node)
    {
        var open = new Stack<QueryNode>();
        if (node is not null)
        {
            open.Push(node);
        }

        while (open.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Inner.Count - 1; i >= 0; i--)
            {
                open.Push(next.Inner[i]);
            }
        }
    }

    /// <summary>Words, phrases and days, in the order of the text.</summary>
    public static IEnumerable<QueryNode> Leaves(QueryNode? node) => All(node).Where(part => part is WordNode or PhraseNode or DateNode);

    /// <summary>What holds for the query of any text.</summary>
    public static void CheckAny(string text)
    {
        var parsed = QueryParser.Parse(text, int.MaxValue);
        foreach (var problem in parsed.Problems)
        {
            Assert.InRange(problem.Position, 0, text.Length);
            Assert.NotEqual("", problem.Message);
        }

        var last = -1;
        foreach (var leaf in Leaves(parsed.Root))
        {
            Assert.True(leaf.Position > last, "Leaves stand in the order of the text.");
            last = leaf.Position;
            var written = leaf switch { WordNode word => word.Text, PhraseNode phrase => phrase.Text, _ => "date" };
            Assert.NotEqual("", written.Trim());
            var at = text.IndexOf(written, leaf.Position, StringComparison.OrdinalIgnoreCase);
            Assert.True(at >= leaf.Position && !Characters.AnySearchable(text.AsSpan(leaf.Position..at)), $"{Show(leaf)} does not stand at {leaf.Position}.");
        }

        foreach (var node in All(parsed.Root))
        {
            Assert.InRange(node.Position, 0, text.Length - 1);
            Assert.True(node is not CombinedNode { Parts.Count: < 2 });
        }

        if (parsed.Root is { } root)
        {
            var again = QueryParser.Parse(root.ToString(), int.MaxValue).Root;
            if (!root.SaysTheSame(again))
            {
                Assert.Fail($"{Show(root)} is written {root}, which is {Show(again)}");
            }
        }
    }
}
