using Lucene.Net.Index;
using SearchService.Indexing.Files;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace SearchService.Indexing;

/// <summary>How generations reach their files. Everything of an index that touches the disk goes through here, so that tests can put a disk that fails.</summary>
internal sealed record GenerationFiles
{
    /// <summary>The files as the service uses them.</summary>
    public static GenerationFiles Default { get; } = new();

    /// <summary>Opens the folder of a generation.</summary>
    public Func<string, LuceneDirectory> Open { get; init; } = path => new MappedDirectory(path);

    /// <summary>Changes the settings of a writer before it is made: when it flushes and merges.</summary>
    public Action<IndexWriterConfig> Configure { get; init; } = _ => { };

    /// <summary>Called before each step of publishing a generation; what it throws stands for the failure of the step.</summary>
    public Action<PublishStep> Publishing { get; init; } = _ => { };
}
