using System.Text.Json;
using SearchService.Analysis;
using SearchService.Classification;
using SearchService.Tests.Support;

namespace SearchService.Tests.Classification;

/// <summary>The rules that are built into the program.</summary>
public sealed class BuiltInTopicsTests
{
    private static readonly TopicRules Rules = TopicRules.Load();

    [Fact]
    public void There_are_the_17_top_topics_of_IPTC_each_once() => Assert.Equal(
        [
            "Arts, culture, divertissement et médias", "Criminalité, droit et justice", "Catastrophes et accidents", "Économie et finances",
            "Éducation", "Environnement", "Santé", "Gens, animaux et insolite", "Monde du travail", "Vie quotidienne et loisirs", "Politique",
            "Religion et croyances", "Sciences et technologies", "Société", "Sport", "Conflits, guerres et paix", "Météo",
        ],
        Rules.Labels);

    [Fact]
    public void Every_topic_has_its_own_code_and_words()
    {
        var topics = Topics().ToList();

        Assert.Equal(topics.Count, topics.Select(topic => topic.GetProperty("code").GetString()).Distinct().Count());
        Assert.All(topics, topic => Assert.Matches("^medtop:[0-9]{8}$", topic.GetProperty("code").GetString()!));
        Assert.All(topics, topic => Assert.True(topic.GetProperty("strong").GetArrayLength() >= 50));
        Assert.All(topics, topic => Assert.True(topic.GetProperty("weak").GetArrayLength() >= 20));
    }

    [Fact]
    public void No_strong_entry_speaks_for_two_topics()
    {
        Dictionary.Required();
        var shared = Topics()
            .SelectMany(topic => Entries(topic, "strong").Distinct().Select(stems => (stems, Label: topic.GetProperty("label").GetString())))
            .GroupBy(entry => entry.stems)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => entry.Label))}");

        Assert.Empty(shared);
    }

    [Fact]
    public void No_entry_is_strong_and_weak_for_the_same_topic()
    {
        Dictionary.Required();
        var both = Topics().SelectMany(topic => Entries(topic, "strong").Intersect(Entries(topic, "weak")));

        Assert.Empty(both);
    }

    [Fact]
    public void Every_entry_has_words() =>
        Assert.All(Topics(), topic => Assert.DoesNotContain("", Entries(topic, "strong").Concat(Entries(topic, "weak"))));

    [Theory]
    [InlineData("La pianiste d'Orval remporte un prix au festival de jazz", "Arts, culture, divertissement et médias")]
    [InlineData("Le tribunal condamne l'auteur du cambriolage de la bijouterie", "Criminalité, droit et justice")]
    [InlineData("Un incendie ravage la scierie, les pompiers à pied d'œuvre", "Catastrophes et accidents")]
    [InlineData("La Bourse de Paris recule, les investisseurs prudents", "Économie et finances")]
    [InlineData("Rentrée scolaire: les enseignants d'Orval manquent de salles", "Éducation")]
    [InlineData("Le réchauffement climatique menace la biodiversité du marais", "Environnement")]
    [InlineData("Grippe: les médecins appellent à se faire vacciner", "Santé")]
    [InlineData("Insolite: un chiot traverse la ville à bord du tram", "Gens, animaux et insolite")]
    [InlineData("Les salariés de la conserverie votent la grève", "Monde du travail")]
    [InlineData("Un chef étoilé ouvre une pâtisserie près du marché de Noël", "Vie quotidienne et loisirs")]
    [InlineData("L'Assemblée nationale rejette la motion de censure", "Politique")]
    [InlineData("L'évêque célèbre la messe dans la cathédrale restaurée", "Religion et croyances")]
    [InlineData("Une fusée met en orbite un satellite breton", "Sciences et technologies")]
    [InlineData("Racisme: une association dénonce des discriminations au logement", "Société")]
    [InlineData("Le club d'Orval champion après un match renversant", "Sport")]
    [InlineData("Cessez-le-feu: les soldats quittent la ligne de front", "Conflits, guerres et paix")]
    [InlineData("Vigilance orange: neige et verglas attendus demain", "Météo")]
    public void A_headline_is_of_its_topic(string headline, string topic) => Assert.Equal([topic], Rules.Find(Make.Article("a", headline)).Take(1));

    [Theory]
    [InlineData("Le maire inaugure la fontaine")]
    [InlineData("Un dimanche à Orval")]
    public void A_headline_that_says_little_has_no_topic(string headline) => Assert.Empty(Rules.Find(Make.Article("a", headline)));

    private static IEnumerable<JsonElement> Topics()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Source, "Classification", "topics.fr.json")));
        return [.. document.RootElement.GetProperty("topics").EnumerateArray().Select(topic => topic.Clone())];
    }

    private static IEnumerable<string> Entries(JsonElement topic, string list) => topic.GetProperty(list).EnumerateArray()
        .Select(entry => string.Join(' ', TextAnalysis.Analyze(entry.GetString()!, AnalysisLevel.Stem).Select(token => token.Term)));
}
