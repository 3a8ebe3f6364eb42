namespace SearchService.Searching.Suggestions;

/// <summary>The topics or stories that hold what was typed.</summary>
internal static class LabelCompletions
{
    /// <summary>Those whose start it is, and those that hold it elsewhere; each most frequent and most recent first.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="segments">What is kept of its segments.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="kind">Topics or stories.</param>
    /// <param name="size">How many of each are wanted.</param>
    public static (List<Suggestion> AtStart, List<Suggestion> Inside) Of(
        FormReader forms, SuggestionSegments segments, TypedText typed, SuggestionKind kind, int size)
    {
        var readers = forms.Segments.Select(segment => segment.AtomicReader).ToList();
        var labels = readers.ConvertAll(reader => kind == SuggestionKind.Topic ? segments.Of(reader).Topics : segments.Of(reader).Stories);
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        var newestOfAll = PublicationMinutes.Undated;
        var counts = labels.Select((segment, i) => segment.CountsIn(readers[i])).ToList();
        for (var i = 0; i < labels.Count; i++)
        {
            newestOfAll = Math.Max(newestOfAll, segments.Of(readers[i]).Words.Newest);
            foreach (var (value, atStart) in labels[i].Find(typed, counts[i], 2 * size))
            {
                found[labels[i].ValueAt(value)] = atStart;
            }
        }

        var ordered = found.Select(label => (label.Key, AtStart: label.Value, Count: Count(label.Key)))
            .OrderByDescending(label => label.Count.Articles * PublicationMinutes.Recency(label.Count.Newest, newestOfAll))
            .ThenBy(label => label.Key, StringComparer.Ordinal)
            .ToLookup(label => label.AtStart, label => new Suggestion(label.Key, kind, label.Count.Articles));
        return ([.. ordered[true].Take(size)], [.. ordered[false].Take(size)]);

        (int Articles, int Newest) Count(string value)
        {
            var articles = 0;
            var newest = PublicationMinutes.Undated;
            for (var i = 0; i < labels.Count; i++)
            {
                if (labels[i].Find(value) is >= 0 and var number)
                {
                    articles += counts[i][number];
                    newest = Math.Max(newest, labels[i].NewestAt(number));
                }
            }

            return (articles, newest);
        }
    }
}
