namespace SearchService.Storage;

/// <summary>How an article of a file stands to what the store holds under its identifier.</summary>
internal enum FileRelation
{
    /// <summary>The store knows it: the same, or more under the same headline.</summary>
    Known,

    /// <summary>It brings the text to a headline that the store holds alone.</summary>
    Completes,

    /// <summary>It says something else.</summary>
    Other,
}
