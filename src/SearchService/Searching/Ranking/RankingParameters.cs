namespace SearchService.Searching.Ranking;

/// <summary>
/// The constants of the ranking formula, which <c>src/SearchService/Searching/Ranking/RANKING.md</c> explains. The defaults were tuned with the command
/// <c>relevance --tune</c> of the benchmark project; that page records the scores.
/// </summary>
public sealed record RankingParameters
{
    /// <summary>The tuned values.</summary>
    public static RankingParameters Default { get; } = new();

    /// <summary>How fast more occurrences of a word stop to count (BM25's k1).</summary>
    public double K1 { get; init; } = 0.9;

    /// <summary>How much the length of the text lowers the weight of a word in it (BM25's b), 0 to 1, for a query of one word: it names a subject, and a long article on it is as good.</summary>
    public double TextB { get; init; } = 0.05;

    /// <summary>The same for a query of <see cref="LongQuery"/> words or more: it describes one article, and a long one has many of its words by chance.</summary>
    public double TextBOfLongQuery { get; init; } = 0.95;

    /// <summary>How many words, not counting those of grammar, make a long query; between one and so many, b rises evenly.</summary>
    public double LongQuery { get; init; } = 5;

    /// <summary>The same for the headline.</summary>
    public double HeadlineB { get; init; } = 0.4;

    /// <summary>How many occurrences in the text one in the headline is worth.</summary>
    public double Headline { get; init; } = 3;

    /// <summary>How many more occurrences in the text it is worth to stand at its very beginning; less in the rest of the opening.</summary>
    public double OpeningFrequency { get; init; } = 0.3;

    /// <summary>What a word of a query of <see cref="LongQuery"/> words gains beside its frequency by standing at the very beginning of the text, as a share of its rarity; nothing for a query of one word.</summary>
    public double Opening { get; init; } = 2;

    /// <summary>The same for a question: what it asks for may stand anywhere.</summary>
    public double OpeningOfQuestion { get; init; } = 0.5;

    /// <summary>What the forms as typed add to the lemmas, as a share.</summary>
    public double Exact { get; init; } = 0.5;

    /// <summary>What the stems (words of the same family) add to the lemmas, as a share.</summary>
    public double Stem { get; init; } = 0.15;

    /// <summary>What a reading of a word that is not its likeliest is worth, as a share.</summary>
    public double OtherReading { get; init; } = 0.9;

    /// <summary>What a synonym is worth, as a share of the word itself.</summary>
    public double Synonym { get; init; } = 0.8;

    /// <summary>What a word of grammar is worth beside other words, as a share.</summary>
    public double GrammaticalWord { get; init; } = 0.3;

    /// <summary>What neighbours in the query that are neighbours in the article add, as a share of the rarer one's weight.</summary>
    public double Proximity { get; init; } = 0.9;

    /// <summary>What the query as a row of words in the headline adds, as a share of the weight of its words.</summary>
    public double HeadlinePhrase { get; init; } = 0.5;

    /// <summary>The constants for a query.</summary>
    /// <param name="words">How many words it has, not counting those of grammar.</param>
    /// <param name="isQuestion">Whether it asks a question.</param>
    /// <remarks>
    /// That the best b grows with the length of the query: Chung, Luk, Wong, Kwok, Lee, "Adapting pivoted document-length normalization for query size" (TALIP
    /// 2006); Zhai and Lafferty, "The dual role of smoothing in the language modeling approach" (2001). That a longer query describes what the opening of an article
    /// sums up, and a question does not, is measured (<c>RANKING.md</c>).
    /// </remarks>
    public RankingParameters For(int words, bool isQuestion)
    {
        var length = Math.Clamp((words - 1) / (LongQuery - 1), 0, 1);
        return this with
        {
            TextB = TextB + ((TextBOfLongQuery - TextB) * length),
            Opening = length * (isQuestion ? OpeningOfQuestion : Opening),
        };
    }

    /// <summary>What an article of this moment gains over one that is old, as a share of its score.</summary>
    public double Recency { get; init; } = 0.1;

    /// <summary>How much there is of a word: its frequency dampened, and what it gains by standing early.</summary>
    /// <param name="frequency">How often it stands in the fields, each time weighed and divided by the field's length.</param>
    /// <param name="earliness">How early in the text, 0 to 1.</param>
    internal double Presence(double frequency, double earliness)
    {
        frequency += OpeningFrequency * earliness;
        return (frequency * (K1 + 1) / (frequency + K1)) + (Opening * earliness);
    }
}
