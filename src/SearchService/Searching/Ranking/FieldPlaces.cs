using Lucene.Net.Index;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>The places of a word, in whichever reading, in one field of the documents of a segment; documents are asked for in ascending order. Not for two threads.</summary>
internal sealed class FieldPlaces(IReadOnlyList<string> lemmas, AtomicReaderContext segment, TermLookup terms, string field)
{
    // Most searches ask for no place.
    private int[] _places = [];
    private Reading[]? _readings;
    private int _document = -1;
    private int _count;

    /// <summary>The places in a document, ascending.</summary>
    public ReadOnlySpan<int> In(int document)
    {
        if (document != _document)
        {
            Read(document);
        }

        return _places.AsSpan(0, _count);
    }

    /// <summary>Reads the places of the word in the whole segment, if they were asked for before.</summary>
    /// <returns>Whether they are at hand.</returns>
    public bool Read() => lemmas.Select(lemma => new Term(field, lemma)).Aggregate(
        true, (all, term) => TermPlaces.For(segment.AtomicReader, term, () => terms.Places(term, segment)) is not null && all);

    private void Read(int document)
    {
        _places = _places.Length == 0 ? new int[TermPlaces.MaxPlaces] : _places;
        _readings ??= [.. lemmas.Select(lemma => new Reading(new Term(field, lemma), segment, terms))];
        _document = document;
        _count = 0;
        var read = 0;
        foreach (var reading in _readings)
        {
            var before = _count;
            _count += reading.Read(document, _places.AsSpan(_count));
            read += _count > before ? 1 : 0;
        }

        if (read > 1)
        {
            Array.Sort(_places, 0, _count);
        }
    }

    /// <summary>One lemma: its places are known from former searches, or come from the postings.</summary>
    private sealed class Reading
    {
        private readonly TermPlaces? _known;
        private readonly DocsAndPositionsEnum? _postings;
        private int _number;

        public Reading(Term term, AtomicReaderContext segment, TermLookup terms)
        {
            _known = TermPlaces.Known(segment.AtomicReader, term);
            _postings = _known is null ? terms.Places(term, segment) : null;
        }

        public int Read(int document, Span<int> places)
        {
            if (_known is not null)
            {
                if (_known.Documents.NextFrom(document, ref _number) != document)
                {
                    return 0;
                }

                var known = _known.Of(_known.Documents.NumberOf(document, _number));
                known = known[..Math.Min(known.Length, places.Length)];
                for (var i = 0; i < known.Length; i++)
                {
                    places[i] = known[i];
                }

                return known.Length;
            }

            if (_postings is null || (_postings.DocID < document ? _postings.Advance(document) : _postings.DocID) != document)
            {
                return 0;
            }

            var count = Math.Min(_postings.Freq, places.Length);
            for (var i = 0; i < count; i++)
            {
                places[i] = _postings.NextPosition();
            }

            return count;
        }
    }
}
