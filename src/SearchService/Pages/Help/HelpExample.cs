namespace SearchService.Pages.Help;

/// <summary>A query that can be tried from the help page, and what it finds.</summary>
/// <param name="Query">The query; it finds something in the sample corpus.</param>
/// <param name="Meaning">What it finds, in French.</param>
public sealed record HelpExample(string Query, string Meaning);
