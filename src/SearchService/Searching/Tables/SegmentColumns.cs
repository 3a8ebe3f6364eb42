using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Tables;

/// <summary>
/// The dates and lengths of a segment's documents as arrays, 14 bytes a document: Lucene's compressed columns cost a virtual call and some shifting for each value, which counting, scoring and
/// sorting by date ask for by the hundred thousand. Forgotten with the segment. Safe for all threads.
/// </summary>
internal sealed class SegmentColumns
{
    /// <summary>In <see cref="Published"/>: the article has no date.</summary>
    public const long Undated = long.MinValue;

    private static readonly ConditionalWeakTable<object, Lazy<SegmentColumns>> Segments = [];

    private readonly Lazy<int[]> _newest;
    private readonly Lazy<int[]> _oldest;

    private SegmentColumns(AtomicReader segment)
    {
        Published = new long[segment.MaxDoc];
        DayNumbers = new int[segment.MaxDoc];
        Read(segment, IndexSchema.Published, (document, value) => Published[document] = value, document => Published[document] = Undated);
        var days = new int[segment.MaxDoc];
        Read(segment, IndexSchema.Day, (document, value) => days[document] = (int)value, _ => { });
        Newest = Published.Length == 0 ? Undated : Published.Max();
        Days = [.. days.Distinct().Order()];
        for (var document = 0; document < days.Length; document++)
        {
            DayNumbers[document] = Array.BinarySearch(Days, days[document]);
        }

        HeadlineLengths = Lengths(segment, IndexSchema.Headline);
        TextLengths = Lengths(segment, IndexSchema.Text);
        var ids = segment.GetSortedDocValues(IndexSchema.Id);
        int[] places = [.. Enumerable.Range(0, segment.MaxDoc).Select(document => ids.GetOrd(document))];
        _newest = new Lazy<int[]>(() => InOrder(places, (left, right) => right.CompareTo(left)));
        _oldest = new Lazy<int[]>(() => InOrder(places, (left, right) => left.CompareTo(right)));
    }

    /// <summary>The instant of publication of each document in Unix milliseconds, or <see cref="Undated"/>.</summary>
    public long[] Published { get; }

    /// <summary>The latest of them, or <see cref="Undated"/>.</summary>
    public long Newest { get; }

    /// <summary>The days on which articles of the segment appeared, as yyyymmdd, ascending; 0 for none.</summary>
    public int[] Days { get; }

    /// <summary>For each document the place of its day in <see cref="Days"/>.</summary>
    public int[] DayNumbers { get; }

    /// <summary>The code of the length of each headline, as <see cref="FieldLengths"/> decodes it; empty if no document has one.</summary>
    public byte[] HeadlineLengths { get; }

    /// <summary>The same of the texts.</summary>
    public byte[] TextLengths { get; }

    /// <summary>The columns of a segment.</summary>
    public static SegmentColumns Of(AtomicReader segment) => Segments.GetValue(segment.CoreCacheKey, _ => new Lazy<SegmentColumns>(() => new SegmentColumns(segment))).Value;

    /// <summary>The documents in the order of their dates, undated ones last, equal ones by identifier.</summary>
    public int[] ByDate(bool newestFirst) => (newestFirst ? _newest : _oldest).Value;

    private static byte[] Lengths(AtomicReader segment, string field)
    {
        if (segment.GetNormValues(IndexSchema.At(field, AnalysisLevel.Lemma)) is not { } codes)
        {
            return [];
        }

        var lengths = new byte[segment.MaxDoc];
        for (var document = 0; document < lengths.Length; document++)
        {
            lengths[document] = (byte)codes.Get(document);
        }

        return lengths;
    }

    private static void Read(AtomicReader segment, string field, Action<int, long> set, Action<int> missing)
    {
        var values = segment.GetNumericDocValues(field);
        var has = segment.GetDocsWithField(field);
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            if (values is not null && has.Get(document))
            {
                set(document, values.Get(document));
            }
            else
            {
                missing(document);
            }
        }
    }

    private int[] InOrder(int[] places, Comparison<long> order)
    {
        int[] documents = [.. Enumerable.Range(0, Published.Length)];
        Array.Sort(documents, (left, right) =>
        {
            var (first, second) = (Published[left], Published[right]);
            var comparison = first == Undated || second == Undated ? (first == Undated ? 1 : 0) - (second == Undated ? 1 : 0) : order(first, second);
            return comparison != 0 ? comparison : places[left].CompareTo(places[right]);
        });
        return documents;
    }
}
