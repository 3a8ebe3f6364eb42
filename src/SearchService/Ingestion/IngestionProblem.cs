using SearchService.Articles;

namespace SearchService.Ingestion;

/// <summary>Something in the corpus that could not be read as it stands.</summary>
/// <param name="File">The file, relative to the corpus.</param>
/// <param name="Line">The line, from 1; 0 if it is the whole file.</param>
/// <param name="Error">What is wrong.</param>
public sealed record IngestionProblem(string File, int Line, ArticleError Error)
{
    /// <summary>Place and reason on one line: a file's name may hold anything, also ends of lines that would write lines of their own into a log.</summary>
    public override string ToString() =>
        Line > 0 ? $"{ShownFile}, ligne {Line} : {Error.Message} [{Error.Code}]" : $"{ShownFile} : {Error.Message} [{Error.Code}]";

    private string ShownFile => string.Concat(File.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
}
