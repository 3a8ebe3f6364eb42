using CsCheck;
using SearchService.Indexing;
using SearchService.Searching.Suggestions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Suggestions;

public sealed class SegmentWordsTests
{
    // Enough words for several blocks, with starts that many share.
    private static readonly Gen<string> Word = Gen.Char["bcd"].Array[3, 6].Select(letters => "b" + new string(letters));

    [Fact]
    public void It_finds_what_a_look_at_all_words_finds() => Gen.Select(Word.Array[1, 12].Array[1, 60], Gen.Char["bcd"].Array[0, 4], Gen.Int[1, 12]).Sample(
        (headlines, letters, size) =>
        {
            using var engine = new TestEngine();
            engine.Index(headlines.Select((words, i) => Make.Article($"a{i}", string.Join(' ', words))));
            using var lease = engine.Get<LiveIndex>().Acquire();
            var words = WordsOf(lease);
            var prefix = new string(letters);
            var counts = headlines.SelectMany(all => all.Distinct()).CountBy(word => word).Where(word => word.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary();

            var range = words.StartingWith(prefix);
            Assert.Equal(counts.Count, range.To - range.From);
            Assert.All(counts, count => Assert.Equal(count.Value, words.CountAt(words.Find(count.Key))));
            Assert.Equal(
                counts.Values.OrderDescending().Take(size), words.MostFrequent(range, size).Select(words.CountAt).OrderDescending());
            Assert.Equal(counts.Values.Sum(), words.Total(range, int.MaxValue));
            Assert.Equal(-1, words.Find(prefix + "z"));
        },
        iter: 20);

    [Fact]
    public void Documents_stand_newest_first_and_undated_last()
    {
        using var engine = new TestEngine();
        engine.Index(
            Make.Article("a", "Sans date"),
            Make.Article("b", "Vieux") with { PublishedAt = Make.Date("1875-01-01T00:00:00Z") },
            Make.Article("c", "Neuf") with { PublishedAt = Make.Date("2025-01-01T00:00:00Z") });
        using var lease = engine.Get<LiveIndex>().Acquire();
        var words = WordsOf(lease);

        Assert.Equal([2, 1, 0], words.NewestFirst);
        Assert.Equal(words.PublishedAt(2), words.Newest);
        Assert.Equal(PublicationMinutes.Undated, words.PublishedAt(0));
    }

    [Fact]
    public void The_spelling_of_most_headlines_is_the_one_shown()
    {
        using var engine = new TestEngine();
        engine.Index(Make.Article("a", "Un marché"), Make.Article("b", "Le marché"), Make.Article("c", "Elle marche"));
        using var lease = engine.Get<LiveIndex>().Acquire();
        var words = WordsOf(lease);

        Assert.Equal("marché", words.WrittenAt(words.Find("marche")));
        Assert.Equal(3, words.CountAt(words.Find("marche")));
    }

    private static SegmentWords WordsOf(SearcherLease lease)
    {
        var segment = lease.Searcher.IndexReader.Leaves.Single().AtomicReader;
        return new SegmentWords(segment, PublicationMinutes.Of(segment));
    }
}
