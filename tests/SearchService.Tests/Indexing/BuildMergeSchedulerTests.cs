using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class BuildMergeSchedulerTests
{
    [Fact]
    public void Merges_run_on_the_writing_thread_while_a_generation_is_built()
    {
        var merges = new BuildMergeScheduler();

        var (threads, segments) = Write(merges);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.InRange(segments, 1, 20); // 200 were written
    }

    [Fact]
    public void Merges_run_in_the_background_of_a_live_one()
    {
        var merges = new BuildMergeScheduler();
        merges.MergeInBackground();

        var (threads, _) = Write(merges);

        Assert.True(threads.Count > 1);
    }

    private static (HashSet<int> Threads, int Segments) Write(BuildMergeScheduler merges)
    {
        using var directory = new ThreadsOfFiles();
        var config = new IndexWriterConfig(FrenchAnalyzer.Compatibility, IndexSchema.CreateAnalyzer()) { MergeScheduler = merges };
        using (var writer = new IndexWriter(directory, config))
        {
            for (var i = 0; i < 200; i++)
            {
                writer.AddDocument([new StringField("id", "a" + i, Field.Store.NO)]);
                writer.Flush(triggerMerge: true, applyAllDeletes: false);
            }
        }

        using var reader = DirectoryReader.Open(directory);
        return (directory.Threads, reader.Leaves.Count);
    }

    private sealed class ThreadsOfFiles : RAMDirectory
    {
        public HashSet<int> Threads { get; } = [];

        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            lock (Threads)
            {
                Threads.Add(Environment.CurrentManagedThreadId);
            }

            return base.CreateOutput(name, context);
        }
    }
}
