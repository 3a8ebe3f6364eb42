using SearchService.Articles;

namespace SearchService.Tests.Support;

/// <summary>Something that happens to a service, for random sequences of them.</summary>
internal abstract record NewsStep
{
    /// <summary>An article is put.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Text">The number of its text.</param>
    /// <param name="Version">Its version, or null for the next.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="Embargo">The hour when its embargo ends, or null.</param>
    public sealed record Put(string Id, int Text, long? Version, ArticleStatus Status, int? Embargo) : NewsStep;

    /// <summary>An article is deleted.</summary>
    public sealed record Delete(string Id) : NewsStep;

    /// <summary>Time goes by.</summary>
    public sealed record Wait(int Hours) : NewsStep;

    /// <summary>The index follows the store, as it does all the time.</summary>
    public sealed record Follow : NewsStep;

    /// <summary>The index is committed.</summary>
    public sealed record Commit : NewsStep;

    /// <summary>The process is killed and started again.</summary>
    public sealed record Kill : NewsStep;

    /// <summary>The service is stopped in good order and started again.</summary>
    public sealed record Restart : NewsStep;

    /// <summary>The index is built anew.</summary>
    public sealed record Rebuild : NewsStep;

    /// <summary>The index before takes the place of the live one, if there is one.</summary>
    public sealed record Rollback : NewsStep;
}
