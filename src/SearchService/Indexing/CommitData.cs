using System.Collections.Immutable;
using System.Globalization;
using SearchService.Analysis;

namespace SearchService.Indexing;

/// <summary>What each commit of the index says of itself.</summary>
/// <param name="Sequence">The last change of the store that the commit holds.</param>
/// <param name="BuiltAt">When the generation was begun.</param>
/// <param name="Analyzer">The analysis that made it.</param>
/// <param name="Schema">The fields that it has.</param>
/// <param name="Store">The identity of the store that it was made from; empty if unknown.</param>
public sealed record CommitData(long Sequence, DateTimeOffset BuiltAt, string Analyzer, string Schema, string Store = "")
{
    /// <summary>The first data of a new generation of this program.</summary>
    public static CommitData New(DateTimeOffset builtAt, string store = "") => new(0, builtAt, FrenchAnalyzer.Version, IndexSchema.Version, store);

    /// <summary>The articles that readers may see and that no document could be made of: they are missing, and known to be.</summary>
    public ImmutableHashSet<string> Rejected { get; init; } = [];

    /// <summary>Whether this program can use an index with this data.</summary>
    public bool IsCurrent => Analyzer == FrenchAnalyzer.Version && Schema == IndexSchema.Version;

    /// <summary>The form that Lucene keeps.</summary>
    public Dictionary<string, string> ToUserData() => new(StringComparer.Ordinal)
    {
        ["sequence"] = Sequence.ToString(CultureInfo.InvariantCulture),
        ["builtAt"] = BuiltAt.ToString("O", CultureInfo.InvariantCulture),
        ["analyzer"] = Analyzer,
        ["schema"] = Schema,
        ["store"] = Store,
        ["rejected"] = string.Join(' ', Rejected),
    };

    /// <summary>Reads the form that Lucene keeps.</summary>
    /// <exception cref="IndexException">A part is missing.</exception>
    public static CommitData FromUserData(IDictionary<string, string>? data) =>
        data is not null
        && data.TryGetValue("sequence", out var sequence) && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
        && data.TryGetValue("builtAt", out var builtAt) && DateTimeOffset.TryParse(builtAt, CultureInfo.InvariantCulture, out var moment)
        && data.TryGetValue("analyzer", out var analyzer)
        && data.TryGetValue("schema", out var schema)
            ? new CommitData(number, moment, analyzer, schema, data.TryGetValue("store", out var store) ? store : "")
            {
                Rejected = data.TryGetValue("rejected", out var rejected) ? [.. rejected.Split(' ', StringSplitOptions.RemoveEmptyEntries)] : [],
            }
            : throw new IndexException("The commit does not say which changes it holds: this index was not written by this program.");
}
