using Lucene.Net.Analysis;
using Lucene.Net.Util;
using SearchService.Analysis.Lexicon;

namespace SearchService.Analysis;

/// <summary>
/// The French analysis as an analyzer of Lucene, one a level. Grammatical words stay: a query of them alone must find something.
/// </summary>
public sealed class FrenchAnalyzer : Analyzer
{
    /// <summary>The identity of the chain: an index made by another is rebuilt.</summary>
    /// <remarks>Its second half is the lexicon's: <c>rules</c> where the build had no dictionary and words are stemmed by rule.</remarks>
    public static string Version { get; } = "french-2+" + (FrenchLexicon.Default.IsEmpty ? "rules" : FrenchLexicon.Default.Identity);

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
        var tokenizer = new LevelTokenizer(reader, _level);
        return new TokenStreamComponents(tokenizer);
    }
}
