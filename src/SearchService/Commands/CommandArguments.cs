namespace SearchService.Commands;

/// <summary>A command line, parted into settings (<c>--Index:Directory=x</c>, <c>--Urls x</c>) and the rest.</summary>
/// <param name="Settings">Settings, for the configuration.</param>
/// <param name="Words">The verb, its arguments and options.</param>
public sealed record CommandArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Words)
{
    /// <summary>Whether a verb, a request for help or a mistake is to be handled, and not the service started.</summary>
    public bool NamesAVerb => Words.Count > 0;

    /// <summary>Parts a command line. A setting is an option whose name starts with a capital or holds a colon, or one that the web host knows; the verbs' own options
    /// are in lower case.</summary>
    public static CommandArguments Split(IReadOnlyList<string> args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count)
            {
                settings.Add(args[++i]);
            }
        }

        return new CommandArguments(settings, words);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument.AsSpan(2);
        var end = name.IndexOf('=');
        name = end < 0 ? name : name[..end];
        return name.Contains(':')
            || (name.Length > 0 && char.IsAsciiLetterUpper(name[0]))
            || name.Equals("urls", StringComparison.OrdinalIgnoreCase)
            || name.Equals("environment", StringComparison.OrdinalIgnoreCase)
            || name.Equals("contentRoot", StringComparison.OrdinalIgnoreCase)
            || name.Equals("applicationName", StringComparison.OrdinalIgnoreCase);
    }
}
