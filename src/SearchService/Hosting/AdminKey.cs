using System.Security.Cryptography;
using System.Text;

namespace SearchService.Hosting;

/// <summary>
/// An entry of <c>Security:AdminKeys</c>: the key itself, or <c>sha256:</c> and the 64 hexadecimal digits of its SHA-256, so that who reads the
/// configuration does not hold the key. A plain hash will do where a password would need a slow, salted one: a key is drawn at random, not
/// remembered by a person, and nobody tries out 2^128 of them.
/// </summary>
public static class AdminKey
{
    private const string HashPrefix = "sha256:";

    /// <summary>A key with fewer characters may be guessed: 16 of base64 are 96 bits.</summary>
    private const int ShortBelow = 16;

    /// <summary>The SHA-256 of the key that an entry stands for; null if the entry says <c>sha256:</c> and no hash follows.</summary>
    public static byte[]? HashOf(string entry)
    {
        if (!IsHash(entry))
        {
            return Hash(entry.Trim());
        }

        var digits = entry[HashPrefix.Length..].Trim();
        return digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    /// <summary>The SHA-256 of a key that a request carries.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Whether an entry is a key that may be guessed; of a hash nobody can tell.</summary>
    public static bool IsShort(string entry) => !IsHash(entry) && entry.Trim().Length < ShortBelow;

    private static bool IsHash(string entry) => entry.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase);
}
