namespace SearchService.Searching.Ranking;

/// <summary>What the scores of a word are kept by: all that they depend on but the segment and the collection.</summary>
internal sealed class WordKey : IEquatable<WordKey>
{
    private readonly RankingParameters _parameters;
    private readonly int _hash;

    /// <summary>The key of a word.</summary>
    /// <param name="occurrences">How it may stand in an article.</param>
    /// <param name="parameters">The constants of the query.</param>
    public WordKey(IReadOnlyList<Occurrence> occurrences, RankingParameters parameters)
    {
        Occurrences = new OccurrencesKey(occurrences);
        _parameters = parameters;
        _hash = HashCode.Combine(Occurrences, parameters);
    }

    /// <summary>What the documents of the word are kept by: they are the same ones however the query weighs it.</summary>
    public OccurrencesKey Occurrences { get; }

    /// <inheritdoc/>
    public bool Equals(WordKey? other) =>
        other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && Occurrences.Equals(other.Occurrences) && _parameters.Equals(other._parameters)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordKey);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>How a word may stand in an article.</summary>
    internal sealed class OccurrencesKey : IEquatable<OccurrencesKey>
    {
        private readonly IReadOnlyList<Occurrence> _occurrences;
        private readonly int _hash;

        public OccurrencesKey(IReadOnlyList<Occurrence> occurrences)
        {
            _occurrences = occurrences;
            var hash = new HashCode();
            foreach (var occurrence in occurrences)
            {
                hash.Add(occurrence.Query);
                hash.Add(occurrence.Alternative);
            }

            _hash = hash.ToHashCode();
        }

        public bool Equals(OccurrencesKey? other) => other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && _occurrences.SequenceEqual(other._occurrences)));

        public override bool Equals(object? obj) => Equals(obj as OccurrencesKey);

        public override int GetHashCode() => _hash;
    }
}
