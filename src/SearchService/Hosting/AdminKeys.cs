using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SearchService.Hosting;

/// <summary>The administration keys of <c>Security:AdminKeys</c>, as their hashes. Safe for all threads.</summary>
public sealed class AdminKeys
{
    private readonly IReadOnlyList<byte[]> _hashes;

    /// <summary>Reads the keys of a service.</summary>
    /// <exception cref="SettingsException">A hash is malformed.</exception>
    public AdminKeys(IOptions<SecurityOptions> options) =>
        _hashes = [.. options.Value.AdminKeys.Where(entry => !string.IsNullOrWhiteSpace(entry)).Select(entry =>
            AdminKey.HashOf(entry) ?? throw new SettingsException("Security:AdminKeys : une empreinte sha256: est mal formée."))];

    /// <summary>Whether no key is configured: callers of this machine may write then.</summary>
    public bool AreNone => _hashes.Count == 0;

    /// <summary>Whether a text is one of the keys.</summary>
    public bool Contain(string key)
    {
        // Hashes have one length, and every key is compared to its end: the time tells nothing about the keys.
        var given = AdminKey.Hash(key.Trim());
        var found = false;
        foreach (var hash in _hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(hash, given);
        }

        return found;
    }
}
