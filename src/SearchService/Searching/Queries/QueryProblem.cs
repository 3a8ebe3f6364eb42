using System.Globalization;

namespace SearchService.Searching.Queries;

/// <summary>Something in a query that could not be taken as it stands; the search went on all the same.</summary>
/// <param name="Code">A stable code: one of the constants below.</param>
/// <param name="Position">Where, in UTF-16 units from the start of the query.</param>
/// <param name="Message">What was done about it, in French.</param>
public sealed record QueryProblem(string Code, int Position, string Message)
{
    /// <summary>A quote opens and none closes, or the other way round.</summary>
    public const string UnbalancedQuote = "unbalanced_quote";

    /// <summary>A parenthesis has no partner.</summary>
    public const string UnbalancedParenthesis = "unbalanced_parenthesis";

    /// <summary>Parentheses in parentheses, or operators of nearness in a row, beyond the limit.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>An operator has nothing on one side.</summary>
    public const string DanglingOperator = "dangling_operator";

    /// <summary>A field has nothing to look for.</summary>
    public const string EmptyField = "empty_field";

    /// <summary>What follows <c>date:</c> is no day and no range of days.</summary>
    public const string InvalidDate = "invalid_date";

    /// <summary>A star stands behind fewer than two letters or digits.</summary>
    public const string PrefixTooShort = "prefix_too_short";

    /// <summary>A distance or slop is beyond its limit.</summary>
    public const string DistanceOutOfRange = "distance_out_of_range";

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

    internal static QueryProblem OpenQuote(int position) => new(
        UnbalancedQuote, position, "Un guillemet ouvert n'est pas fermé : l'expression va jusqu'à la fin.");

    internal static QueryProblem ClosingQuote(int position) => new(
        UnbalancedQuote, position, "Un guillemet fermant n'en ferme aucun : il est laissé de côté.");

    internal static QueryProblem Parenthesis(int position, bool open) => new(UnbalancedParenthesis, position, open
        ? "Une parenthèse ouverte n'est pas fermée : elle est laissée de côté."
        : "Une parenthèse fermante n'en ferme aucune : elle est laissée de côté.");

    internal static QueryProblem DeepParentheses(int position, int max) => new(TooDeep, position, string.Create(
        CultureInfo.InvariantCulture, $"Plus de {max} parenthèses sont imbriquées : les autres sont laissées de côté."));

    internal static QueryProblem LongChain(int position, int max) => new(TooDeep, position, string.Create(
        CultureInfo.InvariantCulture, $"Plus de {max} opérateurs de proximité se suivent : celui-ci est laissé de côté."));

    internal static QueryProblem Dangling(QueryToken token) => new(
        DanglingOperator, token.Position, $"L'opérateur « {token.Text} » ne relie rien : il est laissé de côté.");

    internal static QueryProblem NoOperand(QueryToken field) => new(
        EmptyField, field.Position, $"Rien n'est demandé dans le champ « {field.Text}: » : son nom est cherché comme un mot.");

    internal static QueryProblem Date(int position) => new(
        InvalidDate, position, "La date n'est pas comprise (2025-12-24, 2025-12, 2025 ou [2025-12-01..2025-12-24]) : elle est cherchée comme un mot.");

    internal static QueryProblem ShortPrefix(int position) => new(
        PrefixTooShort, position, "Il faut au moins deux lettres ou chiffres devant « * » : ils sont cherchés comme un mot.");

    internal static QueryProblem Distance(int position, int taken) => new(DistanceOutOfRange, position, string.Create(
        CultureInfo.InvariantCulture, $"La distance demandée n'est pas possible : {taken} la remplace."));
}
