namespace SearchService.Storage;

/// <summary>What became of a change.</summary>
public enum ChangeOutcome
{
    /// <summary>The article is new, or was deleted before.</summary>
    Created,

    /// <summary>The article was replaced.</summary>
    Updated,

    /// <summary>The store already held exactly this.</summary>
    Unchanged,

    /// <summary>Refused: the store holds a higher version.</summary>
    VersionConflict,

    /// <summary>Passed over: the article was deleted or canceled, and a file may not bring it back.</summary>
    StaysGone,

    /// <summary>The article was deleted.</summary>
    Deleted,

    /// <summary>There was nothing to delete.</summary>
    NotFound,
}
