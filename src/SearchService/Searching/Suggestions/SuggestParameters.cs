using System.Globalization;

namespace SearchService.Searching.Suggestions;

/// <summary>The parameters of <c>GET /api/suggest</c> as text.</summary>
public sealed class SuggestParameters
{
    private const int DefaultSize = 10;

    /// <summary>What was typed so far; its last word is completed.</summary>
    public string? Q { get; set; }

    /// <summary>Suggestions of an answer, 1 to 50.</summary>
    public string? Size { get; set; }

    /// <summary>Understands the parameters.</summary>
    /// <param name="maxQueryLength">The longest text.</param>
    /// <param name="text">The text, empty if there is none.</param>
    /// <param name="size">How many suggestions.</param>
    /// <returns>The first parameter that cannot be used, or null.</returns>
    public ParameterFault? Read(int maxQueryLength, out string text, out int size)
    {
        text = Q ?? "";
        size = DefaultSize;
        if (text.Length > maxQueryLength)
        {
            return new ParameterFault("q", $"La requête a {text.Length} caractères ; {maxQueryLength} au plus sont admis (Search:MaxQueryLength).");
        }

        return !string.IsNullOrEmpty(Size)
            && !(int.TryParse(Size, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= Suggester.MaxSize)
            ? new ParameterFault("size", $"« size » doit être un nombre entier de 1 à {Suggester.MaxSize}.")
            : null;
    }
}
