using CsCheck;
using SearchService.Searching.Suggestions;

namespace SearchService.Tests.Searching.Suggestions;

public sealed class TypoCostTests
{
    // Words of few letters, so that confusions, doubled letters and transpositions are frequent.
    private static readonly Gen<string> Word = Gen.Char["aeioutsnlrhpfqukcymdzgj"].Array[0, 7].Select(letters => new string(letters));

    [Theory]
    [InlineData("mitterand", "mitterrand", 3)]
    [InlineData("presidant", "president", 3)]
    [InlineData("afganistan", "afghanistan", 3)]
    [InlineData("farmacie", "pharmacie", 3)]
    [InlineData("bato", "bateau", 3)]
    [InlineData("zelinsky", "zelensky", 8)]
    [InlineData("maceon", "macron", 7)]
    [InlineData("ukrqine", "ukraine", 4)]
    [InlineData("gouvernment", "gouvernement", 10)]
    [InlineData("macrno", "macron", 6)]
    [InlineData("toujour", "toujours", 5)]
    [InlineData("iran", "irak", 10)]
    [InlineData("nacron", "macron", 15)]
    [InlineData("", "", 0)]
    [InlineData("macron", "macron", 0)]
    public void What_French_confuses_costs_less_than_an_edit(string typed, string meant, int tenths) => Assert.Equal(tenths, TypoCost.Between(typed, meant));

    [Fact]
    public void It_is_what_a_naive_recursion_over_the_same_steps_finds() => Gen.Select(Word, Word).Sample(
        (one, other) => Assert.Equal(Naive(one, other, one.Length, other.Length), TypoCost.Between(one, other)), iter: 300);

    [Fact]
    public void It_is_symmetric_0_only_for_equals_and_never_above_plain_edits() => Gen.Select(Word, Word).Sample(
        (one, other) =>
        {
            var cost = TypoCost.Between(one, other);
            Assert.Equal(cost, TypoCost.Between(other, one));
            Assert.Equal(one == other, cost == 0);

            // The first letter of either word is dearer by half an edit.
            Assert.InRange(cost, 0, (Levenshtein(one, other) * TypoCost.Edit) + 10);
        },
        iter: 2000);

    private static int Naive(string one, string other, int i, int j) =>
        i == 0 && j == 0 ? 0 : TypoCost.Cheapest(one, other, i, j, (fewer, fewerOther) => Naive(one, other, fewer, fewerOther));

    private static int Levenshtein(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length + other.Length;
        }

        var rest = Levenshtein(one[1..], other[1..]) + (one[0] == other[0] ? 0 : 1);
        return Math.Min(rest, 1 + Math.Min(Levenshtein(one[1..], other), Levenshtein(one, other[1..])));
    }
}
