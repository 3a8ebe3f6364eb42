using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SearchService.Searching;

/// <summary>The place of a hit in an order: enough to go on after it, also in a later index.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Score">Its score; counts only by relevance.</param>
/// <param name="Published">Its instant in Unix milliseconds, or null.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Now">The moment from which ages are counted, in Unix milliseconds: the same for all pages, or scores would change between them.</param>
public sealed record SearchCursor(SearchSort Sort, float Score, long? Published, string Id, long Now)
{
    /// <summary>The place of a hit.</summary>
    public static SearchCursor After(SearchSort sort, SearchHit hit, long now) =>
        new(sort, sort == SearchSort.Relevance ? hit.Score : 0, hit.PublishedAt?.ToUnixTimeMilliseconds(), hit.Id, now);

    /// <summary>The opaque text that clients carry.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|',
        ((int)Sort).ToString(CultureInfo.InvariantCulture),
        BitConverter.SingleToInt32Bits(Score).ToString("x", CultureInfo.InvariantCulture),
        Published?.ToString(CultureInfo.InvariantCulture),
        Now.ToString(CultureInfo.InvariantCulture),
        Id)));

    /// <summary>Reads the opaque text; null if it is none of ours.</summary>
    public static SearchCursor? Parse(string text)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 5);
            return parts.Length == 5
                && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var sort) && Enum.IsDefined((SearchSort)sort)
                && int.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var score)
                && (parts[2].Length == 0 | long.TryParse(parts[2], CultureInfo.InvariantCulture, out var published))
                && long.TryParse(parts[3], CultureInfo.InvariantCulture, out var now)
                    ? new SearchCursor((SearchSort)sort, BitConverter.Int32BitsToSingle(score), parts[2].Length == 0 ? null : published, parts[4], now)
                    : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
