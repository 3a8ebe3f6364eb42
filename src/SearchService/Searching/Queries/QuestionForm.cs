using System.Text.RegularExpressions;

namespace SearchService.Searching.Queries;

/// <summary>
/// Tells a question from the naming of a subject: the answer to a question may stand anywhere in an article, what is described stands in its opening.
/// </summary>
internal static partial class QuestionForm
{
    /// <summary>Whether a text has a question mark or begins with an interrogative, before which a preposition may stand.</summary>
    public static bool Asks(string text) => text.Contains('?') || Interrogative().IsMatch(text);

    // The pattern is ours and has no repetition within another: its time is linear in any text.
    [GeneratedRegex(
        @"^\s*(?:(?:dans|de|à|en|par|pour|sur|avec|depuis)\s+)?(?:qui|quand|où|combien|quel(?:le)?s?|comment|pourquoi|lequel|laquelle|lesquel(?:le)?s|est-ce|qu['’]est-ce)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interrogative();
}
