using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using SearchService.Analysis;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Architecture;

/// <summary>The settings file at the root shows the defaults of the options classes, and nothing that they do not know.</summary>
public sealed class SettingsFileTests
{
    private static readonly Dictionary<string, object> Options = new()
    {
        [AnalysisOptions.Section] = new AnalysisOptions(),
        [CorpusOptions.Section] = new CorpusOptions(),
        [IndexOptions.Section] = new IndexOptions(),
        [SearchOptions.Section] = new SearchOptions(),
        [IngestionOptions.Section] = new IngestionOptions(),
        [SecurityOptions.Section] = new SecurityOptions(),
    };

    private static readonly IConfigurationRoot Settings =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build();

    [Fact]
    public void It_has_only_sections_that_somebody_reads() =>
        Assert.Empty(Settings.GetChildren().Select(section => section.Key).Except([.. Options.Keys, "Logging", "Urls"]));

    [Fact]
    public void It_has_only_keys_that_the_options_know_with_their_defaults()
    {
        var seen = 0;
        foreach (var (section, options) in Options)
        {
            foreach (var setting in Settings.GetSection(section).GetChildren())
            {
                var property = options.GetType().GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance);
                Assert.True(property is not null, $"{setting.Path} is known to nobody.");
                var value = property.GetValue(options);
                if (value is IEnumerable list and not string)
                {
                    Assert.Empty(list);
                    Assert.Empty(setting.GetChildren());
                }
                else
                {
                    Assert.Equal(Convert.ToString(value, CultureInfo.InvariantCulture), setting.Value);
                }

                seen++;
            }
        }

        Assert.True(seen > 5, "The settings file says next to nothing.");
    }

    [Fact]
    public void The_address_is_the_one_of_the_documentation() => Assert.Equal("http://localhost:5080", Settings["Urls"]);
}
