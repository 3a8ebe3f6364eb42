namespace SearchService.Benchmarks.Relevance;

/// <summary>Where a collection's files are. Each may be compressed, with <c>.gz</c> behind its name.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Folder">The folder with <c>qrels.tsv</c> and the queries.</param>
/// <param name="Documents">The file of documents; null is <c>docs.jsonl</c> in the folder.</param>
/// <param name="WithoutHeadlines">Whether each article gets "-" for its headline: then headlines may serve as queries.</param>
/// <param name="Queries">The name of the file of queries in the folder.</param>
internal sealed record CollectionSource(
    string Name, string Folder, string? Documents = null, bool WithoutHeadlines = false, string Queries = "queries.jsonl")
{
    /// <summary>The file of documents.</summary>
    public string DocumentsPath => Documents ?? Path.Combine(Folder, "docs.jsonl");

    /// <summary>The four sets that the project is measured on, below one folder.</summary>
    public static CollectionSource[] Shared(string folder)
    {
        var news = Path.Combine(folder, "news", "articles.jsonl.gz");
        var knownItem = Path.Combine(folder, "news-known-item");
        return
        [
            new("piaf", Path.Combine(folder, "piaf")),
            new("known", knownItem, news, WithoutHeadlines: true),
            new("inflected", knownItem, news, WithoutHeadlines: true, "queries-inflected.jsonl"),
            new("tags", Path.Combine(folder, "news-tags"), news),
        ];
    }
}
