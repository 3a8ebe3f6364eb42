using System.Globalization;

namespace SearchService.Tests.Support;

/// <summary>How much a randomised test tries: little in every run, much when an environment variable asks for it.</summary>
public static class RunSize
{
    /// <summary>The number in an environment variable, or the default.</summary>
    public static int Of(string variable, int byDefault) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) is { Length: > 0 } asked ? asked : byDefault.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
