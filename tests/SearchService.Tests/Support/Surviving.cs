namespace SearchService.Tests.Support;

/// <summary>What of the unsynced a loss of power leaves. A file system may do any of these, for each file in its own way.</summary>
internal enum Surviving
{
    /// <summary>Nothing: new names are gone, and what was deleted stays deleted.</summary>
    Nothing,

    /// <summary>The new names, with no bytes behind them.</summary>
    Names,

    /// <summary>The new names and lengths, with zeros in place of the bytes.</summary>
    Lengths,

    /// <summary>Nothing, and what was deleted is there again.</summary>
    Deleted,

    /// <summary>For each file one of the above, or all of it, as a seed decides.</summary>
    Mixed,
}
