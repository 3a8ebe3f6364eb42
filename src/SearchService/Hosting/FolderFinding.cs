namespace SearchService.Hosting;

/// <summary>What a check of an index folder found about one part.</summary>
/// <param name="Part">The part, in French.</param>
/// <param name="Sound">Whether it is as it should be.</param>
/// <param name="Detail">What was found, in French.</param>
public sealed record FolderFinding(string Part, bool Sound, string Detail);
