using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>A word that matches nothing under the request's filters is searched in its best spelling, and the answer says so.</summary>
public sealed class SpellingInSearchTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public SpellingInSearchTests()
    {
        Dictionary.Required();
        _engine.Index(
            [
                .. Enumerable.Range(0, 6).Select(i => Make.Article($"g{i}", $"Le gouvernement présente le budget {i}") with { Source = "Agence" }),
                Make.Article("s", "Un sous-marin à Cherbourg", "La Normandie l'accueille.") with { Source = "Écho" },
                Make.Article("k", "Kerviel condamné", "L'article 49.3 revient.") with { Source = "Écho" },
            ]);
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("gouvernemant", "gouvernement", "typo")]
    [InlineData("le gouvernemant et le budget", "le gouvernement et le budget", "typo")]
    [InlineData("titre:gouvernemant", "titre:gouvernement", "typo")]
    [InlineData("budget -sport (gouvernemant OU Cherbourg)", "budget -sport (gouvernement OU Cherbourg)", "typo")]
    [InlineData("gouverne ment", "gouvernement", "spacing")]
    [InlineData("Cherbour", "Cherbourg", "typo")]
    public void A_word_that_matches_nothing_is_corrected_in_its_place(string query, string corrected, string cause)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            var response = _engine.Search(query, words);
            Assert.True(response.Total > 0);
            Assert.Equal(new SpellingSuggestion(corrected, cause, Applied: true), response.DidYouMean);
            Assert.Equal(query, response.Query);
            Assert.False(response.Relaxed);
            Assert.Equal(_engine.Ids(corrected, words), response.Ids());
        }
    }

    [Theory]
    [InlineData("49.4")]
    [InlineData("2o25")]
    [InlineData("\"gouvernemant\"")]
    [InlineData("=gouvernemant")]
    [InlineData("xqzwvkj")]
    [InlineData("source:agense")]
    [InlineData("locomotive")]
    public void Digits_phrases_and_known_or_incomparable_words_are_left_alone(string query)
    {
        var response = _engine.Search(query);
        Assert.Equal(0, response.Total);
        Assert.Null(response.DidYouMean);
    }

    [Fact]
    public void Nothing_is_corrected_where_it_would_find_nothing()
    {
        var request = new SearchRequest { Query = "gouvernemant", Sources = ["Écho"] };
        var response = _engine.Search(request);
        Assert.Equal(0, response.Total);
        Assert.Null(response.DidYouMean);
        Assert.Equal(6, _engine.Search(request with { Sources = ["Agence"] }).Total);
    }

    [Fact]
    public void Correction_and_relaxing_go_together()
    {
        var response = _engine.Search("gouvernemant Cherbourg");
        Assert.True(response.Relaxed);
        Assert.Equal("gouvernement Cherbourg", response.DidYouMean!.Query);
        Assert.Equal(7, response.Total);
    }

    [Theory]
    [InlineData("gouvernement")]
    [InlineData("budget présenté")]
    [InlineData("")]
    public void What_is_found_is_not_corrected(string query) => Assert.True(_engine.Search(query).DidYouMean is null or { Applied: false });
}
