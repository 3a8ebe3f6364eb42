namespace SearchService.Analysis;

/// <summary>Settings of the French analysis, section <c>Analysis</c>.</summary>
public sealed class AnalysisOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Analysis";

    /// <summary>A file of synonyms added to the built-in ones, in the format of <see cref="SynonymMap"/>; relative paths are below the content root.</summary>
    public string? SynonymsPath { get; set; }
}
