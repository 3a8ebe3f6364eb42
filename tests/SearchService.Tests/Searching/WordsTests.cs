using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>How many of a query's words must be found.</summary>
public sealed class WordsTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public WordsTests() => _engine.Index(
        Make.Article("kim", "Kim Jong Un traverse la frontière en train"),
        Make.Article("une", "La une des quotidiens du soir", "On y parle beaucoup de pluie."),
        Make.Article("lait", "Les éleveurs manifestent", "Des vaches ont défilé.", "Le prix du lait baisse."),
        Make.Article("pluie", "La pluie revient", "Un train a déraillé."),
        Make.Article("noel", "NOËL approche", "L'œuvre de l’avocat aujourd’hui."),
        Make.Article("ia", "Règlement sur AI Act", "Bruxelles hésite."));

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("train", "kim pluie")]
    [InlineData("train pluie", "pluie")]
    [InlineData("vache", "lait")]
    [InlineData("vaches lait éleveur", "lait")]
    [InlineData("noel", "noel")]
    [InlineData("no\u00EBl OEUVRE", "noel")]
    [InlineData("Noe\u0308l", "noel")]
    [InlineData("d'avocat", "noel")]
    [InlineData("aujourd'hui", "noel")]
    [InlineData("hui", "")]
    [InlineData("AI", "ia")]
    [InlineData("licorne", "")]
    public void All_words_are_found_in_any_spelling_and_inflection(string query, string found)
    {
        Assert.Equal(found, _engine.Found(query, SearchOperator.All));
        Assert.Equal(found, _engine.Found(query, SearchOperator.Auto));
    }

    [Theory]
    [InlineData("train vaches", "kim lait pluie")]
    [InlineData("licorne train", "kim pluie")]
    [InlineData("licorne", "")]
    public void Any_word_is_enough_when_asked_so(string query, string found)
    {
        var response = _engine.Search(query, SearchOperator.Any);
        Assert.Equal(found, string.Join(' ', response.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)));
        Assert.False(response.Relaxed);
        Assert.Empty(response.LeftOut);
    }

    [Fact]
    public void All_is_never_relaxed()
    {
        var response = _engine.Search("train vaches", SearchOperator.All);
        Assert.Equal(0, response.Total);
        Assert.False(response.Relaxed);
    }

    [Fact]
    public void Auto_relaxes_when_all_words_find_nothing_and_tells_what_the_first_hit_lacks()
    {
        var response = _engine.Search("train frontière Licornes vaches");
        Assert.True(response.Relaxed);
        Assert.Equal("kim", response.Hits[0].Id);
        Assert.Equal(3, response.Total);
        Assert.Equal(["Licornes", "vaches"], response.LeftOut);
    }

    [Fact]
    public void Auto_does_not_relax_when_all_words_find_something()
    {
        var response = _engine.Search("train pluie");
        Assert.False(response.Relaxed);
        Assert.Empty(response.LeftOut);
        Assert.Equal(1, response.Total);
    }

    [Fact]
    public void A_relaxed_search_that_finds_nothing_is_not_called_relaxed()
    {
        var response = _engine.Search("licorne griffon");
        Assert.False(response.Relaxed);
        Assert.Equal(0, response.Total);
    }

    [Theory]
    [InlineData("train \"pluie battante\"")]
    [InlineData("licorne train -train -vaches -pluie")]
    public void Phrases_and_exclusions_are_never_relaxed(string query) => Assert.Equal("", _engine.Found(query));

    [Fact]
    public void Filters_are_never_relaxed()
    {
        var response = _engine.Search(new SearchRequest { Query = "train vaches", Sources = ["Nulle part"] });
        Assert.Equal(0, response.Total);
        Assert.False(response.Relaxed);
    }

    [Theory]
    [InlineData("on", "une")]
    [InlineData("Kim Jong Un", "kim")]
    [InlineData("\"Kim Jong Un\"", "kim")]
    [InlineData("KIM JONG UN", "kim")]
    [InlineData("sur", "ia")]
    [InlineData("le train de la pluie", "pluie")]
    [InlineData("le lait", "lait")]
    public void Words_of_grammar_never_empty_a_query(string query, string found) => Assert.Equal(found, _engine.Found(query, SearchOperator.All));

    [Fact]
    public void Words_of_grammar_as_typed_come_before_their_inflections()
    {
        Dictionary.Required();
        Assert.Equal("kim pluie une", _engine.Found("la une", SearchOperator.All));
        Assert.Equal("une", _engine.Search("la une", SearchOperator.All).Hits[0].Id);
    }

    [Fact]
    public void Words_of_grammar_make_no_hit_missing_but_rank_it() =>
        Assert.Equal("pluie", _engine.Search("la pluie un train", SearchOperator.All).Hits[0].Id);

    [Fact]
    public void One_word_of_many_parts_counts_as_many_words()
    {
        var response = _engine.Searcher.Search(new SearchRequest { Query = string.Join('-', Enumerable.Range(0, 400).Select(i => "mot" + i)) });
        Assert.Equal(("too_many_clauses", 0), (Assert.Single(response.Problems).Code, response.Total));
    }

    [Fact]
    public void A_word_too_long_for_the_index_is_cut_there_and_in_the_query_alike()
    {
        var word = string.Concat(Enumerable.Repeat("abcdefghij", 30));
        _engine.Index(Make.Article("long", word));
        Assert.Equal("long", _engine.Found(word, SearchOperator.All));
        Assert.Equal("", _engine.Found(word[..^5], SearchOperator.All));
    }

    [Fact]
    public void A_filter_typed_with_combining_accents_is_the_same_filter()
    {
        var request = new SearchParameters { Topic = ["E\u0301conomie"] }.Read(100, out _);
        Assert.Equal(["Économie"], request!.Topics);
    }
}
