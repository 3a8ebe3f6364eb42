using System.Text;

namespace SearchService.Ingestion;

/// <summary>A line of a text. Its bytes are valid until the next line is asked for.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Utf8">The line in UTF-8 without its end; empty if it was too long.</param>
/// <param name="TooLong">Whether the line passed the limit and was not kept.</param>
/// <param name="Converted">Whether the line was not UTF-8 and was read as Windows-1252.</param>
public readonly record struct TextLine(int Number, ReadOnlyMemory<byte> Utf8, bool TooLong, bool Converted)
{
    /// <summary>Whether the line holds nothing but spaces.</summary>
    public bool IsBlank => !TooLong && Utf8.Span.Trim(" \t\r"u8).IsEmpty;

    /// <summary>The line as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
