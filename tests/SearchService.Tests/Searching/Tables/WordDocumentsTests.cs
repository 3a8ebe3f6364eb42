using CsCheck;
using Lucene.Net.Search;
using SearchService.Searching.Tables;

namespace SearchService.Tests.Searching.Tables;

/// <summary>The documents of a word, in bits and in a list, against plain lists.</summary>
public sealed class WordDocumentsTests
{
    private static readonly Gen<(int Size, List<int> Documents)> Samples = Gen.Int[1, 1500].SelectMany(size =>
        Gen.Select(Gen.Const(size), Gen.Int[0, size - 1].Array[0, Math.Max(1, size / 4)].Select(documents => documents.Distinct().Order().ToList())));

    [Fact]
    public void Each_document_is_found_under_its_number() => Samples.Sample(sample =>
    {
        var (size, expected) = sample;
        var documents = new WordDocuments(expected, size);
        Assert.Equal(expected.Count, documents.Count);
        var number = 0;
        for (var place = 0; place < size; place++)
        {
            var at = expected.FindIndex(document => document >= place);
            var next = documents.NextFrom(place, ref number);
            Assert.Equal(at < 0 ? DocIdSetIterator.NO_MORE_DOCS : expected[at], next);
            if (at >= 0)
            {
                Assert.Equal(at, documents.NumberOf(next, number));
            }
        }
    });

    [Fact]
    public void A_leap_lands_where_steps_do() => Gen.Select(Samples, Gen.Int[1, 400]).Sample((sample, leap) =>
    {
        var (size, expected) = sample;
        var documents = new WordDocuments(expected, size);
        var number = 0;
        for (var place = 0; place < size; place += leap)
        {
            var next = documents.NextFrom(place, ref number);
            Assert.Equal(expected.Where(document => document >= place).DefaultIfEmpty(DocIdSetIterator.NO_MORE_DOCS).First(), next);
        }
    });

    [Fact]
    public void Values_are_added_to_their_documents_and_the_best_to_their_windows() => Samples.Sample(sample =>
    {
        var (size, expected) = sample;
        var documents = new WordDocuments(expected, size);
        float[] values = [.. expected.Select(document => 1 + (document * 37 % 11))];
        var windows = WordScores.WindowsOf(size);
        var best = new float[windows];
        documents.AddTo(values, 2, best);
        for (var window = 0; window < windows; window++)
        {
            var sums = new float[WordScores.Window];
            if (expected.Count > 0)
            {
                documents.AddTo(window, values, 2, sums);
            }

            for (var i = 0; i < WordScores.Window; i++)
            {
                var at = expected.IndexOf((window * WordScores.Window) + i);
                Assert.Equal(at < 0 ? 0 : values[at] * 2, sums[i]);
            }

            Assert.True(best[window] >= sums.Max());
            Assert.True(expected.Count < windows || best[window] == sums.Max());
        }
    });

    [Fact]
    public void They_go_into_sets() => Samples.Sample(sample =>
    {
        var (size, expected) = sample;
        using var set = DocumentSet.Rent(size);
        new WordDocuments(expected, size).AddTo(set);
        Assert.Equal(expected, Enumerable.Range(0, size).Where(set.Contains));
    });
}
