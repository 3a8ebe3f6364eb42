using System.Runtime.CompilerServices;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// Counts the articles of one view that have a word now: what a segment holds is remembered, and only its deleted documents are looked at again. For one
/// request.
/// </summary>
internal sealed class ArticleCounter(FormReader forms, SuggestionSegments segments)
{
    private static readonly ConditionalWeakTable<IBits, int[]> Deleted = [];

    /// <summary>How many articles hold a form.</summary>
    public int Count(string form) => Count(segment => forms.Anywhere(segment, form), form);

    /// <summary>How many articles hold a hyphenated word, in any inflection.</summary>
    /// <param name="written">The word with its hyphens.</param>
    public int CountCompound(string written)
    {
        var analysis = new FrenchText();
        analysis.Analyze(written);
        var words = analysis.AnalyzedWords;
        return words.Length > 0 && words[0].Compound is { } joined
            ? Count(segment => forms.OfLemma(segment, joined), "-" + joined) // no form has a hyphen
            : 0;
    }

    /// <summary>The articles that hold all of several forms, wherever, by segment.</summary>
    /// <param name="all">The forms, one at least.</param>
    public FixedBitSet[] ArticlesWithAll(IReadOnlyList<string> all)
    {
        var articles = new FixedBitSet[forms.Segments.Count];
        for (var segment = 0; segment < articles.Length; segment++)
        {
            var reader = forms.Segments[segment].AtomicReader;
            articles[segment] = new FixedBitSet(reader.MaxDoc);
            forms.AddAnywhere(segment, all[0], articles[segment]);
            foreach (var form in all.Skip(1))
            {
                var others = new FixedBitSet(reader.MaxDoc);
                forms.AddAnywhere(segment, form, others);
                articles[segment].And(others);
            }

            foreach (var deleted in reader.LiveDocs is { } live ? DeletedOf(live) : [])
            {
                articles[segment].Clear(deleted);
            }
        }

        return articles;
    }

    /// <summary>How many of some articles hold a form.</summary>
    public int CountAmong(FixedBitSet[] articles, string form)
    {
        var count = 0L;
        for (var segment = 0; segment < articles.Length; segment++)
        {
            var documents = new FixedBitSet(articles[segment].Length);
            forms.AddAnywhere(segment, form, documents);
            count += FixedBitSet.IntersectionCount(documents, articles[segment]);
        }

        return (int)count;
    }

    /// <summary>The documents that stand in each of several lists, deleted ones too.</summary>
    /// <param name="lists">The lists, null for an empty one.</param>
    public static IEnumerable<int> DocumentsWithAll(IReadOnlyList<FormDocuments?> lists)
    {
        if (lists.Count == 0 || lists.Any(list => list is null))
        {
            yield break;
        }

        var document = lists[0]!.Next();
        while (document != FormDocuments.End)
        {
            var agree = 1;
            while (agree < lists.Count)
            {
                var other = lists[agree]!;
                var next = other.Document < document ? other.Advance(document) : other.Document;
                if (next != document)
                {
                    break;
                }

                agree++;
            }

            if (agree == lists.Count)
            {
                yield return document;
                document = lists[0]!.Next();
            }
            else if (lists[agree]!.Document == FormDocuments.End)
            {
                yield break;
            }
            else
            {
                document = lists[0]!.Advance(lists[agree]!.Document);
            }
        }
    }

    private int Count(Func<int, FormDocuments?> documents, string key)
    {
        var count = 0;
        for (var segment = 0; segment < forms.Segments.Count; segment++)
        {
            var reader = forms.Segments[segment].AtomicReader;
            var number = segment;
            var all = segments.Of(reader).Frequencies.Of(key, _ => CountDocuments(documents(number), live: null));
            count += all == 0 || reader.LiveDocs is not { } live ? all
                : DeletedOf(live) is var deleted && deleted.Length < all ? all - CountAmong(documents(segment)!, deleted)
                : CountDocuments(documents(segment), live);
        }

        return count;
    }

    private static int CountDocuments(FormDocuments? documents, IBits? live)
    {
        var count = 0;
        while (documents is not null && documents.Next() != FormDocuments.End)
        {
            count += live?.Get(documents.Document) != false ? 1 : 0;
        }

        return count;
    }

    private static int CountAmong(FormDocuments documents, int[] some)
    {
        var count = 0;
        foreach (var document in some)
        {
            if (documents.Document < document && documents.Advance(document) == FormDocuments.End)
            {
                break;
            }

            count += documents.Document == document ? 1 : 0;
        }

        return count;
    }

    private static int[] DeletedOf(IBits live) => Deleted.GetValue(live, bits => [.. Enumerable.Range(0, bits.Length).Where(document => !bits.Get(document))]);
}
