namespace SearchService.Lexicon;

/// <summary>
/// A Hunspell dictionary with flags of two characters (<c>FLAG long</c>), as far as French needs it: entries, suffix classes and the prefixes of units.
/// The format is told in the manual page hunspell(5).
/// </summary>
internal sealed class HunspellDictionary
{
    private readonly Dictionary<string, List<AffixRule>> _suffixes = [];
    private readonly Dictionary<string, List<AffixRule>> _prefixes = [];
    private readonly List<(string Word, IReadOnlyList<string> Flags)> _entries = [];

    /// <summary>The words of the dictionary with their flags, in its order.</summary>
    public IReadOnlyList<(string Word, IReadOnlyList<string> Flags)> Entries => _entries;

    /// <summary>Reads a dictionary.</summary>
    /// <param name="affixes">The lines of the affix file.</param>
    /// <param name="words">The lines of the word list; the first is their number.</param>
    /// <exception cref="FormatException">A rule cannot be read, or the flags are not of two characters.</exception>
    public static HunspellDictionary Read(IEnumerable<string> affixes, IEnumerable<string> words)
    {
        var dictionary = new HunspellDictionary();
        var conditions = new Dictionary<string, EndingCondition>(StringComparer.Ordinal);
        var longFlags = false;
        foreach (var line in affixes)
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            longFlags |= parts is ["FLAG", "long", ..];
            if (parts is not [("SFX" or "PFX") and var kind, var flag, var strip, var affix, var condition, ..])
            {
                continue;
            }

            var rules = kind == "SFX" ? dictionary._suffixes : dictionary._prefixes;
            if (!rules.TryGetValue(flag, out var list))
            {
                rules.Add(flag, list = []);
            }

            if (!conditions.TryGetValue(condition, out var holds))
            {
                conditions.Add(condition, holds = new EndingCondition(condition));
            }

            var (add, flags) = SplitFlags(affix);
            list.Add(new AffixRule(strip == "0" ? "" : strip, add == "0" ? "" : add, flags, holds));
        }

        if (!longFlags)
        {
            throw new FormatException("The affix file does not say \"FLAG long\": flags of another kind are not understood.");
        }

        foreach (var line in words.Skip(1))
        {
            var end = line.AsSpan().IndexOfAny('\t', ' ');
            var (word, flags) = SplitFlags(end < 0 ? line : line[..end]);
            if (word.Length > 0)
            {
                dictionary._entries.Add((word, flags));
            }
        }

        return dictionary;
    }

    /// <summary>The suffix rules of a flag; none if the flag is not one of suffixes.</summary>
    public IReadOnlyList<AffixRule> Suffixes(string flag) => _suffixes.TryGetValue(flag, out var rules) ? rules : [];

    /// <summary>The prefix rules of a flag; none if the flag is not one of prefixes.</summary>
    public IReadOnlyList<AffixRule> Prefixes(string flag) => _prefixes.TryGetValue(flag, out var rules) ? rules : [];

    private static (string Word, IReadOnlyList<string> Flags) SplitFlags(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return (text, []);
        }

        var flags = new List<string>();
        for (var at = slash + 1; at + 1 < text.Length; at += 2)
        {
            flags.Add(text.Substring(at, 2));
        }

        return (text[..slash], flags);
    }
}
