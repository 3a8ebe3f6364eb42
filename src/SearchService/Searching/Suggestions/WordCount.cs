namespace SearchService.Searching.Suggestions;

/// <summary>How often headlines have a word.</summary>
/// <param name="Headlines">In how many.</param>
/// <param name="Newest">When the newest of them was published, as <see cref="PublicationMinutes"/> counts.</param>
/// <param name="Written">The spelling of most of them, or null if they do not tell.</param>
/// <param name="WrittenIn">In how many, as far as is known.</param>
internal readonly record struct WordCount(int Headlines, int Newest, string? Written, int WrittenIn)
{
    /// <summary>Of a word that stands nowhere.</summary>
    public static WordCount None { get; } = new(0, PublicationMinutes.Undated, null, 0);

    /// <summary>With those of another segment.</summary>
    public WordCount And(int headlines, int newest, string? written) => new(
        Headlines + headlines,
        Math.Max(Newest, newest),
        written is not null && headlines > WrittenIn ? written : Written,
        written is not null && headlines > WrittenIn ? headlines : WrittenIn);

    /// <summary>What it counts in the order of suggestions.</summary>
    public double Weight(int newestOfAll) => Headlines * PublicationMinutes.Recency(Newest, newestOfAll);
}
