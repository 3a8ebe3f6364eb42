using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class FieldLengthsTests
{
    [Fact]
    public void Lengths_up_to_forty_are_exact()
    {
        for (var length = 0; length <= 40; length++)
        {
            Assert.Equal(length, FieldLengths.Decoded[FieldLengths.Encode(length)]);
        }
    }

    [Fact]
    public void Longer_ones_are_told_within_a_sixteenth()
    {
        for (var length = 41L; length < int.MaxValue; length += 1 + (length / 97))
        {
            var told = FieldLengths.Decoded[FieldLengths.Encode((int)length)];
            Assert.InRange(told, length - (length / 16.0), length + (length / 16.0));
        }

        Assert.InRange(FieldLengths.Decoded[FieldLengths.Encode(int.MaxValue)], int.MaxValue - (int.MaxValue / 16), int.MaxValue);
    }

    [Fact]
    public void A_longer_text_has_no_smaller_code()
    {
        var last = 0;
        for (var length = 0L; length < int.MaxValue; length += 1 + (length / 999))
        {
            var code = FieldLengths.Encode((int)length);
            Assert.InRange(code, last, 255);
            last = code;
        }
    }

    [Fact]
    public void Every_code_stands_for_its_own_length() =>
        Assert.All(
            Enumerable.Range(0, FieldLengths.Encode(int.MaxValue) + 1),
            code => Assert.Equal(code, FieldLengths.Encode(FieldLengths.Decoded[code])));
}
