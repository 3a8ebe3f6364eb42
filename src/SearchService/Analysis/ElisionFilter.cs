using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>
/// Takes an elided article or conjunction off a word (<c>l'avocat</c> → <c>avocat</c>) and moves the start offset with it, so that a highlight
/// never covers the article; Lucene's own filter leaves the offset where it was. It runs on the raw token, before anything changes its length.
/// </summary>
public sealed class ElisionFilter : TokenFilter
{
    private static readonly string[] Elided = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;

    /// <summary>Puts the filter behind a tokenizer.</summary>
    public ElisionFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var text = _term.Buffer.AsSpan(0, _term.Length);
        var apostrophe = text.IndexOfAny(Characters.Apostrophes);
        if (apostrophe > 0 && apostrophe < text.Length - 1 && IsElided(text[..apostrophe]))
        {
            var skip = apostrophe + 1;
            _offset.SetOffset(_offset.StartOffset + skip, _offset.EndOffset);
            text[skip..].CopyTo(text);
            _term.SetLength(text.Length - skip);
        }

        return true;
    }

    private static bool IsElided(ReadOnlySpan<char> prefix)
    {
        foreach (var elided in Elided)
        {
            if (prefix.Equals(elided, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
