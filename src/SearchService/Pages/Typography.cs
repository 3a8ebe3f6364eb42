namespace SearchService.Pages;

/// <summary>French typography for sentences that are written with plain characters: spaces that may not break, and the apostrophe.</summary>
public static class Typography
{
    /// <summary>The sentence as it is set in French.</summary>
    public static string Set(string sentence) => sentence
        .Replace("« ", "«" + PageText.Space, StringComparison.Ordinal)
        .Replace(" »", PageText.Space + "»", StringComparison.Ordinal)
        .Replace(" :", PageText.Space + ":", StringComparison.Ordinal)
        .Replace(" ;", PageText.Narrow + ";", StringComparison.Ordinal)
        .Replace(" !", PageText.Narrow + "!", StringComparison.Ordinal)
        .Replace(" ?", PageText.Narrow + "?", StringComparison.Ordinal)
        .Replace(" %", PageText.Narrow + "%", StringComparison.Ordinal)
        .Replace('\'', '’');
}
