using Microsoft.Extensions.Options;
using SearchService.Indexing;
using SearchService.Ingestion;

namespace SearchService.Hosting;

/// <summary>The folders of the service as full paths.</summary>
/// <param name="IndexDirectory">The article store and the generations.</param>
/// <param name="Corpus">The file or folder of news.</param>
public sealed record ServicePaths(string IndexDirectory, string Corpus)
{
    /// <summary>Resolves the configured paths against the content root.</summary>
    public static ServicePaths Resolve(string contentRoot, IOptions<IndexOptions> index, IOptions<CorpusOptions> corpus) => new(
        Path.GetFullPath(index.Value.Directory, contentRoot),
        string.IsNullOrWhiteSpace(corpus.Value.Path)
            ? Path.Combine(AppContext.BaseDirectory, "SampleNews")
            : Path.GetFullPath(corpus.Value.Path, contentRoot));
}
