using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SearchService.Articles;

/// <summary>The rule of identifiers: 1 to 200 characters of <c>A-Z a-z 0-9 . _ : -</c>.</summary>
public static class ArticleId
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    /// <summary>Whether a text may serve as an identifier.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength } && !id.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>The identifier of an article that stands on a news page: <c>page-</c> and 16 hexadecimal digits of the SHA-256 of its NFC headline.</summary>
    public static string ForHeadline(string headline)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(headline.Normalize(NormalizationForm.FormC)));
        return "page-" + Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
