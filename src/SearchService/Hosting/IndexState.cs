namespace SearchService.Hosting;

/// <summary>The state of the index as <c>/api/index</c> tells it.</summary>
public enum IndexState
{
    /// <summary>The first generation is being built; nothing can be searched.</summary>
    Building,

    /// <summary>Searches are answered.</summary>
    Ready,

    /// <summary>Searches are answered while the files are checked.</summary>
    Verifying,

    /// <summary>Searches are answered while another generation is built.</summary>
    Rebuilding,

    /// <summary>The first generation could not be built; another attempt follows.</summary>
    Failed,
}
