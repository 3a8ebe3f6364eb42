using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>The newest headlines of those that are offered to it, up to a number. For one request.</summary>
internal sealed class HeadlineCompletions
{
    // Where one headline in some hundred has such a word, reading by date finds some soon; else the words are rare enough to read all of them.
    private const int DocumentsPerHeadline = 400;
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
        var byDate = new PriorityQueue<DatedDocuments, int>();
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

            if (words.Total(range, enough) < enough)
            {
                OfferByWord(segment, reader, words, prefix);
            }
            else
            {
                var documents = new DatedDocuments(segment, reader, words, range);
                byDate.Enqueue(documents, -documents.Minute);
            }
        }

        OfferByDate(byDate);
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

    /// <summary>Reads the documents of several segments as one list, newest first.</summary>
    private void OfferByDate(PriorityQueue<DatedDocuments, int> byDate)
    {
        for (var read = 0; read < MaxRead && byDate.TryPeek(out var documents, out _) && !IsTooOld(documents.Minute); read++)
        {
            if (documents.HasWord())
            {
                Offer(documents.Segment, documents.Document, documents.Minute);
            }

            if (documents.MoveNext())
            {
                byDate.DequeueEnqueue(documents, -documents.Minute);
            }
            else
            {
                byDate.Dequeue();
            }
        }
    }

    private void OfferByWord(int segment, AtomicReader reader, SegmentWords words, string prefix)
    {
        var seen = new HashSet<int>();
        foreach (var document in _forms.InHeadlinesStartingWith(segment, prefix, form => words.Find(form) >= 0))
        {
            if (reader.LiveDocs?.Get(document) != false && seen.Add(document))
            {
                Offer(segment, document, words.PublishedAt(document));
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

    /// <summary>The documents of a segment, newest first.</summary>
    private sealed class DatedDocuments(int segment, AtomicReader reader, SegmentWords words, (int From, int To) range)
    {
        private readonly SortedSetDocValues _values = reader.GetSortedSetDocValues(IndexSchema.HeadlineWords);
        private readonly IBits? _live = reader.LiveDocs;
        private int _at;

        public int Segment { get; } = segment;

        public int Document => words.NewestFirst[_at];

        public int Minute => words.PublishedAt(Document);

        public bool MoveNext() => ++_at < words.NewestFirst.Length;

        /// <summary>Whether it is live and its headline has a word of the range.</summary>
        public bool HasWord()
        {
            if (_live?.Get(Document) == false)
            {
                return false;
            }

            _values.SetDocument(Document);
            for (var value = _values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = _values.NextOrd())
            {
                if (words.WordOf(value) is var word && word >= range.From && word < range.To)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
