using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Searching;

namespace SearchService.Hosting;

/// <summary>Checks all settings before anything starts, and names every wrong key in one message.</summary>
public static class SettingsCheck
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (CorpusOptions.Section, typeof(CorpusOptions)),
        (IndexOptions.Section, typeof(IndexOptions)),
        (SearchOptions.Section, typeof(SearchOptions)),
        (IngestionOptions.Section, typeof(IngestionOptions)),
        (SecurityOptions.Section, typeof(SecurityOptions)),
        (AnalysisOptions.Section, typeof(AnalysisOptions)),
    ];

    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="contentRoot">What relative paths are resolved against.</param>
    /// <exception cref="SettingsException">Something is wrong; the message has a line per key.</exception>
    public static void Run(IConfiguration configuration, string contentRoot)
    {
        var faults = new List<string>();
        foreach (var (section, options) in Sections)
        {
            foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Check(configuration, $"{section}:{property.Name}", property, faults);
            }
        }

        CheckCorpus(configuration[$"{CorpusOptions.Section}:{nameof(CorpusOptions.Path)}"], contentRoot, faults);
        CheckFile($"{AnalysisOptions.Section}:{nameof(AnalysisOptions.SynonymsPath)}", configuration, contentRoot, path => SynonymMap.Load(path), faults);
        CheckFile($"{IndexOptions.Section}:{nameof(IndexOptions.SavedQueriesPath)}", configuration, contentRoot, path => SavedQueries.Load(path), faults);
        CheckAdminKeys(configuration.GetSection($"{SecurityOptions.Section}:{nameof(SecurityOptions.AdminKeys)}"), faults);
        CheckUrls(configuration["Urls"], faults);
        if (faults.Count > 0)
        {
            throw new SettingsException("Configuration refusée :" + string.Concat(faults.Select(fault => "\n  " + fault)));
        }
    }

    private static void CheckFile(string key, IConfiguration configuration, string contentRoot, Action<string?> load, List<string> faults)
    {
        var path = configuration[key];
        try
        {
            load(string.IsNullOrEmpty(path) ? null : Path.Combine(contentRoot, path));
        }
        catch (FormatException e)
        {
            faults.Add($"{key} : {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{key} = {path} : ce fichier ne peut pas être lu (chemin relatif à {contentRoot}).");
        }
    }

    private static void Check(IConfiguration configuration, string key, PropertyInfo property, List<string> faults)
    {
        if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
        {
            // The binder would pass over a text here: a key that its owner believes in would protect nothing.
            if (!string.IsNullOrEmpty(configuration[key]))
            {
                faults.Add($"{key} : une liste est attendue ({key}:0=…, {key}:1=…).");
            }

            faults.AddRange(configuration.GetSection(key).GetChildren().Where(item => string.IsNullOrWhiteSpace(item.Value))
                .Select(item => $"{item.Path} : la valeur ne peut pas être vide."));

            return;
        }

        if (configuration[key] is not { } text)
        {
            return;
        }

        object value = text;
        if (property.PropertyType == typeof(int))
        {
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                faults.Add($"{key} = « {text} » : un nombre entier est attendu.");
                return;
            }

            value = number;
        }

        if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{key} = {text} : la valeur doit être entre {range.Minimum} et {range.Maximum}."));
        }

        if (property.GetCustomAttribute<RequiredAttribute>() is { } required && !required.IsValid(value))
        {
            faults.Add($"{key} : la valeur ne peut pas être vide.");
        }
    }

    private static void CheckCorpus(string? path, string contentRoot, List<string> faults)
    {
        if (!string.IsNullOrWhiteSpace(path) && !new CorpusFolder(Path.GetFullPath(path, contentRoot)).Exists)
        {
            faults.Add($"{CorpusOptions.Section}:{nameof(CorpusOptions.Path)} = {path} : ce fichier ou dossier n'existe pas (chemin relatif à {contentRoot}).");
        }
    }

    // The message names the place alone: what stands there may be a key all the same.
    private static void CheckAdminKeys(IConfigurationSection keys, List<string> faults) => faults.AddRange(
        from entry in keys.GetChildren()
        where !string.IsNullOrWhiteSpace(entry.Value) && AdminKey.HashOf(entry.Value) is null
        select $"{entry.Path} : « sha256: » doit être suivi des 64 chiffres hexadécimaux du SHA-256 de la clé (printf %s CLÉ | sha256sum).");

    private static void CheckUrls(string? urls, List<string> faults)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A star or a plus stands for every host name.
            var plain = url.Replace("//*", "//all", StringComparison.Ordinal).Replace("//+", "//all", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                faults.Add($"Urls = « {url} » : une adresse comme http://localhost:5080 est attendue.");
            }
        }
    }
}
