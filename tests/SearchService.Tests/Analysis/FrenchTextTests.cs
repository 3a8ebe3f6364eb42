using SearchService.Analysis;

namespace SearchService.Tests.Analysis;

public sealed class FrenchTextTests
{
    private const string Text =
        "L'Assemblée nationale a adopté mardi, à 20 h 30, le budget de 10 000 000 d'euros : 49,3 % des député·e·s étaient présents. "
        + "« C'est un porte-avions », dit-il. Louis XIV, le XXIe siècle, l'O.N.U. et M. O'Brien aujourd'hui à N'Djamena… "
        + "LES JOURNAUX ETAIENT EN GREVE. peche, Quebec, macronistes, e\u0301te\u0301, 日本, антон, 𝒳.";

    [Fact]
    public void Once_its_words_are_known_a_text_is_analysed_without_allocation()
    {
        var analysis = new FrenchText();
        analysis.Analyze(Text);

        // Code that is not yet optimized boxes, and another test may push a word out of the shared cache: after a while a round must be free of both.
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                analysis.Analyze(Text);
                return GC.GetAllocatedBytesForCurrentThread() == before;
            },
            TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void An_analysis_forgets_the_text_before()
    {
        var analysis = new FrenchText();
        analysis.Analyze(Text);
        analysis.Analyze("un mot");

        Assert.Equal(["un", "mot"], analysis.AnalyzedWords.ToArray().Select(word => word.Forms.Exact));

        analysis.Analyze("");
        Assert.Equal(0, analysis.AnalyzedWords.Length);
    }

    [Fact]
    public void A_word_gives_its_terms_level_by_level()
    {
        var analysis = new FrenchText();
        analysis.Analyze("porte-avions");
        var word = analysis.AnalyzedWords[0];

        Assert.Equal("porte", word.Term(AnalysisLevel.Exact, 0));
        Assert.Null(word.Term(AnalysisLevel.Exact, 1));
        Assert.NotNull(word.Term(AnalysisLevel.Stem, 0));
        Assert.Null(word.Term(AnalysisLevel.Stem, 1));
        Assert.Equal(word.Compound, word.Term(AnalysisLevel.Lemma, word.Lemmas.Length));
        Assert.Null(word.Term(AnalysisLevel.Lemma, word.Lemmas.Length + 1));
    }

    [Fact]
    public void Words_of_a_field_are_numbered_on_with_a_gap_between_its_texts()
    {
        var field = new FieldAnalysis();
        Assert.True(field.IsEmpty);
        field.Add("un mot");
        field.Add("");
        field.Add("trois");

        foreach (var level in new[] { AnalysisLevel.Exact, AnalysisLevel.Lemma })
        {
            Assert.Equal([1, 1, 1 + FrenchAnalyzer.PositionGap], Increments(field.At(level)));
        }

        // Of "un", a word of grammar, no stem is kept.
        Assert.Equal([1, 1 + FrenchAnalyzer.PositionGap], Increments(field.At(AnalysisLevel.Stem)));

        field.Clear();
        Assert.True(field.IsEmpty);
        Assert.Empty(Increments(field.At(AnalysisLevel.Exact)));
    }

    private static List<int> Increments(Lucene.Net.Analysis.TokenStream stream)
    {
        var increment = stream.GetAttribute<Lucene.Net.Analysis.TokenAttributes.IPositionIncrementAttribute>();
        var increments = new List<int>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            increments.Add(increment.PositionIncrement);
        }

        return increments;
    }
}
