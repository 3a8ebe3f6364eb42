using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>
/// Gives each token one spelling of what people write in several: lower case, no accents, ligatures as two letters, one apostrophe, no invisible
/// characters. Working on tokens and not on the text before them keeps every offset true to the original text.
/// </summary>
public sealed class FoldingFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly StringBuilder _folded = new();

    /// <summary>Puts the filter behind another stage.</summary>
    public FoldingFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        while (m_input.IncrementToken())
        {
            var text = _term.Buffer.AsSpan(0, _term.Length);
            Ascii.ToLowerInPlace(text, out var ascii); // stops at the first letter that is not ASCII: mostly there is none
            if (ascii == text.Length)
            {
                return true;
            }

            _folded.Clear().Append(text[..ascii]);
            foreach (var c in text[ascii..])
            {
                Characters.AppendFolded(_folded, c);
            }

            if (_folded.Length > 0)
            {
                _term.SetEmpty().Append(_folded);
                return true;
            }
        }

        return false;
    }
}
