using System.Runtime.InteropServices;
using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// The headlines that hold the words already typed, the newest few thousand of them: what else stands in them completes the next word. For one request.
/// </summary>
internal sealed class HeadlinesBeside
{
    // Some 10 ordinals are read for each; more would tell little more.
    private const int MaxHeadlines = 4096;
    private const int Sample = 1024;

    private readonly FormReader _forms;
    private readonly SuggestionSegments _segments;
    private readonly List<(int Segment, int Document)> _headlines = [];

    /// <summary>Finds the headlines.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="segments">What is kept of its segments.</param>
    /// <param name="words">The folded forms that they hold, one at least.</param>
    public HeadlinesBeside(FormReader forms, SuggestionSegments segments, IReadOnlyList<string> words)
    {
        _forms = forms;
        _segments = segments;
        for (var segment = 0; segment < forms.Segments.Count; segment++)
        {
            var live = forms.Segments[segment].AtomicReader.LiveDocs;
            foreach (var document in ArticleCounter.DocumentsWithAll([.. words.Select(word => forms.InHeadlines(segment, word))]))
            {
                if (live?.Get(document) != false)
                {
                    _headlines.Add((segment, document));
                }
            }
        }

        KeepNewest();
    }

    /// <summary>Counts the words that start so in these headlines, and offers the headlines that have one.</summary>
    /// <param name="prefix">The start; empty for all words.</param>
    /// <param name="except">Words that are typed already.</param>
    /// <param name="headlines">Is offered each headline with such a word; null if nobody wants them.</param>
    public Dictionary<string, WordCount> Count(string prefix, IReadOnlyList<string> except, HeadlineCompletions? headlines = null)
    {
        var counts = new Dictionary<string, WordCount>(StringComparer.Ordinal);
        foreach (var inSegment in _headlines.GroupBy(place => place.Segment))
        {
            var reader = _forms.Segments[inSegment.Key].AtomicReader;
            var words = _segments.Of(reader).Words;
            var range = words.StartingWith(prefix);
            if (range.From == range.To || reader.GetSortedSetDocValues(IndexSchema.HeadlineWords) is not { } values)
            {
                continue;
            }

            var found = new Dictionary<int, (int Count, int Newest)>();
            var typed = except.Select(words.Find).ToArray();
            foreach (var (_, document) in inSegment)
            {
                var minute = words.PublishedAt(document);
                var any = false;
                values.SetDocument(document);
                for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd())
                {
                    var word = words.WordOf(value);
                    if (word >= range.From && word < range.To && Array.IndexOf(typed, word) < 0)
                    {
                        any = true;
                        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(found, word, out var known);
                        count = (count.Count + 1, known ? Math.Max(count.Newest, minute) : minute);
                    }
                }

                if (any)
                {
                    headlines?.Offer(inSegment.Key, document, minute);
                }
            }

            foreach (var (word, count) in found)
            {
                var form = words.WordAt(word);
                counts[form] = counts.GetValueOrDefault(form, WordCount.None).And(count.Count, count.Newest, words.WrittenAt(word));
            }
        }

        return counts;
    }

    /// <summary>Drops the oldest where there are too many: the date from which on is read off a sample.</summary>
    private void KeepNewest()
    {
        if (_headlines.Count <= MaxHeadlines)
        {
            return;
        }

        var sample = new int[Sample];
        for (var i = 0; i < Sample; i++)
        {
            sample[i] = Published(_headlines[(int)((long)i * _headlines.Count / Sample)]);
        }

        Array.Sort(sample);
        var oldest = sample[Sample - Math.Max(1, (int)((long)Sample * MaxHeadlines / _headlines.Count))];
        _headlines.RemoveAll(place => Published(place) < oldest);
        if (_headlines.Count > 2 * MaxHeadlines)
        {
            _headlines.RemoveRange(0, _headlines.Count - (2 * MaxHeadlines)); // most have the same date, or none
        }
    }

    private int Published((int Segment, int Document) place) => _segments.Of(_forms.Segments[place.Segment].AtomicReader).Words.PublishedAt(place.Document);
}
