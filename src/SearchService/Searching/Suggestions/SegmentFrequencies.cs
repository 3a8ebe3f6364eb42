using System.Collections.Concurrent;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// How many documents of one segment hold a form in any field, deleted ones too: no look-up of Lucene tells, and reading the postings of a frequent word
/// takes milliseconds. Remembered once counted, since it never changes. Safe for all threads.
/// </summary>
internal sealed class SegmentFrequencies
{
    // More than a day's suggestions; then it starts anew.
    private const int MaxForms = 50_000;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The count of a form, by counting it if nobody has.</summary>
    public int Of(string form, Func<string, int> count)
    {
        if (_counts.TryGetValue(form, out var known))
        {
            return known;
        }

        if (_counts.Count >= MaxForms)
        {
            _counts.Clear();
        }

        return _counts[form] = count(form);
    }
}
