using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Searching.Tables;

namespace SearchService.Tests.Searching.Tables;

public sealed class SegmentTablesTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly SegmentTables _tables;

    public SegmentTablesTests()
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.AddDocument([new StringField("id", "1", Field.Store.NO)]);
        }

        _reader = DirectoryReader.Open(_directory);
        _tables = SegmentTables.Of(_reader.Leaves[0].AtomicReader);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void What_is_kept_is_found_by_an_equal_key()
    {
        _tables.Keep("key", "value", 10);
        Assert.Equal("value", _tables.Get<string>(string.Concat("k", "ey")));
        Assert.Null(_tables.Get<string>("other"));
        Assert.Same(_tables, SegmentTables.Of(_reader.Leaves[0].AtomicReader));
    }

    [Fact]
    public void The_second_search_is_one_again()
    {
        Assert.False(_tables.IsSearchedAgain("word"));
        Assert.True(_tables.IsSearchedAgain("word"));
        Assert.True(_tables.IsSearchedAgain("word"));
    }

    [Fact]
    public void Beyond_the_limit_what_was_not_used_is_forgotten_first()
    {
        const int size = Megabyte / 20;
        for (var i = 0; i < 20; i++)
        {
            _tables.Keep($"first {i}", "value", size); // the last one is too many: all are new, half of them go
        }

        var used = Enumerable.Range(0, 20).First(i => _tables.Get<string>($"first {i}") is not null);
        for (var i = 0; i < 12; i++)
        {
            _tables.Keep($"second {i}", "value", size);
        }

        Assert.Equal([used], Enumerable.Range(0, 20).Where(i => _tables.Get<string>($"first {i}") is not null));
        Assert.All(Enumerable.Range(0, 12), i => Assert.NotNull(_tables.Get<string>($"second {i}")));
    }

    [Fact]
    public void However_much_is_kept_memory_has_a_limit_and_the_last_is_there()
    {
        for (var i = 0; i < 1000; i++)
        {
            _tables.Keep($"{i}", "value", Megabyte / 20);
            Assert.True(Enumerable.Range(0, i + 1).Count(former => _tables.Get<string>($"{former}") is not null) <= 20);
            Assert.NotNull(_tables.Get<string>($"{i}"));
        }
    }
}
