using System.Globalization;
using System.Text;

namespace SearchService.Searching.Queries;

/// <summary>
/// Writes a tree as query text, with French operators and no more parentheses than it takes. A word that is an operator, and a phrase with
/// every kind of quote in it, which no text gives but operators alone or a headline, have no other form than themselves.
/// </summary>
internal static class QueryWriter
{
    /// <summary>The query text of a tree.</summary>
    public static string Write(QueryNode node)
    {
        var result = new StringBuilder();
        Append(result, node);
        var text = result.ToString();

        // In capitals alone, the operators of the tree could be read as the words of a headline.
        var hasOperators = node is not (WordNode or PhraseNode) && !(node is SequenceNode && node.Inner.All(part => part is WordNode));
        return hasOperators && !text.Any(char.IsLower) && HeadlineStyle.Applies(QueryScanner.Scan(text, [])) ? $"({text})" : text;
    }

    private static void Append(StringBuilder result, QueryNode node)
    {
        switch (node)
        {
            case WordNode word: Word(result, word); break;
            case PhraseNode phrase: Phrase(result, phrase); break;
            case DateNode date: result.Append(QueryFields.Date).Append(':').Append(QueryDates.Write(date.Days)); break;
            case FieldNode field:
                result.Append(QueryFields.Name(field.Place)).Append(':');
                Part(result, field.Operand, grouped: !IsSimple(field.Operand) || !CanFollowSign(field.Operand));
                break;
            case ExcludedNode excluded: Excluded(result, excluded.Excluded); break;
            case NearNode near: Near(result, near); break;
            case AnyNode any: Joined(result, any, " OU ", part => part is AnyNode); break;
            case AllNode all: Joined(result, all, " ET ", part => part is AnyNode or AllNode); break;
            case SequenceNode row: Joined(result, row, " ", part => part is CombinedNode); break;
        }
    }

    private static void Joined(StringBuilder result, CombinedNode node, string joiner, Func<QueryNode, bool> isGrouped)
    {
        for (var i = 0; i < node.Parts.Count; i++)
        {
            result.Append(i > 0 ? joiner : "");
            Part(result, node.Parts[i], isGrouped(node.Parts[i]));
        }
    }

    private static void Near(StringBuilder result, NearNode near)
    {
        // A chain goes on to the right of its left side, up to the longest that is parsed.
        var chain = 0;
        for (var left = near.Left as NearNode; left is not null; left = left.Left as NearNode)
        {
            chain++;
        }

        Part(result, near.Left, near.Left is NearNode ? chain % QueryParser.MaxNearOperators == 0 : !IsOperand(near.Left));
        result.Append(CultureInfo.InvariantCulture, $" {(near.Distance is { } distance ? $"PRES/{distance}" : "MEMEPARA")} ");
        Part(result, near.Right, !IsOperand(near.Right));
    }

    private static void Excluded(StringBuilder result, QueryNode node)
    {
        var first = node;
        while (first is NearNode near)
        {
            first = near.Left;
        }

        // A word that is an operator is one no more behind a minus sign.
        var isOperator = first is WordNode word && QueryOperators.TryRead(word.Text, out _, out _);
        if ((node is NearNode && !isOperator) || !CanFollowSign(node))
        {
            result.Append("SAUF ");
            Append(result, node);
        }
        else
        {
            result.Append('-');
            Part(result, node, grouped: !IsOperand(node) && node is not (DateNode or NearNode));
        }
    }

    private static void Part(StringBuilder result, QueryNode node, bool grouped)
    {
        result.Append(grouped ? "(" : "");
        Append(result, node);
        result.Append(grouped ? ")" : "");
    }

    private static void Word(StringBuilder result, WordNode word)
    {
        // =titre:mot* is a pattern of one word; without the sign it would be one in a field.
        var isForm = word.Match == WordMatch.Form || (word.Match != WordMatch.Inflected && word.Text.Contains(':') && StartsSearchable(word.Text));
        result.Append(isForm ? "=" : "").Append(word.Text).Append(word.Match switch
        {
            WordMatch.Prefix => "*",
            WordMatch.Typo => "~",
            _ => "",
        });
    }

    private static void Phrase(StringBuilder result, PhraseNode phrase)
    {
        // A phrase lacks at least the quote that closed it, or could have.
        var (open, close) = !phrase.Text.Contains('"') ? ('"', '"') : !phrase.Text.Contains('»') ? ('«', '»') : ('“', '”');
        result.Append(open).Append(phrase.Text).Append(close);
        if (phrase.Slop > 0)
        {
            result.Append(CultureInfo.InvariantCulture, $"~{phrase.Slop}");
        }
    }

    private static bool IsSimple(QueryNode node) => node is WordNode or PhraseNode;

    private static bool IsOperand(QueryNode node) => node is FieldNode || IsSimple(node);

    /// <summary>Whether a minus sign or a field before it means it: a word must start with a letter, a digit or its equals sign.</summary>
    private static bool CanFollowSign(QueryNode node) => node is not WordNode word || word.Match == WordMatch.Form || StartsSearchable(word.Text);

    private static bool StartsSearchable(string text) => Rune.TryGetRuneAt(text, 0, out var rune) && Rune.IsLetterOrDigit(rune);
}
