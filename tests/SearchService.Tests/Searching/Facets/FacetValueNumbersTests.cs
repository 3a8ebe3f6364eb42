using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Facets;

public sealed class FacetValueNumbersTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Several_threads_number_the_values_of_several_segments_alike()
    {
        // More values than the first table holds, some in several segments.
        for (var segment = 0; segment < 5; segment++)
        {
            _engine.Index(Enumerable.Range(segment * 100, 200).Select(i => Tagged($"{segment}-{i}", $"Dossier {i}")));
        }

        using var lease = _engine.Get<LiveIndex>().Acquire();
        var segments = lease.Searcher.IndexReader.Leaves.Select(leaf => leaf.AtomicReader).ToList();
        Assert.True(segments.Count > 1);
        for (var round = 0; round < 20; round++)
        {
            var numbers = new FacetValueNumbers(IndexSchema.StoryFacet);
            Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => AssertNumbered(numbers, segments[i % segments.Count]));
            Assert.All(segments, segment => AssertNumbered(numbers, segment));
            Assert.Equal(600, numbers.Count);
            Assert.Equal(600, Enumerable.Range(0, 600).Select(numbers.ValueOf).Distinct().Count());
        }
    }

    [Fact]
    public void Values_are_compared_as_a_French_dictionary_orders_them()
    {
        _engine.Index("Zoo eau Été été Ester cote côte coté côté".Split(' ').Select((story, i) => Tagged($"a{i}", story)));
        using var lease = _engine.Get<LiveIndex>().Acquire();
        var numbers = new FacetValueNumbers(IndexSchema.StoryFacet);
        Assert.All(lease.Searcher.IndexReader.Leaves, leaf => numbers.NumbersOf(leaf.AtomicReader));
        Assert.Equal(
            ["cote", "coté", "côte", "côté", "eau", "Ester", "été", "Été", "Zoo"],
            Enumerable.Range(0, numbers.Count).Order(Comparer<int>.Create(numbers.Compare)).Select(numbers.ValueOf));
    }

    [Fact]
    public void A_value_that_no_segment_has_has_no_number()
    {
        _engine.Index(Tagged("a", "Dossier"), Make.Article("b", "Un texte"));
        using var lease = _engine.Get<LiveIndex>().Acquire();
        var numbers = new FacetValueNumbers(IndexSchema.StoryFacet);
        Assert.Equal(-1, numbers.NumberOf("Dossier"));
        var segment = Assert.Single(lease.Searcher.IndexReader.Leaves).AtomicReader;
        Assert.Equal([0], numbers.NumbersOf(segment));
        Assert.Same(numbers.NumbersOf(segment), numbers.NumbersOf(segment));
        Assert.Equal((0, -1), (numbers.NumberOf("Dossier"), numbers.NumberOf("dossier")));
        Assert.Empty(new FacetValueNumbers("none").NumbersOf(segment));
    }

    private static Article Tagged(string id, string story) => Make.Article(id, "Un texte") with { Story = story };

    private static void AssertNumbered(FacetValueNumbers numbers, AtomicReader segment)
    {
        var ordinals = numbers.NumbersOf(segment);
        var values = segment.GetSortedSetDocValues(IndexSchema.StoryFacet);
        Assert.Equal(values.ValueCount, ordinals.Length);
        var value = new BytesRef();
        for (var ordinal = 0; ordinal < ordinals.Length; ordinal++)
        {
            values.LookupOrd(ordinal, value);
            Assert.Equal(value.Utf8ToString(), numbers.ValueOf(ordinals[ordinal]));
            Assert.Equal(ordinals[ordinal], numbers.NumberOf(value.Utf8ToString()));
        }
    }
}
