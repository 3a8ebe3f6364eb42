using SearchService.Articles;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

public sealed class PhraseTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public PhraseTests() => _engine.Index(
        Make.Article("tete", "Le train blindé entre en gare"),
        Make.Article("chapeau", "Une visite attendue", "Le train blindé est arrivé."),
        Make.Article("corps", "Une visite", "Le voyage a duré.", "Un train", "blindé selon la presse.", "Un autre train blindé."),
        Make.Article("bord", "Des rails", "Rien de neuf.", "La gare attend le train", "Blindé de monde, le quai déborde."),
        Make.Article("inverse", "Un blindé train à l'arrêt"),
        Make.Article("pluriel", "Des trains blindés"),
        new Article { Id = "intertitre", Headline = "Autre chose", Paragraphs = [new("Début."), new("Blindé aussi.", "Le train"), new("Fin.", "Train blindé")] });

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("\"train blindé\"", "chapeau corps intertitre tete")]
    [InlineData("\"TRAIN BLINDE\"", "chapeau corps intertitre tete")]
    [InlineData("« train blindé »", "chapeau corps intertitre tete")]
    [InlineData("\"blindé train\"", "inverse")]
    [InlineData("\"trains blindés\"", "pluriel")]
    [InlineData("\"l'arrêt\"", "inverse")]
    [InlineData("\"train est\"", "")]
    [InlineData("\"autre train blindé\"", "corps")]
    [InlineData("\"le train blindé est arrivé\"", "chapeau")]
    [InlineData("\"visite\"", "chapeau corps")]
    [InlineData("\"visite\" \"train blindé\"", "chapeau corps")]
    public void A_phrase_is_found_in_its_order_and_form_only(string query, string found)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            Assert.Equal(found, _engine.Found(query, words));
        }
    }

    [Theory]
    [InlineData("\"train blindé\" presse", SearchOperator.All, "corps")]
    [InlineData("\"train blindé\" presse", SearchOperator.Auto, "corps")]
    [InlineData("\"train blindé\" presse", SearchOperator.Any, "chapeau corps intertitre tete")]
    [InlineData("\"train blindé\" le", SearchOperator.All, "chapeau corps intertitre tete")]
    [InlineData("\"train blindé\" le", SearchOperator.Any, "chapeau corps intertitre tete")]
    public void A_phrase_holds_whatever_is_asked_of_the_words_beside_it(string query, SearchOperator words, string found) =>
        Assert.Equal(found, _engine.Found(query, words));

    [Theory]
    [InlineData("\"le train blindé de monde\"")]
    [InlineData("\"gare rien de neuf\"")]
    [InlineData("\"train blindé aussi\"")]
    [InlineData("\"un train blindé selon\"")]
    public void A_phrase_never_runs_across_a_border_of_paragraphs(string query) => Assert.Equal("", _engine.Found(query));

    [Theory]
    [InlineData("train -visite", "bord intertitre inverse pluriel tete")]
    [InlineData("train -visites", "bord intertitre inverse pluriel tete")]
    [InlineData("train -\"train blindé\"", "bord inverse pluriel")]
    [InlineData("train -licorne", "bord chapeau corps intertitre inverse pluriel tete")]
    [InlineData("train -train", "")]
    [InlineData("-train", "")]
    [InlineData("-visite", "bord intertitre inverse pluriel tete")]
    [InlineData("-\"train blindé\"", "bord inverse pluriel")]
    [InlineData("-visite -\"train blindé\"", "bord inverse pluriel")]
    public void What_is_excluded_is_not_found(string query, string found)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            Assert.Equal(found, _engine.Found(query, words));
        }
    }

    [Fact]
    public void Exclusions_alone_score_nothing() => Assert.All(_engine.Search("-visite").Hits, hit => Assert.Equal(0, hit.Score));

    [Fact]
    public void A_hyphenated_word_is_excluded_as_a_whole()
    {
        _engine.Index(Make.Article("ab", "Un accord nord-coréen"), Make.Article("ba", "Un accord au nord"));
        Assert.Equal("ba", _engine.Found("accord -nord-coréen"));
    }
}
