using System.Globalization;

namespace SearchService.Searching.Queries;

/// <summary>Something in a query that could not be taken as it stands; the search went on all the same.</summary>
/// <param name="Code">A stable code: one of the constants below.</param>
/// <param name="Position">Where, in UTF-16 units from the start of the query.</param>
/// <param name="Message">What was done about it, in French.</param>
public sealed record QueryProblem(string Code, int Position, string Message)
{
    /// <summary>A quote opens and none closes.</summary>
    public const string UnbalancedQuote = "unbalanced_quote";

    /// <summary>The query has no letter and no digit.</summary>
    public const string NothingToSearch = "nothing_to_search";

    /// <summary>The query has more words than the limit.</summary>
    public const string TooManyClauses = "too_many_clauses";

    /// <summary>A prefix or a word with a typo stands for more words than are searched.</summary>
    public const string PatternTooWide = "pattern_too_wide";

    /// <summary>The problem of a query with too many words.</summary>
    public static QueryProblem TooMany(int position, int maxClauses) => new(TooManyClauses, position, string.Create(
        CultureInfo.InvariantCulture, $"La requête a plus de {maxClauses} termes : la suite est laissée de côté."));

    /// <summary>The problem of a pattern that stands for too many words.</summary>
    public static QueryProblem TooManyForms(QueryPattern pattern) => new(PatternTooWide, 0, string.Create(
        CultureInfo.InvariantCulture, $"« {pattern.Text} » correspond à trop de mots : seuls les plus fréquents sont cherchés."));

    /// <summary>The problem of a query with nothing to search for.</summary>
    public static QueryProblem Nothing() => new(
        NothingToSearch, 0, "La requête ne contient ni lettre ni chiffre : il n'y a rien à chercher.");
}
