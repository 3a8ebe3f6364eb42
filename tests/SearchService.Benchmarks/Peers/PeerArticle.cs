namespace SearchService.Benchmarks.Peers;

/// <summary>A document of the corpus that all engines index.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Body">Its text.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Date">When it appeared, in Unix seconds; 0 if it has no date.</param>
internal sealed record PeerArticle(string Id, string Title, string Body, string Topic, long Date)
{
    /// <summary>Reads a file: number, headline, text, topic and date, with tabs between them.</summary>
    /// <exception cref="InvalidDataException">A line is not that.</exception>
    public static IEnumerable<PeerArticle> Read(string file) => File.ReadLines(file).Select((line, i) =>
        line.Split('\t') is [var id, var title, var body, var topic, var date] && long.TryParse(date, out var seconds)
            ? new PeerArticle(id, title, body, topic, seconds)
            : throw new InvalidDataException($"{file}, line {i + 1}: expected number, headline, text, topic and date, with tabs between them."));
}
