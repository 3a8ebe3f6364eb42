namespace SearchService.Storage;

/// <summary>What became of an article of a file.</summary>
/// <param name="Item">The article.</param>
/// <param name="Change">The store's answer, or null if the store was not asked: the file said the same before, or twice.</param>
/// <param name="ClashesWithLine">The line of the same file that says something else under this identifier and version, or null.</param>
public sealed record FileItemResult(FileItem Item, ChangeResult? Change, int? ClashesWithLine);
