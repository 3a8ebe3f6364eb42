using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>Clauses that look in one field, by their French and English names, and those of dates.</summary>
public sealed class FieldClauseTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public FieldClauseTests() => _engine.Index(
        Make.Article("titre", "Un phare allumé") with { PublishedAt = Make.Date("2025-12-24T23:30:00+01:00"), Topics = ["Sport"], Story = "Autre", Source = "Agence", Byline = "A. Marin" },
        Make.Article("texte", "Une autre histoire", "Le phare éclaire la côte.") with { PublishedAt = Make.Date("2025-12-25T00:10:00+01:00"), Topics = ["Mer"], Story = "Autre" },
        Make.Article("sujet", "Une autre histoire", "Rien.") with { PublishedAt = Make.Date("2025-11-01T00:00:00Z"), Topics = ["Sport/Phare et balises"], Story = "Autre" },
        Make.Article("dossier", "Une autre histoire", "Rien.") with { PublishedAt = Make.Date("2024-01-01T00:00:00Z"), Topics = ["Mer"], Story = "Le phare d'Ouessant" },
        Make.Article("source", "Une autre histoire", "Rien.") with { Topics = ["Mer"], Story = "Autre", Source = "Le Phare de l'Ouest" },
        Make.Article("auteur", "Une autre histoire", "Rien.") with { Topics = ["Mer"], Story = "Autre", Byline = "Jean-Paul Phare" });

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("phare", "texte titre")]
    [InlineData("titre:phare", "titre")]
    [InlineData("title:phares", "titre")]
    [InlineData("TITRE:Phare", "titre")]
    [InlineData("texte:phare", "texte")]
    [InlineData("text:phare", "texte")]
    [InlineData("texte:\"phare éclaire\"", "texte")]
    [InlineData("sujet:phare", "sujet")]
    [InlineData("topic:phare", "sujet")]
    [InlineData("sujet:sport", "sujet titre")]
    [InlineData("sujet:\"phare et balises\"", "sujet")]
    [InlineData("dossier:phare", "dossier")]
    [InlineData("story:phare", "dossier")]
    [InlineData("dossier:\"le phare\"", "dossier")]
    [InlineData("dossier:ouessant", "dossier")]
    [InlineData("source:phare", "source")]
    [InlineData("source:\"phare de l'ouest\"", "source")]
    [InlineData("source:agence", "titre")]
    [InlineData("auteur:phare", "auteur")]
    [InlineData("author:jean-paul", "auteur")]
    [InlineData("auteur:pha*", "auteur")]
    [InlineData("auteur:fare~", "")]
    [InlineData("auteur:pharre~", "auteur")]
    [InlineData("sujet:(mer OU phare)", "auteur dossier source sujet texte")]
    [InlineData("sujet:mer -auteur:phare", "dossier source texte")]
    [InlineData("phare -titre:phare", "texte")]
    [InlineData("titre:phare OU auteur:phare", "auteur titre")]
    [InlineData("titre:(phare allumé)", "titre")]
    [InlineData("titre:(phare côte)", "")]
    [InlineData("titre:phare source:agence auteur:marin", "titre")]
    public void A_field_is_searched_by_its_name(string query, string found)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            Assert.Equal(found, _engine.Found(query, words));
        }
    }

    [Theory]
    [InlineData("date:2025-12-24", "titre")]
    [InlineData("date:2025-12-25", "texte")]
    [InlineData("date:2025-12", "texte titre")]
    [InlineData("date:2025", "sujet texte titre")]
    [InlineData("date:[2025-11-01..2025-12-24]", "sujet titre")]
    [InlineData("date:[2025-12..]", "texte titre")]
    [InlineData("date:[..2024]", "dossier")]
    [InlineData("date:[2026..2024]", "dossier sujet texte titre")]
    [InlineData("-date:2025", "auteur dossier source")]
    [InlineData("date:2024 OU date:2025-11", "dossier sujet")]
    [InlineData("phare date:2025-12-25", "texte")]
    [InlineData("histoire date:2025", "sujet texte")]
    [InlineData("histoire ET date:2024", "dossier")]
    public void Days_are_those_written_in_the_date(string query, string found)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            Assert.Equal(found, _engine.Found(query, words));
        }
    }

    [Theory]
    [InlineData("sujet:mer")]
    [InlineData("date:2025")]
    [InlineData("-phare")]
    public void A_clause_that_only_filters_has_no_score(string query)
    {
        var hits = _engine.Search(query).Hits;
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(0, hit.Score));
    }
}
