using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Indexing;

namespace SearchService.Searching;

/// <summary>The orders of hits for Lucene, and cursors to and from its sort values.</summary>
public static class SortOrder
{
    /// <summary>The order as Lucene sorts: ties end with the identifier, so no two hits are equal.</summary>
    public static Sort ToLucene(SearchSort sort) => sort switch
    {
        SearchSort.Newest => new Sort(Date(newestFirst: true), Id()),
        SearchSort.Oldest => new Sort(Date(newestFirst: false), Id()),
        _ => new Sort(SortField.FIELD_SCORE, Date(newestFirst: true), Id()),
    };

    /// <summary>The place of a hit in the order.</summary>
    public static SearchCursor ToCursor(SearchSort sort, float score, DateTimeOffset? published, string id) =>
        new(sort, sort == SearchSort.Relevance ? score : 0, published?.ToUnixTimeMilliseconds(), id);

    /// <summary>A hit that stands where the cursor does; only what comes after it is collected.</summary>
    public static FieldDoc ToFieldDoc(SearchCursor cursor)
    {
        var missing = cursor.Sort == SearchSort.Oldest ? long.MaxValue : long.MinValue;
        object date = J2N.Numerics.Int64.GetInstance(cursor.Published ?? missing);
        object id = new BytesRef(cursor.Id);
        object[] values = cursor.Sort == SearchSort.Relevance
            ? [J2N.Numerics.Single.GetInstance(cursor.Score), date, id]
            : [date, id];

        // The same article may have another document number now: with the highest number, equal values always count as seen.
        return new FieldDoc(int.MaxValue, cursor.Score, values);
    }

    private static SortField Date(bool newestFirst)
    {
        var field = new SortField(IndexSchema.Published, SortFieldType.INT64, newestFirst);
        field.SetMissingValue(newestFirst ? long.MinValue : long.MaxValue);
        return field;
    }

    private static SortField Id() => new(IndexSchema.Id, SortFieldType.STRING);
}
