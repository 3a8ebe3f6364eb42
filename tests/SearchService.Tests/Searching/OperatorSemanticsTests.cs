using SearchService.Searching;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>What <c>all</c>, <c>auto</c> and <c>any</c> ask of the words of a query, and what holds whatever is asked: phrases, exclusions, fields, dates.</summary>
public sealed class OperatorSemanticsTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public OperatorSemanticsTests() => _engine.Index(
        Make.Article("a", "Rouge pomme verte", "Le chat dort.") with { PublishedAt = Make.Date("2025-01-10T12:00:00Z"), Source = "Agence" },
        Make.Article("b", "Rouge cerise", "Une poire tombe.") with { PublishedAt = Make.Date("2025-02-10T12:00:00Z") },
        Make.Article("c", "Verte prairie", "La pomme tombe du chat."),
        Make.Article("d", "Kim Jong Un en visite", "Il sera reçu."),
        Make.Article("e", "Le journal Le Monde paraît", "Il fait la une."),
        Make.Article("f", "La République en marche avance", "On verra."),
        Make.Article("g", "Le Pas de Calais inondé", "La pluie tombe."),
        Make.Article("h", "AI Act voté", "Bruxelles décide."));

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("rouge", SearchOperator.All, "a b")]
    [InlineData("rouge pomme", SearchOperator.All, "a")]
    [InlineData("rouge pomme", SearchOperator.Auto, "a")]
    [InlineData("rouge pomme", SearchOperator.Any, "a b c")]
    [InlineData("cerise prairie", SearchOperator.All, "")]
    [InlineData("cerise prairie", SearchOperator.Auto, "b c")]
    [InlineData("cerise prairie", SearchOperator.Any, "b c")]
    [InlineData("cerise -rouge", SearchOperator.Any, "")]
    [InlineData("rouge pomme -cerise", SearchOperator.Any, "a c")]
    [InlineData("rouge OU prairie", SearchOperator.All, "a b c")]
    [InlineData("rouge ET pomme", SearchOperator.Any, "a")]
    [InlineData("rouge SAUF cerise", SearchOperator.Auto, "a")]
    [InlineData("(rouge OU verte) ET tombe", SearchOperator.Any, "b c")]
    [InlineData("rouge pomme date:2025-02", SearchOperator.Any, "b")]
    [InlineData("prairie pomme date:2025", SearchOperator.Any, "a")]
    [InlineData("prairie cerise date:2025-01", SearchOperator.Any, "")]
    [InlineData("prairie cerise source:agence", SearchOperator.Any, "")]
    [InlineData("pomme cerise source:agence", SearchOperator.Any, "a")]
    public void The_operator_says_how_many_words_are_needed(string query, SearchOperator words, string found) =>
        Assert.Equal(found, _engine.Found(query, words));

    [Theory]
    [InlineData("le chat", SearchOperator.All, "a c")]
    [InlineData("chat le", SearchOperator.Any, "a c")]
    [InlineData("\"le chat\"", SearchOperator.All, "a")]
    [InlineData("kim jong un", SearchOperator.All, "d")]
    [InlineData("Kim Jong Un", SearchOperator.All, "d")]
    [InlineData("la une", SearchOperator.All, "e")]
    [InlineData("on", SearchOperator.All, "f")]
    [InlineData("Le Monde", SearchOperator.All, "e")]
    [InlineData("En Marche", SearchOperator.All, "f")]
    [InlineData("pas de calais", SearchOperator.All, "g")]
    [InlineData("AI Act", SearchOperator.All, "h")]
    [InlineData("AI chat", SearchOperator.All, "")]
    [InlineData("EU pomme", SearchOperator.All, "")]
    public void Words_of_grammar_are_optional_beside_others_unless_quoted_or_in_capitals(string query, SearchOperator words, string found) =>
        Assert.Equal(found, _engine.Found(query, words));

    [Theory]
    [InlineData("cerise prairie", "prairie|cerise")]
    [InlineData("rouge prairie ouragan", "prairie ouragan|rouge ouragan")]
    [InlineData("ouragan cerise tornade", "ouragan tornade")]
    public void Relaxing_tells_what_the_first_hit_lacks(string query, string leftOut)
    {
        var response = _engine.Search(query);
        Assert.True(response.Relaxed);
        Assert.Contains(string.Join(' ', response.LeftOut), leftOut.Split('|'));
        Assert.False(_engine.Search(query, SearchOperator.Any).Relaxed);
        Assert.False(_engine.Search(query, SearchOperator.All).Relaxed);
        Assert.Equal(0, _engine.Search(query, SearchOperator.All).Total);
    }

    [Theory]
    [InlineData("\"pomme rouge\"")]
    [InlineData("cerise \"pomme rouge\"")]
    [InlineData("cerise =pommes")]
    [InlineData("rouge ET prairie")]
    [InlineData("titre:(rouge prairie)")]
    [InlineData("titre:tombe rouge")]
    [InlineData("cerise prairie date:2024")]
    [InlineData("cerise prairie source:agence")]
    [InlineData("cerise prairie -rouge -verte")]
    [InlineData("rouge PRES/2 prairie")]
    [InlineData("cerise ouragan*")]
    public void Nothing_else_is_relaxed(string query)
    {
        var response = _engine.Search(query);
        Assert.Equal((0, false), (response.Total, response.Relaxed));
        Assert.Empty(response.LeftOut);
    }

    [Fact]
    public void Filters_are_never_relaxed()
    {
        var request = new SearchRequest { Query = "prairie pomme", Sources = ["Agence"] };
        var response = _engine.Search(request);
        Assert.Equal(("a", true), (response.Ids(), response.Relaxed));
        Assert.Equal(["prairie"], response.LeftOut);
        Assert.Equal(0, _engine.Search(request with { Operator = SearchOperator.All }).Total);
        Assert.Equal(0, _engine.Search(request with { Sources = ["Autre"] }).Total);
    }

    [Fact]
    public void Exactly_one_of_many_wide_patterns_is_told()
    {
        _engine.Index(Enumerable.Range(0, 30).Select(i => Make.Article($"n-{i}", string.Join(' ', Enumerable.Range(0, 8).Select(j => "ab" + Letters((i * 8) + j))))));
        var problem = Assert.Single(_engine.Search("ab*").Problems);
        Assert.Equal(QueryProblem.PatternTooWide, problem.Code);
        Assert.Contains("« ab »", problem.Message, StringComparison.Ordinal);
        Assert.Empty(_engine.Search("abaab*").Problems);

        static string Letters(int number) => string.Concat("aa" + (char)('a' + (number / 26)) + (char)('a' + (number % 26)));
    }
}
