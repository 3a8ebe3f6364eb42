using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Facets;

public sealed class FacetTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public FacetTests()
    {
        _engine.Index(
            Tagged("a", "Agence", "Zoo", "Sport/Voile"),
            Tagged("b", "Agence", "Étoile", "Sport"),
            Tagged("c", "Journal", "Étoile", "Eau"),
            Tagged("d", "Journal", "Zoo", "Sport/Football", "Sport/Football/Féminin"),
            Tagged("e", null, null, "Économie"),
            Tagged("f", null, "Été", "étranger"),
            Tagged("g", null, "Escale", "Faune"));
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Values_come_most_frequent_first_then_in_French_order()
    {
        var facets = Search(new SearchRequest()).Facets;
        Assert.Equal("Étoile:2 Zoo:2 Escale:1 Été:1", Line(facets["story"]));
        Assert.Equal(
            "Sport:3 Eau:1 Économie:1 étranger:1 Faune:1 Sport/Football:1 Sport/Football/Féminin:1 Sport/Voile:1", Line(facets["topic"]));
        Assert.Equal("Agence:2 Journal:2", Line(facets["source"]));
    }

    [Theory]
    [InlineData("Sport", "a b d")]
    [InlineData("Sport/Football", "d")]
    [InlineData("Sport/Football/Féminin", "d")]
    [InlineData("Spor", "")]
    [InlineData("sport", "")]
    public void A_topic_finds_those_below_it(string topic, string ids) => Assert.Equal(ids, Search(new SearchRequest { Topics = [topic] }).Ids());

    [Fact]
    public void A_facets_own_selection_does_not_shrink_it_but_the_others()
    {
        var facets = Search(new SearchRequest { Sources = ["Agence"] }).Facets;
        Assert.Equal("Agence:2* Journal:2", Line(facets["source"]));
        Assert.Equal("Étoile:1 Zoo:1", Line(facets["story"]));
        Assert.Equal("Sport:2 Sport/Voile:1", Line(facets["topic"]));
    }

    [Fact]
    public void Filters_are_or_within_a_facet_and_and_between_facets()
    {
        Assert.Equal("a b c d", Search(new SearchRequest { Sources = ["Agence", "Journal"] }).Ids());
        Assert.Equal("a d", Search(new SearchRequest { Sources = ["Agence", "Journal"], Stories = ["Zoo"] }).Ids());
        Assert.Equal("", Search(new SearchRequest { Sources = ["Agence"], Stories = ["Été"] }).Ids());
    }

    [Fact]
    public void A_selected_value_is_listed_with_0_in_its_place()
    {
        var facets = Search(new SearchRequest { Stories = ["Zèbre", "Inconnue", "Étoile", "Abeille"], Sources = ["Journal"], Topics = ["Faune"] }).Facets;
        Assert.Equal("Abeille:0* Étoile:0* Inconnue:0* Zèbre:0*", Line(facets["story"]));
    }

    [Fact]
    public void A_value_selected_twice_is_listed_once() =>
        Assert.Equal("Agence:2* Journal:2", Line(Search(new SearchRequest { Sources = ["Agence", "Agence"] }).Facets["source"]));

    [Theory]
    [InlineData(1, "Sport:3 Faune:1*")]
    [InlineData(2, "Sport:3 Eau:1 Faune:1*")]
    [InlineData(5, "Sport:3 Eau:1 Économie:1 étranger:1 Faune:1*")]
    public void The_size_limits_all_but_selected_values(int size, string values) =>
        Assert.Equal(values, Line(Search(new SearchRequest { Topics = ["Faune"], FacetSize = size }).Facets["topic"]));

    [Fact]
    public void Only_the_facets_asked_for_are_counted()
    {
        Assert.Empty(Search(new SearchRequest { Facets = new HashSet<FacetField>() }).Facets);
        var facets = Search(new SearchRequest { Facets = new HashSet<FacetField> { FacetField.Story, FacetField.Date }, Topics = ["Sport"] }).Facets;
        Assert.Equal(["date", "story"], facets.Keys.Order());
        Assert.Equal("Zoo:2 Étoile:1", Line(facets["story"]));
    }

    [Fact]
    public void Deleted_articles_count_nowhere()
    {
        _engine.Delete("a", "d", "e");
        var facets = Search(new SearchRequest()).Facets;
        Assert.Equal("Étoile:2 Escale:1 Été:1", Line(facets["story"]));
        Assert.Equal("Eau:1 étranger:1 Faune:1 Sport:1", Line(facets["topic"]));
    }

    private SearchResponse Search(SearchRequest request) => _engine.Search(request with { Query = "texte" });

    private static string Line(IEnumerable<FacetValue> values) =>
        string.Join(' ', values.Select(value => $"{value.Value}:{value.Count}{(value.Selected ? "*" : "")}"));

    private static Article Tagged(string id, string? source, string? story, params string[] topics) =>
        Make.Article(id, "Un texte") with { Source = source, Story = story, Topics = topics };
}
