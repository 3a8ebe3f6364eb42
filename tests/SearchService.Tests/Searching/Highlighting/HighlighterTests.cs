using CsCheck;
using SearchService.Analysis;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

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
        var highlighter = new Highlighter(Query("trains quai train \"un phare\""));
        Assert.Equal(4, highlighter.Count);
        Assert.Equal(["trains", "quai", "train"], highlighter.Terms.Select(term => term.Text));
        Assert.Equal([0, 2, 3], highlighter.Find("Un train, un phare").Matched.Order());
        Assert.Empty(highlighter.Find("Rien").Matched);
    }

    [Fact]
    public void It_marks_the_words_that_a_naive_reading_would() => Gen.Select(NastyText.Any, NastyText.Any).Sample((text, query) =>
    {
        var analyzed = Query(query);
        var phrases = analyzed.Meaningful.SelectMany(PhrasesOf).ToList();
        var tokens = TextAnalysis.Analyze(text, AnalysisLevel.Lemma);
        var words = TextAnalysis.Analyze(text, AnalysisLevel.Exact);
        var lemmas = words.ConvertAll(word => tokens.Where(token => token.Position == word.Position && token.Kind == TermKind.Lemma).Select(token => token.Term).ToList());
        var exact = words.ConvertAll(word => new List<string> { word.Term });
        var joined = tokens.Where(token => token.Kind == TermKind.Compound && phrases.Exists(phrase => phrase is [var only] && only.Contains(token.Term))).ToList();
        var expected = words.Where((word, i) =>
                phrases.Exists(phrase => InPhrase(phrase, lemmas, i))
                || analyzed.Phrases.Any(phrase => InPhrase([.. phrase.Select(term => new[] { term })], exact, i))
                || joined.Exists(compound => word.Start >= compound.Start && word.End <= compound.End))
            .Select(word => (word.Start, word.End));
        Assert.Equal(expected, new Highlighter(analyzed).Find(text).Stretches);
    }, iter: 3000);

    private static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> PhrasesOf(QueryTerm term) =>
        (term.Together ? [term.Words.Select(word => word.Lemmas).ToList()] : term.Words.Select(word => new List<IReadOnlyList<string>> { word.Lemmas }))
        .Concat(term.Alternatives.Select(phrase => phrase.Positions.ToList()));

    private static bool InPhrase(IReadOnlyList<IReadOnlyList<string>> phrase, List<List<string>> words, int at) => Enumerable.Range(at - phrase.Count + 1, phrase.Count)
        .Any(start => start >= 0 && start + phrase.Count <= words.Count && phrase.Select((lemmas, i) => lemmas.Intersect(words[start + i]).Any()).All(found => found));

    private static string Mark(string query, string text) => Html.Mark(text, new Highlighter(Query(query)).Find(text).Stretches);

    private static AnalyzedQuery Query(string text) => AnalyzedQuery.From(QueryParser.Parse(text, 256), SynonymMap.Empty);
}
