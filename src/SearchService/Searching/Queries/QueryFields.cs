namespace SearchService.Searching.Queries;

/// <summary>The names of fields in queries, French and English, in any case.</summary>
internal static class QueryFields
{
    // As long as the longest name.
    private const int MaxLength = 7;

    private static readonly Dictionary<string, QueryPlace>.AlternateLookup<ReadOnlySpan<char>> Places =
        new Dictionary<string, QueryPlace>(StringComparer.OrdinalIgnoreCase)
        {
            ["titre"] = QueryPlace.Headline,
            ["title"] = QueryPlace.Headline,
            ["texte"] = QueryPlace.Text,
            ["text"] = QueryPlace.Text,
            ["sujet"] = QueryPlace.Topic,
            ["topic"] = QueryPlace.Topic,
            ["dossier"] = QueryPlace.Story,
            ["story"] = QueryPlace.Story,
            ["source"] = QueryPlace.Source,
            ["auteur"] = QueryPlace.Byline,
            ["author"] = QueryPlace.Byline,
            [Date] = QueryPlace.Everywhere,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name of the field that holds days.</summary>
    public const string Date = "date";

    /// <summary>Reads a name and the colon that follows it at once.</summary>
    /// <param name="text">The text from the start of a word.</param>
    /// <param name="place">The place it names; <see cref="QueryPlace.Everywhere"/> is the date.</param>
    /// <param name="length">The length of the name.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out QueryPlace place, out int length)
    {
        length = text[..Math.Min(text.Length, MaxLength + 1)].IndexOf(':');
        place = default;
        return length > 0 && Places.TryGetValue(text[..length], out place);
    }

    /// <summary>The French name of a place.</summary>
    public static string Name(QueryPlace place) => place switch
    {
        QueryPlace.Headline => "titre",
        QueryPlace.Text => "texte",
        QueryPlace.Topic => "sujet",
        QueryPlace.Story => "dossier",
        QueryPlace.Source => "source",
        QueryPlace.Byline => "auteur",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "No field."),
    };
}
