namespace SearchService.Storage;

/// <summary>Why the article store failed: a closed set, so that callers can decide what to do without reading a message.</summary>
public enum StoreFault
{
    /// <summary>Anything else, a device that reports errors for example.</summary>
    Other,

    /// <summary>The disk is full. It works again once there is room.</summary>
    Full,

    /// <summary>The file or its folder may not be written, or not be opened. It works again once the rights are back.</summary>
    ReadOnly,

    /// <summary>Another program held the file for longer than the store waits. It works again once that one lets go.</summary>
    Busy,

    /// <summary>The file is no store, or a damaged one. Only a backup helps.</summary>
    Damaged,

    /// <summary>A later program wrote the file.</summary>
    Newer,

    /// <summary>There is no store where one is expected.</summary>
    Missing,
}
