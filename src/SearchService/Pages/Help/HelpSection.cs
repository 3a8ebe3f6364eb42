namespace SearchService.Pages.Help;

/// <summary>A part of the help page.</summary>
/// <param name="Id">The name of its place in the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What it is about.</param>
/// <param name="Examples">Queries to try.</param>
public sealed record HelpSection(string Id, string Title, string Introduction, IReadOnlyList<HelpExample> Examples);
