namespace SearchService.Storage;

/// <summary>Who asks for a change.</summary>
public enum ChangeOrigin
{
    /// <summary>A request or the <c>import</c> verb: may bring back what was deleted or canceled.</summary>
    Client,

    /// <summary>A file of the corpus: what was deleted or canceled stays gone, whatever the file says.</summary>
    File,
}
