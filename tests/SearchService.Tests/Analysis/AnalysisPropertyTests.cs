using CsCheck;
using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis;

public sealed class AnalysisPropertyTests
{
    private const string Apostrophes = "'\u2019\u2018\u02BC\uFF07";

    [Fact]
    public void Any_text_is_analysed_and_its_words_stand_in_it_in_order() => NastyText.Any.Sample(text =>
    {
        var words = TextAnalysis.Analyze(text, AnalysisLevel.Exact);
        var end = 0;
        for (var i = 0; i < words.Count; i++)
        {
            Assert.InRange(words[i].Start, end, text.Length - 1);
            Assert.InRange(words[i].End, words[i].Start + 1, text.Length);
            Assert.Equal(i, words[i].Position);
            Assert.NotEmpty(words[i].Term);
            Assert.Equal(TermKind.Exact, words[i].Kind);
            end = words[i].End;
        }
    }, iter: 5000);

    [Fact]
    public void All_levels_have_the_same_words_at_the_same_places() => NastyText.Any.Sample(text =>
    {
        var exact = TextAnalysis.Analyze(text, AnalysisLevel.Exact).Select(Place).ToList();
        var lemma = TextAnalysis.Analyze(text, AnalysisLevel.Lemma);
        Assert.Equal(exact, TextAnalysis.Analyze(text, AnalysisLevel.Stem).Select(Place));
        Assert.Equal(exact, lemma.Where(token => token.Kind == TermKind.Lemma).Select(Place).Distinct());
        Assert.Equal(lemma.Select(token => token.Position).Order(), lemma.Select(token => token.Position));
        Assert.All(lemma, token => Assert.NotEmpty(token.Term));
        Assert.All(lemma.Where(token => token.Kind == TermKind.Compound), token =>
        {
            Assert.Equal(exact[token.Position].Start, token.Start);
            Assert.InRange(token.End, exact[token.Position + 1].Start + 1, text.Length);
        });

        static (int Start, int End, int Position) Place(AnalyzedToken token) => (token.Start, token.End, token.Position);
    }, iter: 5000);

    [Fact]
    public void No_word_starts_or_ends_inside_a_surrogate_pair() => NastyText.Any.Sample(text =>
    {
        foreach (var token in TextAnalysis.Analyze(text, AnalysisLevel.Lemma))
        {
            Assert.False(Splits(text, token.Start));
            Assert.False(Splits(text, token.End));
        }

        static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
    }, iter: 5000);

    [Fact]
    public void No_unit_of_UTF16_is_an_obstacle_alone_or_in_a_word()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var c = (char)unit;
            Assert.NotEmpty(Characters.Folded($"{c}"));
            Assert.NotEmpty(Characters.Spelled($"{c}"));
            _ = WrittenForm.WithoutCapital($"Été{c}");
            _ = WrittenForm.Of($"{c}");
            foreach (var level in Enum.GetValues<AnalysisLevel>())
            {
                Assert.All(TextAnalysis.Analyze($"{c} É{c}t{c}", level), token => Assert.NotEmpty(token.Term));
            }
        }
    }

    // An apostrophe is read with what stands on both sides of it.
    [Fact]
    public void A_word_alone_gives_the_term_that_it_gives_in_its_text() => NastyText.WellFormed.Sample(text =>
    {
        foreach (var token in TextAnalysis.Analyze(text, AnalysisLevel.Exact))
        {
            var word = text[token.Start..token.End];
            if (word is ['A', var space, ..] && char.IsWhiteSpace(space))
            {
                continue; // alone it opens a sentence, where "A 20 ans" is "À 20 ans"
            }

            if ((token.Start == 0 || !Apostrophes.Contains(text[token.Start - 1])) && !word.AsSpan().ContainsAny(Apostrophes) && char.IsLetter(word[0]))
            {
                Assert.Equal(token.Term, Terms.Exact(word));
            }
        }
    }, iter: 5000);

    [Theory]
    [InlineData("a", 100_000)]
    [InlineData("7", 100_000)]
    [InlineData("É", 100_000)]
    [InlineData("e\u0301", 50_000)]
    [InlineData("\u0301", 50_000)]
    [InlineData("\u00AD", 50_000)]
    [InlineData("𝒳", 50_000)]
    [InlineData("\uD800", 50_000)]
    [InlineData("\uDC00", 50_000)]
    [InlineData("-", 10_000)]
    [InlineData("a-", 10_000)]
    [InlineData("A.", 10_000)]
    [InlineData("A.-", 10_000)]
    [InlineData("1.", 10_000)]
    [InlineData("1 ", 10_000)]
    [InlineData("1.000", 10_000)]
    [InlineData("100 ", 10_000)]
    [InlineData("l'", 10_000)]
    [InlineData("o'o", 10_000)]
    [InlineData("qu'a", 10_000)]
    [InlineData("a(e)", 10_000)]
    [InlineData("a·e", 10_000)]
    [InlineData("al-A", 10_000)]
    [InlineData("aujourd ", 10_000)]
    [InlineData("日", 10_000)]
    public void A_text_without_measure_is_analysed_in_no_time(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        foreach (var level in Enum.GetValues<AnalysisLevel>())
        {
            Assert.All(TextAnalysis.Analyze(text, level), token => Assert.InRange(token.End, token.Start + 1, text.Length));
        }

        Assert.True(watch.ElapsedMilliseconds < 5000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Several_threads_analyse_at_the_same_time()
    {
        var expected = Terms.Lemma("Les journaux d'hier à l'œuvre");
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ => Assert.Equal(expected, Terms.Lemma("Les journaux d'hier à l'œuvre")));
    }
}
