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
    private readonly SegmentTables _tables = new(size: 1, new TableRoom(0)); // a megabyte of its own

    public SegmentTablesTests()
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.AddDocument([new StringField("id", "1", Field.Store.NO)]);
        }

        _reader = DirectoryReader.Open(_directory);
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
    }

    [Fact]
    public void A_segment_has_the_same_tables_for_all_searches()
    {
        var segment = _reader.Leaves[0].AtomicReader;
        Assert.Same(SegmentTables.Of(segment), SegmentTables.Of(segment));
    }

    [Fact]
    public void Beyond_its_own_share_a_segment_takes_what_others_leave_and_gives_it_back()
    {
        var shared = new TableRoom(2 * Megabyte);
        var first = new SegmentTables(1, shared);
        first.Keep("a", "value", Megabyte);
        first.Keep("b", "value", Megabyte);
        Assert.Equal(Megabyte, shared.Free);
        var second = new SegmentTables(1, shared);
        second.Keep("a", "value", 2 * Megabyte);
        Assert.Equal(0, shared.Free);
        Assert.True(new SegmentTables(1, shared).HasRoomFor("a", Megabyte));
        first.Keep("c", "value", Megabyte);
        Assert.Null(first.Get<string>("c"));
        first.Keep("b", "value", Megabyte / 2); // less than before
        Assert.Equal(Megabyte / 2, shared.Free);
        GC.KeepAlive(first);
        GC.KeepAlive(second);
    }

    [Fact]
    public void Tables_of_a_segment_that_nobody_searches_leave_their_room_to_others()
    {
        var shared = new TableRoom(2 * Megabyte);
        Fill(shared);
        for (var i = 0; i < 10 && shared.Free == 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(2 * Megabyte, shared.Free);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Fill(TableRoom shared) => new SegmentTables(1, shared).Keep("a", "value", 3 * Megabyte);
    }

    [Fact]
    public void The_second_search_is_one_again()
    {
        Assert.False(_tables.IsSearchedAgain("word"));
        Assert.True(_tables.IsSearchedAgain("word"));
        Assert.True(_tables.IsSearchedAgain("word"));
    }

    [Fact]
    public void More_than_there_is_room_for_asked_in_turn_does_not_drive_each_other_out()
    {
        string[] words = [.. Enumerable.Range(0, 30).Select(i => $"word {i}")]; // room for twenty
        var found = 0;
        for (var round = 0; round < 10; round++)
        {
            found += words.Count(word => Ask(word, Megabyte / 20));
        }

        Assert.InRange(found, 9 * 18, 9 * 20); // all but the first round find those that came first
    }

    [Fact]
    public void What_has_been_idle_for_long_makes_room_for_what_is_asked_for_again()
    {
        for (var i = 0; i < 20; i++)
        {
            Ask($"former {i}", Megabyte / 20);
        }

        var found = 0;
        for (var round = 0; round < 200; round++)
        {
            found += Enumerable.Range(0, 5).Count(i => Ask($"new {i}", Megabyte / 20));
        }

        Assert.True(found > 5 * 100, $"{found}");
        Assert.True(Enumerable.Range(0, 20).Count(i => _tables.Get<string>($"former {i}") is not null) >= 10);
    }

    [Fact]
    public void However_much_is_kept_memory_has_a_limit()
    {
        for (var i = 0; i < 1000; i++)
        {
            Ask($"{i % 40}", Megabyte / 20);
            Ask($"{i}", Megabyte / 20);
            Assert.True(Enumerable.Range(0, i + 1).Count(former => _tables.Get<string>($"{former}") is not null) <= 20);
        }
    }

    [Fact]
    public void There_is_no_room_for_what_exceeds_it()
    {
        Ask("word", 2 * Megabyte);
        Assert.False(Ask("word", 2 * Megabyte));
        Assert.False(_tables.HasRoomFor("word", 2 * Megabyte));
        Assert.True(_tables.HasRoomFor("word", Megabyte / 2));
    }

    private bool Ask(string key, int bytes)
    {
        if (_tables.Get<string>(key) is not null)
        {
            return true;
        }

        _tables.IsSearchedAgain(key);
        _tables.Keep(key, "value", bytes);
        return false;
    }
}
