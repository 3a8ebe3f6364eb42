using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Highlighting;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("avocat", "L'avocat", "L'<mark>avocat</mark>")]
    [InlineData("l'avocat", "Un avocat, d’avocats", "Un <mark>avocat</mark>, d’<mark>avocats</mark>")]
    [InlineData("noel", "NOËL, Noe\u0308l et noël", "<mark>NOËL</mark>, <mark>Noe\u0308l</mark> et <mark>noël</mark>")]
    [InlineData("oeufs", "Des œufs, un œuf", "Des <mark>œufs</mark>, un <mark>œuf</mark>")]
    [InlineData("œuf", "Oeufs", "<mark>Oeufs</mark>")]
    [InlineData("journal", "Les journaux du journal", "Les <mark>journaux</mark> du <mark>journal</mark>")]
    [InlineData("extraordinaire", "extra\u00ADordinaire", "<mark>extra\u00ADordinaire</mark>")]
    [InlineData("aujourd'hui", "d’aujourd’hui", "d’<mark>aujourd’hui</mark>")]
    [InlineData("train", "entraîner sans entrain", "entraîner sans entrain")]
    [InlineData("strasse", "Straße", "<mark>Straße</mark>")]
    [InlineData("train", "train\u200D, train\u20DD", "<mark>train\u200D</mark>, <mark>train\u20DD</mark>")]
    public void Words_are_marked_in_every_spelling_that_matches(string query, string text, string html) => Assert.Equal(html, Mark(query, text));

    [Theory]
    [InlineData("le train", "Le train et le quai", "Le <mark>train</mark> et le quai")]
    [InlineData("la une", "La une du soir", "<mark>La</mark> <mark>une</mark> du soir")]
    [InlineData("plan UN", "Le plan de l'UN", "Le <mark>plan</mark> de l'<mark>UN</mark>")]
    public void Words_of_grammar_are_marked_only_if_asked_for(string query, string text, string html) => Assert.Equal(html, Mark(query, text));

    [Theory]
    [InlineData("\"train blindé\"", "Train blindé, un train, le blindé", "<mark>Train</mark> <mark>blindé</mark>, un train, le blindé")]
    [InlineData("\"train blindé\"", "Un blindé train", "Un blindé train")]
    [InlineData("\"train blindé\"", "Des trains blindés", "Des trains blindés")]
    [InlineData("\"train blindé\"", "train train blindé", "train <mark>train</mark> <mark>blindé</mark>")]
    [InlineData("\"pas à pas\"", "pas à pas à pas", "<mark>pas</mark> <mark>à</mark> <mark>pas</mark> <mark>à</mark> <mark>pas</mark>")]
    [InlineData("\"l'été\"", "L'ÉTÉ, été", "L'<mark>ÉTÉ</mark>, <mark>été</mark>")]
    [InlineData("\"le train\" quai", "Le train, train, quais", "<mark>Le</mark> <mark>train</mark>, train, <mark>quais</mark>")]
    [InlineData("\"train blindé\"", "train", "train")]
    public void A_phrase_is_marked_only_where_it_stands(string query, string text, string html) => Assert.Equal(html, Mark(query, text));

    [Theory]
    [InlineData("train -quai", "Train à quai", "<mark>Train</mark> à quai")]
    [InlineData("-\"à quai\"", "Train à quai", "Train à quai")]
    [InlineData("", "Train à quai", "Train à quai")]
    public void What_is_not_looked_for_is_not_marked(string query, string text, string html) => Assert.Equal(html, Mark(query, text));

    [Fact]
    public void It_tells_which_words_and_phrases_were_found()
    {
        var highlighter = new Highlighter(Clauses.Query("trains quai train \"un phare\""), ExpandedForms.None);
        Assert.Equal(["trains", "quai", "train", "un phare"], highlighter.Leaves.Select(leaf => leaf.Text));
        var match = highlighter.Find("Un train, un phare", QueryPlace.Text);
        Assert.Equal([0, 2, 3], match.Matched.Order());
        Assert.Equal([new(0, 3, 8), new(2, 3, 8), new(3, 10, 18)], match.Found);
        Assert.Empty(highlighter.Find("Rien", QueryPlace.Text).Matched);
        Assert.Empty(highlighter.Find("", QueryPlace.Headline).Matched);
    }

    [Fact]
    public void Other_places_have_no_text_to_mark() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Highlighter(null, ExpandedForms.None).Find("train", QueryPlace.Source));

    private static string Mark(string query, string text) =>
        Html.Mark(text, new Highlighter(Clauses.Query(query), ExpandedForms.None).Find(text, QueryPlace.Text).Stretches);
}
