namespace SearchService.Storage;

/// <summary>One reading of one file of the corpus.</summary>
/// <param name="File">The ledger's number of the file.</param>
/// <param name="Pass">How many times it has been read, this one included.</param>
public readonly record struct FileReading(long File, long Pass);
