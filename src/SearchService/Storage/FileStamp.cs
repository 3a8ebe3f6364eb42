namespace SearchService.Storage;

/// <summary>What a file of the corpus was when it was last read to its end.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">The last change, in ticks of UTC: a hint that saves reading the file, never a date of publication.</param>
/// <param name="Hash">SHA-256 of the content.</param>
public sealed record FileStamp(long Size, long Modified, byte[] Hash);
