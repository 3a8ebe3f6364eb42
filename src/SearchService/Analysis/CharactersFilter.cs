using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>
/// Gives each token one spelling of what Unicode can write in several: composed accents (NFC), one apostrophe, no invisible characters.
/// Working on tokens and not on the text before them keeps every offset true to the original text.
/// </summary>
public sealed class CharactersFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    /// <summary>Puts the filter behind another stage.</summary>
    public CharactersFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        while (m_input.IncrementToken())
        {
            var text = _term.Buffer.AsSpan(0, _term.Length);
            if (System.Text.Ascii.IsValid(text))
            {
                return true;
            }

            Unify(text);
            if (_term.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Unify(Span<char> text)
    {
        var length = 0;
        var combining = false;
        foreach (var c in text)
        {
            if (Characters.Invisible.Contains(c))
            {
                continue;
            }

            combining |= CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            text[length++] = Characters.Apostrophes.Contains(c) ? '\'' : c;
        }

        _term.SetLength(length);
        if (combining)
        {
            var composed = new string(text[..length]).Normalize(NormalizationForm.FormC);
            _term.SetEmpty().Append(composed);
        }
    }
}
