using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// The topics or stories of one segment by the words that they hold, each with its live articles. The values are read once for a segment; deletions after
/// that are counted by what has changed since. Safe for all threads.
/// </summary>
internal sealed class SegmentLabels
{
    // Above any count.
    private const int StartRank = 1 << 30;

    private readonly string _field;
    private readonly string[] _values;
    private readonly string[] _folded;
    private readonly int[] _firstMeaningful;
    private readonly Dictionary<string, int> _numbers;
    private readonly (string Word, int Value)[] _words;
    private readonly int[] _newest;
    private readonly Lock _counting = new();
    private LiveCounts? _last;

    /// <summary>Reads a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="field">The field of sorted set doc values.</param>
    /// <param name="published">When each document was published, as <see cref="PublicationMinutes"/> counts.</param>
    public SegmentLabels(AtomicReader segment, string field, ReadOnlySpan<int> published)
    {
        _field = field;
        var values = segment.GetSortedSetDocValues(field);
        var count = values is null ? 0 : checked((int)values.ValueCount);
        _values = new string[count];
        _folded = new string[count];
        _firstMeaningful = new int[count];
        _newest = new int[count];
        Array.Fill(_newest, PublicationMinutes.Undated);
        var words = new List<(string, int)>();
        var analysis = new FrenchText();
        var bytes = new BytesRef();
        for (var value = 0; value < count; value++)
        {
            values!.LookupOrd(value, bytes);
            _values[value] = bytes.Utf8ToString();
            (_folded[value], _firstMeaningful[value]) = FoldedWords(_values[value], analysis, word => words.Add((word, value)));
        }

        words.Sort((left, right) => string.CompareOrdinal(left.Item1, right.Item1));
        _words = [.. words];
        _numbers = Enumerable.Range(0, count).ToDictionary(value => _values[value], StringComparer.Ordinal);
        ReadDates(values, published);
    }

    /// <summary>A value.</summary>
    public string ValueAt(int value) => _values[value];

    /// <summary>When its newest article was published, deleted ones too.</summary>
    public int NewestAt(int value) => _newest[value];

    /// <summary>The number of a value, or -1.</summary>
    public int Find(string value) => _numbers.GetValueOrDefault(value, -1);

    /// <summary>The values that hold what was typed: all words of meaning, and a word that starts so.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="counts">The counts of the view.</param>
    /// <param name="size">How many: first those that start with all that was typed, then the most frequent.</param>
    public Dictionary<int, bool> Find(TypedText typed, int[] counts, int size)
    {
        var whole = " " + string.Concat(typed.Words.Select(word => word + " ")) + typed.Prefix;
        var word = typed.Prefix.Length > 0 ? typed.Prefix : typed.Words[^1];
        var best = new PriorityQueue<(int Value, bool AtStart), int>();
        var (from, to) = StartingWith(word, exact: typed.Prefix.Length == 0);
        for (var i = from; i < to; i++)
        {
            var value = _words[i].Value;
            var folded = _folded[value];
            if (counts[value] == 0 || !HoldsAll(folded, typed.Meaningful))
            {
                continue;
            }

            var atStart = folded.StartsWith(whole, StringComparison.Ordinal)
                || string.CompareOrdinal(folded, _firstMeaningful[value], whole, 0, whole.Length) == 0;
            var rank = (atStart ? StartRank : 0) + counts[value];
            if (best.Count < 2 * size)
            {
                best.Enqueue((value, atStart), rank); // a value that has two such words stands in it twice
            }
            else if (best.TryPeek(out _, out var worst) && rank > worst)
            {
                best.DequeueEnqueue((value, atStart), rank);
            }
        }

        return best.UnorderedItems.Select(item => item.Element).Distinct().ToDictionary(label => label.Value, label => label.AtStart);
    }

    /// <summary>How many articles of a view have each value.</summary>
    public int[] CountsIn(AtomicReader segment)
    {
        lock (_counting)
        {
            if (_last is null || _last.Live != segment.LiveDocs)
            {
                _last = new LiveCounts(segment.LiveDocs, Count(segment, _last));
            }

            return _last.Counts;
        }
    }

    /// <summary>Counts by what changed since a count before: newly deleted documents, or again those of an older view.</summary>
    private int[] Count(AtomicReader segment, LiveCounts? before)
    {
        var counts = before is null ? new int[_values.Length] : (int[])before.Counts.Clone();
        if (_values.Length == 0)
        {
            return counts;
        }

        var values = segment.GetSortedSetDocValues(_field);
        var live = segment.LiveDocs;
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            var change = IsIn(live, document) - (before is null ? 0 : IsIn(before.Live, document));
            if (change == 0)
            {
                continue;
            }

            values.SetDocument(document);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd())
            {
                counts[value] += change;
            }
        }

        return counts;
    }

    private static int IsIn(IBits? live, int document) => live?.Get(document) != false ? 1 : 0;

    private void ReadDates(SortedSetDocValues? values, ReadOnlySpan<int> published)
    {
        for (var document = 0; document < published.Length && values is not null; document++)
        {
            values.SetDocument(document);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd())
            {
                _newest[value] = Math.Max(_newest[value], published[document]);
            }
        }
    }

    private (int From, int To) StartingWith(string prefix, bool exact) => (FirstFrom(prefix), FirstFrom(prefix + (exact ? '\0' : char.MaxValue)));

    private int FirstFrom(string word)
    {
        var low = 0;
        var high = _words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[middle].Word, word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool HoldsAll(string folded, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (!folded.Contains(" " + word + " ", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The folded words of a label, a space before and behind each, and the place of the space before the first that is no word of grammar.</summary>
    private static (string Folded, int FirstMeaningful) FoldedWords(string label, FrenchText analysis, Action<string> each)
    {
        analysis.Analyze(label);
        var folded = new StringBuilder(" ");
        var first = -1;
        foreach (ref readonly var word in analysis.AnalyzedWords)
        {
            first = first < 0 && !word.Forms.IsGrammatical ? folded.Length - 1 : first;
            folded.Append(word.Forms.Exact).Append(' ');
            each(word.Forms.Exact);
        }

        return (folded.ToString(), Math.Max(0, first));
    }

    private sealed record LiveCounts(IBits? Live, int[] Counts);
}
