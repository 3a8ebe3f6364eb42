using Lucene.Net.Documents;
using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>The newest headlines of those that are offered to it, up to a number. For one request.</summary>
internal sealed class HeadlineCompletions
{
    // Where one headline in a thousand has such a word, reading by date finds some soon; else the words are rare enough to read all of them.
    private const int DocumentsPerHeadline = 1000;
    private const int MaxRead = 20_000;

    private readonly FormReader _forms;
    private readonly SuggestionSegments _segments;
    private readonly int _size;
    private readonly PriorityQueue<(int Segment, int Document), int> _newest = new();

    /// <summary>Keeps the newest.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="segments">What is kept of its segments.</param>
    /// <param name="size">How many.</param>
    public HeadlineCompletions(FormReader forms, SuggestionSegments segments, int size)
    {
        _forms = forms;
        _segments = segments;
        _size = size;
    }

    /// <summary>How many there are so far.</summary>
    public int Count => _newest.Count;

    /// <summary>Offers a headline.</summary>
    /// <param name="segment">The number of its segment.</param>
    /// <param name="document">Its document there, a live one.</param>
    /// <param name="minute">When it was published.</param>
    public void Offer(int segment, int document, int minute)
    {
        if (_newest.Count < _size)
        {
            _newest.Enqueue((segment, document), minute);
        }
        else if (!IsTooOld(minute))
        {
            _newest.DequeueEnqueue((segment, document), minute);
        }
    }

    /// <summary>Offers the headlines that have a word that starts so.</summary>
    public void OfferStartingWith(string prefix)
    {
        for (var segment = 0; segment < _forms.Segments.Count; segment++)
        {
            var reader = _forms.Segments[segment].AtomicReader;
            var words = _segments.Of(reader).Words;
            var range = words.StartingWith(prefix);
            var enough = (reader.MaxDoc / DocumentsPerHeadline) + 1;
            if (range.From == range.To)
            {
                continue;
            }

            if (words.Total(range, enough) >= enough)
            {
                OfferByDate(segment, reader, words, range);
            }
            else
            {
                OfferByWord(segment, reader, words, prefix);
            }
        }
    }

    /// <summary>The newest, newest first; equal headlines are one.</summary>
    /// <param name="size">How many to read.</param>
    public List<Suggestion> Take(int size)
    {
        var headlines = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ((segment, document), _) in _newest.UnorderedItems.OrderByDescending(item => item.Priority).ThenBy(item => item.Element).Take(size))
        {
            var headline = HeadlineOf(_forms.Segments[segment].AtomicReader, document);
            counts[headline] = counts.GetValueOrDefault(headline) + 1;
            headlines.Add(headline);
        }

        return [.. headlines.Distinct(StringComparer.Ordinal).Select(headline => new Suggestion(headline, SuggestionKind.Headline, counts[headline]))];
    }

    private void OfferByDate(int segment, AtomicReader reader, SegmentWords words, (int From, int To) range)
    {
        var values = reader.GetSortedSetDocValues(IndexSchema.HeadlineWords);
        var live = reader.LiveDocs;
        foreach (var document in words.NewestFirst.AsSpan(0, Math.Min(MaxRead, words.NewestFirst.Length)))
        {
            if (IsTooOld(words.PublishedAt(document)))
            {
                return;
            }

            if (live?.Get(document) == false)
            {
                continue;
            }

            values.SetDocument(document);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd())
            {
                if (words.WordOf(value) is var word && word >= range.From && word < range.To)
                {
                    Offer(segment, document, words.PublishedAt(document));
                    break;
                }
            }
        }
    }

    private void OfferByWord(int segment, AtomicReader reader, SegmentWords words, string prefix)
    {
        var seen = new HashSet<int>();
        foreach (var form in _forms.InHeadlinesStartingWith(segment, prefix).Where(form => words.Find(form) >= 0))
        {
            var documents = _forms.InHeadlines(segment, form)!;
            while (documents.Next() != FormDocuments.End)
            {
                if (reader.LiveDocs?.Get(documents.Document) != false && seen.Add(documents.Document))
                {
                    Offer(segment, documents.Document, words.PublishedAt(documents.Document));
                }
            }
        }
    }

    private bool IsTooOld(int minute) => _newest.Count >= _size && _newest.TryPeek(out _, out var oldest) && minute <= oldest;

    private static string HeadlineOf(AtomicReader reader, int document)
    {
        var visitor = new DocumentStoredFieldVisitor(IndexSchema.Source);
        reader.Document(document, visitor);
        return ArticleDocument.FromDocument(visitor.Document).Article.Headline;
    }
}
