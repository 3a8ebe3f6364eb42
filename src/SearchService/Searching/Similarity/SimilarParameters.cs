using System.Globalization;

namespace SearchService.Searching.Similarity;

/// <summary>The parameters of <c>GET /api/articles/{id}/similar</c> as text.</summary>
public sealed class SimilarParameters
{
    private const int DefaultSize = 10;

    /// <summary>Articles of an answer, 0 to 100.</summary>
    public string? Size { get; set; }

    /// <summary>Understands the parameters.</summary>
    /// <param name="size">How many articles.</param>
    /// <returns>The first parameter that cannot be used, or null.</returns>
    public ParameterFault? Read(out int size)
    {
        size = DefaultSize;
        return !string.IsNullOrEmpty(Size)
            && !(int.TryParse(Size, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out size) && size is >= 0 and <= SimilarArticles.MaxSize)
            ? new ParameterFault("size", $"« size » doit être un nombre entier de 0 à {SimilarArticles.MaxSize}.")
            : null;
    }
}
