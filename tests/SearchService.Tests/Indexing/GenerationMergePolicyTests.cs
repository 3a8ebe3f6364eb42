using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class GenerationMergePolicyTests : IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private readonly Random _random = new(1);
    private readonly byte[] _content = new byte[4096]; // much beside what a segment takes for itself

    public GenerationMergePolicyTests() => _writer = new IndexWriter(_directory, new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer())
    {
        MergePolicy = new GenerationMergePolicy(),
        MergeScheduler = new GenerationMergeScheduler(),
    });

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Segments_stay_while_articles_are_written_and_are_merged_when_the_writing_pauses()
    {
        Write(8, documents: 50);
        Assert.Equal(8, Sizes().Count);

        _writer.MaybeMerge();

        Assert.Equal([400], Sizes());
    }

    [Fact]
    public void A_large_segment_is_not_rewritten_for_a_few_articles()
    {
        Write(1, documents: 2000);
        Write(3, documents: 1);

        _writer.MaybeMerge();

        Assert.Equal([2000, 3], Sizes());
    }

    [Fact]
    public void However_articles_trickle_in_segments_are_few_and_each_is_seldom_rewritten()
    {
        var rewritten = 0L;
        for (var i = 0; i < 300; i++)
        {
            Write(1, documents: 1);
            var before = Sizes();
            _writer.MaybeMerge();
            var after = Sizes();
            rewritten += after.Sum() - after.Intersect(before).Sum();
            Assert.InRange(after.Count, 1, 12);
        }

        Assert.Equal(300, Sizes().Sum());
        Assert.InRange(rewritten, 1, 300 * 14); // log₁.₅(300)
    }

    [Fact]
    public void An_index_without_segments_is_left_alone()
    {
        _writer.MaybeMerge();
        Assert.Empty(Sizes());
    }

    private void Write(int segments, int documents)
    {
        for (var segment = 0; segment < segments; segment++)
        {
            for (var i = 0; i < documents; i++)
            {
                _random.NextBytes(_content);
                _writer.AddDocument([new StoredField("content", _content)]);
            }

            _writer.Flush(triggerMerge: false, applyAllDeletes: false);
        }
    }

    private List<int> Sizes()
    {
        _writer.Commit();
        using var reader = DirectoryReader.Open(_directory);
        return [.. reader.Leaves.Select(leaf => leaf.AtomicReader.MaxDoc).OrderDescending()];
    }
}
