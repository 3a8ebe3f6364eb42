using System.Globalization;
using System.Reflection;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary>The constants of the ranking by name. Numbers of any kind are read and set as doubles, a bool is 0 or 1.</summary>
internal static class ParameterValues
{
    private static readonly PropertyInfo[] Properties =
    [
        .. typeof(RankingParameters).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && (property.PropertyType == typeof(float) || property.PropertyType == typeof(double)
                || property.PropertyType == typeof(int) || property.PropertyType == typeof(bool))),
    ];

    /// <summary>Whether a constant is a yes or no.</summary>
    public static bool IsSwitch(string name) => Find(name).PropertyType == typeof(bool);

    /// <summary>The name as the record writes it.</summary>
    /// <exception cref="UsageException">There is no such constant.</exception>
    public static string NameOf(string name) => Find(name).Name;

    /// <summary>The value of a constant.</summary>
    public static double Get(RankingParameters parameters, string name) =>
        Convert.ToDouble(Find(name).GetValue(parameters), CultureInfo.InvariantCulture);

    /// <summary>The same constants but for one.</summary>
    public static RankingParameters With(RankingParameters parameters, string name, double value)
    {
        var property = Find(name);
        var changed = parameters with { };
        property.SetValue(changed, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
        return changed;
    }

    /// <summary>Reads <c>Name=value,value</c>.</summary>
    /// <exception cref="UsageException">It is something else.</exception>
    public static (string Name, double[] Values) Parse(string option, string text)
    {
        var parts = text.Split('=');
        if (parts is not [var name, { Length: > 0 } values])
        {
            throw new UsageException($"{option} {text}: Name=value is expected.");
        }

        return (NameOf(name), [.. values.Split(',').Select(value => Number(option, value))]);
    }

    /// <summary>How a value is shown.</summary>
    public static string Show(string name, double value) =>
        IsSwitch(name) ? (value != 0 ? "true" : "false") : value.ToString("0.#####", CultureInfo.InvariantCulture);

    private static double Number(string option, string text) =>
        bool.TryParse(text, out var flag) ? (flag ? 1 : 0)
        : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UsageException($"{option}: \"{text}\" is neither a number nor true or false.");

    private static PropertyInfo Find(string name) =>
        Array.Find(Properties, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"There is no ranking constant \"{name}\"; there are {string.Join(", ", Properties.Select(property => property.Name))}.");
}
