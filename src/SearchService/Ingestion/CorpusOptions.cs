namespace SearchService.Ingestion;

/// <summary>The section <c>Corpus</c>.</summary>
public sealed class CorpusOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Corpus";

    /// <summary>A file or a folder of news to read, relative to the content root; empty for the sample corpus beside the program.</summary>
    public string Path { get; set; } = "";
}
