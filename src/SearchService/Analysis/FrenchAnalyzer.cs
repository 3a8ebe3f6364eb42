using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace SearchService.Analysis;

/// <summary>
/// The French chain: words by Unicode's rules (UAX #29), elision, folding (case, accents, ligatures, apostrophes), and at the stem
/// level the stemmer. Grammatical words stay: a query of them alone must find something. Each word gives exactly one term, so that both levels
/// number the words of a text alike.
/// </summary>
public sealed class FrenchAnalyzer : Analyzer
{
    /// <summary>The identity of the chain: an index made by another is rebuilt.</summary>
    public const string Version = "french-1";

    /// <summary>The version of Lucene's parts that the chain uses.</summary>
    public const LuceneVersion Compatibility = LuceneVersion.LUCENE_48;

    /// <summary>How many positions lie between two values of a field, so that no phrase runs from one paragraph into the next.</summary>
    public const int PositionGap = 100;

    private readonly AnalysisLevel _level;

    /// <summary>Makes the analyzer of one level.</summary>
    public FrenchAnalyzer(AnalysisLevel level) => _level = level;

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => PositionGap;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(Compatibility, reader);
        TokenStream stream = new ElisionFilter(tokenizer);
        stream = new FoldingFilter(stream);
        if (_level == AnalysisLevel.Stem)
        {
            stream = new StemFilter(stream);
        }

        return new TokenStreamComponents(tokenizer, stream);
    }
}
