namespace SearchService.Indexing;

/// <summary>The steps by which <see cref="GenerationFolder.Publish"/> makes a generation the published one, in their order.</summary>
internal enum PublishStep
{
    /// <summary>The names of the generations' folders are made durable.</summary>
    SyncGenerationsFolder,

    /// <summary>The new pointer is written beside the old one.</summary>
    WritePointer,

    /// <summary>Its bytes are made durable.</summary>
    SyncPointer,

    /// <summary>It takes the old one's name.</summary>
    RenamePointer,

    /// <summary>The rename is made durable.</summary>
    SyncIndexFolder,

    /// <summary>All is done.</summary>
    Done,
}
