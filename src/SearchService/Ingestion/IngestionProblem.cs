using SearchService.Articles;

namespace SearchService.Ingestion;

/// <summary>Something in the corpus that could not be read as it stands.</summary>
/// <param name="File">The file, relative to the corpus.</param>
/// <param name="Line">The line, from 1; 0 if it is the whole file.</param>
/// <param name="Error">What is wrong.</param>
public sealed record IngestionProblem(string File, int Line, ArticleError Error)
{
    /// <summary>Place and reason on one line.</summary>
    public override string ToString() =>
        Line > 0 ? $"{File}, ligne {Line} : {Error.Message} [{Error.Code}]" : $"{File} : {Error.Message} [{Error.Code}]";
}
