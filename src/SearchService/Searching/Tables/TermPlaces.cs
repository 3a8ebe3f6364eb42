using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Searching.Tables;

/// <summary>
/// Where a term stands in each document of a segment, decoded: the postings of Lucene have to be read from the start of a block for each document, which costs some ten times
/// as much. About eight bytes a document and two more for each place. Safe for all threads.
/// </summary>
internal sealed class TermPlaces
{
    /// <summary>More places of one term in one document are left out.</summary>
    public const int MaxPlaces = 256;

    // About two places a document.
    private const int BytesOfDocument = 10;

    // So few documents share a start that what follows it fits into 16 bits.
    private const int Block = 128;

    private readonly int[] _starts; // of the places of each block of documents
    private readonly ushort[] _ends; // of the places of each document, counted from that start
    private readonly ushort[] _places;

    private TermPlaces()
    {
        Documents = new WordDocuments([], 0);
        (_starts, _ends, _places) = ([], [], []);
        Fit = false;
    }

    private TermPlaces(WordDocuments documents, List<int> starts, List<ushort> ends, List<ushort> places, bool isComplete)
    {
        Fit = true;
        Documents = documents;
        _starts = [.. starts];
        _ends = [.. ends];
        _places = [.. places];
        IsComplete = isComplete;
    }

    /// <summary>The documents that have the term.</summary>
    public WordDocuments Documents { get; }

    /// <summary>Whether they could be kept; not if a text is longer than its places have numbers.</summary>
    public bool Fit { get; }

    /// <summary>Whether no place was left out.</summary>
    public bool IsComplete { get; }

    /// <summary>How much memory it takes, in bytes, about.</summary>
    public int Size => Documents.Size + (sizeof(int) * _starts.Length) + (sizeof(ushort) * (_ends.Length + _places.Length));

    /// <summary>The places of a term in a segment if they are known, else null.</summary>
    public static TermPlaces? Known(AtomicReader segment, Term term) => SegmentTables.Of(segment).Get<TermPlaces>(term) is { Fit: true } places ? places : null;

    /// <summary>The same; they are read if a search has asked for them before.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="term">The term.</param>
    /// <param name="postings">Its postings, deleted documents included, or null if it stands nowhere.</param>
    public static TermPlaces? For(AtomicReader segment, Term term, Func<DocsAndPositionsEnum?> postings)
    {
        var tables = SegmentTables.Of(segment);
        var places = tables.Get<TermPlaces>(term);
        if (places is null && tables.IsSearchedAgain(term))
        {
            var read = postings();
            if (tables.HasRoomFor(term, (read?.GetCost() ?? 0) * BytesOfDocument))
            {
                places = Read(read, segment.MaxDoc);
                tables.Keep(term, places, places.Size);
            }
        }

        return places is { Fit: true } ? places : null;
    }

    /// <summary>Reads the places of a term.</summary>
    /// <param name="postings">The term, deleted documents included, or null if it stands nowhere.</param>
    /// <param name="size">How many documents the segment has.</param>
    public static TermPlaces Read(DocsAndPositionsEnum? postings, int size)
    {
        List<int> documents = [];
        List<int> starts = [];
        List<ushort> ends = [];
        List<ushort> places = [];
        var isComplete = true;
        for (var document = postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = postings!.NextDoc())
        {
            if (documents.Count % Block == 0)
            {
                starts.Add(places.Count);
            }

            documents.Add(document);
            isComplete &= postings!.Freq <= MaxPlaces;
            for (var left = Math.Min(postings.Freq, MaxPlaces); left > 0; left--)
            {
                var place = postings.NextPosition();
                if (place > ushort.MaxValue)
                {
                    return new TermPlaces();
                }

                places.Add((ushort)place);
            }

            ends.Add((ushort)(places.Count - starts[^1]));
        }

        return new TermPlaces(new WordDocuments(documents, size), starts, ends, places, isComplete);
    }

    /// <summary>The places in a document, ascending.</summary>
    /// <param name="number">Its number among those that have the term.</param>
    public ReadOnlySpan<ushort> Of(int number)
    {
        var start = _starts[number / Block];
        var first = number % Block == 0 ? start : start + _ends[number - 1];
        return _places.AsSpan(first, start + _ends[number] - first);
    }
}
