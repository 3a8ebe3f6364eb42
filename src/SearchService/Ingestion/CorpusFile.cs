namespace SearchService.Ingestion;

/// <summary>A file of the corpus.</summary>
/// <param name="FullPath">Where it stands.</param>
/// <param name="Name">Its path relative to the corpus, with <c>/</c>: the name used in messages and in the ledger.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">The last change, in ticks of UTC.</param>
public sealed record CorpusFile(string FullPath, string Name, long Size, long Modified);
