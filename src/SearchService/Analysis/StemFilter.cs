using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>Replaces each folded form by its stem.</summary>
public sealed class StemFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    /// <summary>Puts the filter behind the folding stage.</summary>
    public StemFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        _term.SetLength(FrenchStemmer.Stem(_term.Buffer, _term.Length));
        return true;
    }
}
