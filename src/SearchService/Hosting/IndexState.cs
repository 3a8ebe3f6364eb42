namespace SearchService.Hosting;

/// <summary>The state of the index as <c>/api/index</c> tells it.</summary>
public enum IndexState
{
    /// <summary>The first generation, or one in place of a damaged one, is being built; nothing can be searched.</summary>
    Building,

    /// <summary>Searches are answered.</summary>
    Ready,

    /// <summary>Searches are answered while the files are checked.</summary>
    Verifying,

    /// <summary>Searches are answered while another generation is built.</summary>
    Rebuilding,

    /// <summary>The generation that is needed could not be built; another attempt follows.</summary>
    Failed,
}
