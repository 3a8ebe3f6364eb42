namespace SearchService.Benchmarks.Peers;

/// <summary>A query of the file that all engines run.</summary>
/// <param name="Class">What kind of query it is.</param>
/// <param name="Words">Its words.</param>
/// <param name="Topic">The topic to filter by.</param>
internal sealed record PeerQuery(string Class, string Words, string Topic)
{
    /// <summary>The classes in their order.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["rare", "freq", "and2", "or2f", "or5", "phrase", "multi", "prefix", "fuzzy", "filter", "facet", "datesort"];

    /// <summary>Reads a file: class, number, words and topic, with tabs between them.</summary>
    /// <exception cref="InvalidDataException">A line is not that.</exception>
    public static IReadOnlyList<PeerQuery> Read(string file) =>
    [
        .. File.ReadLines(file).Select((line, i) => line.Split('\t') is [var kind, _, var words, var topic, ..]
            ? new PeerQuery(kind, words, topic)
            : throw new InvalidDataException($"{file}, line {i + 1}: expected class, number, words and topic, with tabs between them.")),
    ];
}
