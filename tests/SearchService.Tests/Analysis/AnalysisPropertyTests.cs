using CsCheck;
using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis;

public sealed class AnalysisPropertyTests
{
    private const string Apostrophes = "'\u2019\u2018\u02BC\uFF07";

    [Fact]
    public void Any_text_is_analysed_and_its_tokens_stand_in_it_in_order() => NastyText.Any.Sample(text =>
    {
        foreach (var level in Enum.GetValues<AnalysisLevel>())
        {
            var end = 0;
            var position = -1;
            foreach (var token in TextAnalysis.Analyze(text, level))
            {
                Assert.InRange(token.Start, end, text.Length - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.True(token.Position > position);
                Assert.NotEmpty(token.Term);
                Assert.Equal(level, token.Kind);
                (end, position) = (token.End, token.Position);
            }
        }
    }, iter: 5000);

    [Fact]
    public void Both_levels_have_the_same_words_at_the_same_places() => NastyText.Any.Sample(text =>
    {
        var exact = TextAnalysis.Analyze(text, AnalysisLevel.Exact);
        var stem = TextAnalysis.Analyze(text, AnalysisLevel.Stem);
        Assert.Equal(
            exact.Select(token => (token.Start, token.End, token.Position)), stem.Select(token => (token.Start, token.End, token.Position)));
        Assert.Equal(exact.Select(token => FrenchStemmer.Stem(token.Term)), stem.Select(token => token.Term));
    }, iter: 5000);

    // Behind an elision the rest may hold a second one (l'd'avril), which only a new analysis would take off.
    [Fact]
    public void A_word_alone_gives_the_term_that_it_gives_in_its_text() => NastyText.WellFormed.Sample(text =>
    {
        foreach (var token in TextAnalysis.Analyze(text, AnalysisLevel.Exact))
        {
            if (token.Start == 0 || !Apostrophes.Contains(text[token.Start - 1]))
            {
                Assert.Equal(token.Term, Terms.Exact(text[token.Start..token.End]));
            }
        }
    }, iter: 5000);

    [Fact]
    public void Several_threads_analyse_at_the_same_time()
    {
        var expected = Terms.Stem("Les journaux d'hier à l'œuvre");
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ => Assert.Equal(expected, Terms.Stem("Les journaux d'hier à l'œuvre")));
    }
}
