using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;
using static SearchService.Tests.Searching.Highlighting.Clauses;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>What each construct of the query language marks.</summary>
public sealed class ClauseHighlightTests
{
    [Theory]
    [InlineData("Train, trains", "[Train], trains")]
    [InlineData("TRAIN", "[TRAIN]")]
    [InlineData("l'entrain", "l'entrain")]
    public void One_form_alone(string text, string marked) => Assert.Equal(marked, Mark(Phrase("train"), text));

    [Theory]
    [InlineData("chaud train", 0, "chaud train")]
    [InlineData("train très chaud", 0, "train très chaud")]
    [InlineData("train très chaud", 1, "[train] très [chaud]")]
    [InlineData("train bien trop chaud", 1, "train bien trop chaud")]
    [InlineData("chaud train", 1, "chaud train")]
    [InlineData("chaud train", 2, "[chaud] [train]")]
    [InlineData("train, chaud, froid, chaud", 1, "[train], [chaud], froid, chaud")]
    [InlineData("train, chaud, froid, chaud", 2, "[train], [chaud], froid, [chaud]")]
    [InlineData("train", 1000000000, "train")]
    [InlineData("chaud, un, deux, trois, train", int.MaxValue, "[chaud], un, deux, trois, [train]")]
    public void Words_of_a_phrase_may_be_moved(string text, int slop, string marked) => Assert.Equal(marked, Mark(Phrase("train chaud", slop), text));

    [Theory]
    [InlineData("pas", "pas")]
    [InlineData("pas à", "pas à")]
    [InlineData("pas pas", "[pas] [pas]")]
    [InlineData("pas à pas", "[pas] à [pas]")]
    public void A_word_that_stands_twice_in_a_phrase_is_found_twice(string text, string marked) => Assert.Equal(marked, Mark(Phrase("pas pas", 1), text));

    [Theory]
    [InlineData("L'élection, les électeurs, un éléphant", "L'[élection], les [électeurs], un éléphant")]
    [InlineData("ÉLECTIONS", "ÉLECTIONS")]
    public void A_pattern_is_marked_in_the_forms_it_stands_for(string text, string marked) =>
        Assert.Equal(marked, Mark(Prefix("elect"), text, forms: Forms((Prefix("elect"), ["election", "electeurs"]))));

    [Fact]
    public void A_pattern_without_forms_marks_nothing() => Assert.Equal("Élection", Mark(Prefix("elect"), "Élection"));

    [Theory]
    [InlineData(QueryPlace.Everywhere, "[train]", "[train]")]
    [InlineData(QueryPlace.Headline, "[train]", "train")]
    [InlineData(QueryPlace.Text, "train", "[train]")]
    [InlineData(QueryPlace.Topic, "train", "train")]
    [InlineData(QueryPlace.Story, "train", "train")]
    [InlineData(QueryPlace.Source, "train", "train")]
    [InlineData(QueryPlace.Byline, "train", "train")]
    public void A_field_is_marked_where_it_is_shown(QueryPlace place, string headline, string text)
    {
        foreach (QueryClause clause in new QueryClause[] { Term("trains", place), Phrase("train", place: place), Phrase("train", 3, place), Prefix("tr", place) })
        {
            var forms = Forms((Prefix("tr", place), ["train"]));
            Assert.Equal(headline, Mark(clause, "train", QueryPlace.Headline, forms));
            Assert.Equal(text, Mark(clause, "train", QueryPlace.Text, forms));
        }
    }

    [Theory]
    [InlineData(1, "Le train à quai, le quai du train", "Le train à quai, le quai du train")]
    [InlineData(2, "Le train à quai, puis loin le quai", "Le [train] à [quai], puis loin le quai")]
    [InlineData(1, "Quai train", "[Quai] [train]")]
    [InlineData(2, "Le quai du train", "Le [quai] du [train]")]
    [InlineData(null, "Un quai, une phrase plus loin. Un train.", "Un [quai], une phrase plus loin. Un [train].")]
    [InlineData(null, "Un train, un train", "Un train, un train")]
    [InlineData(2, "Un train", "Un train")]
    [InlineData(int.MaxValue, "Un quai, une phrase plus loin. Un train.", "Un [quai], une phrase plus loin. Un [train].")]
    public void Words_near_each_other(int? distance, string text, string marked) => Assert.Equal(marked, Mark(Near(Term("train"), Term("quais"), distance), text));

    [Fact]
    public void A_word_that_is_asked_for_twice_is_near_itself() => Assert.Equal("Un [train]", Mark(Near(Term("train"), Term("trains"), 2), "Un train"));

    [Fact]
    public void What_is_also_asked_for_elsewhere_is_marked_wherever_it_stands() =>
        Assert.Equal("[train] loin du quai, loin, [train] [quai]", Mark(Words(Near(Term("train"), Term("quai"), 1), Term("train")), "train loin du quai, loin, train quai"));

    [Fact]
    public void Phrases_and_choices_near_each_other()
    {
        var clause = Near(AnyOf(Phrase("train blindé"), Term("tramway")), Phrase("à quai"), 2);
        Assert.Equal("Le [train] [blindé] est [à] [quai]", Mark(clause, "Le train blindé est à quai"));
        Assert.Equal("Le train est à quai", Mark(clause, "Le train est à quai"));
        Assert.Equal("[À] [quai], le [tramway] et le train blindé", Mark(clause, "À quai, le tramway et le train blindé"));
    }

    [Fact]
    public void A_pair_near_a_third_word_reaches_from_its_first_to_its_last()
    {
        var clause = Near(Near(Term("train"), Term("quai"), 2), Term("phare"), 1);
        Assert.Equal("[train] à [quai] [phare]", Mark(clause, "train à quai phare"));
        Assert.Equal("train à quai sans phare", Mark(clause, "train à quai sans phare"));
        Assert.Equal("train, phare, quai lointain", Mark(clause, "train, phare, quai lointain").Replace("[", "").Replace("]", ""));
    }

    [Fact]
    public void All_of_several_near_another()
    {
        var clause = Near(All(Term("train"), Term("quai")), Term("phare"), null);
        Assert.Equal("[train], [quai], [phare]", Mark(clause, "train, quai, phare"));
        Assert.Equal("train, phare", Mark(clause, "train, phare"));
        Assert.Equal("[train], [phare]", Mark(Near(Words(Term("train"), Term("quai")), Term("phare"), null), "train, phare"));
    }

    [Fact]
    public void Near_in_the_headline_is_not_near_in_the_text()
    {
        var clause = Near(Term("train", QueryPlace.Headline), Term("quai"), 3);
        Assert.Equal("[train] [quai]", Mark(clause, "train quai", QueryPlace.Headline));
        Assert.Equal("train quai", Mark(clause, "train quai", QueryPlace.Text));
        Assert.Equal("train quai", Mark(Near(Term("train", QueryPlace.Topic), Term("quai"), 3), "train quai"));
    }

    [Fact]
    public void What_is_excluded_is_never_marked()
    {
        Assert.Equal("[train] à quai", Mark(Words(Term("train"), Not(Term("quai"))), "train à quai"));
        Assert.Equal("train à quai", Mark(Not(AnyOf(Term("quai"), Near(Term("train"), Term("quai"), 2))), "train à quai"));
        Assert.Equal("train quai", Mark(Near(Term("train"), Not(Term("quai")), 2), "train quai"));
        Assert.Equal("[train] à quai", Mark(AnyOf(All(Term("train"), Not(Term("quai"))), Term("phare")), "train à quai"));
    }

    [Fact]
    public void Operators_leave_each_leaf_where_it_stands()
    {
        var clause = All(AnyOf(Term("train"), Words(Phrase("à quai"), Term("phare"))), new DaysClause(default));
        Assert.Equal("Un [train], un [phare], [à] [quai], quai à", Mark(clause, "Un train, un phare, à quai, quai à"));
    }

    [Fact]
    public void Words_of_grammar_are_marked_only_if_asked_for()
    {
        var le = Term("le") with { Optional = true };
        Assert.Equal("le [train]", Mark(Words(le, Term("train")), "le train"));
        Assert.Equal("le [train]", Mark(All(Words(le), Phrase("train")), "le train"));
        Assert.Equal("[le] train", Mark(Words(le, le), "le train"));
        Assert.Equal("[le] [train]", Mark(Near(le, Term("train"), 1), "le train"));
        Assert.Equal("le [train], [quai]", Mark(Near(Words(le, Term("train")), Term("quai"), 2), "le train, quai"));
    }

    [Fact]
    public void Leaves_of_a_near_clause_are_found_only_where_it_holds()
    {
        var highlighter = new Highlighter(Words(Near(Term("train"), Term("quai"), 1), Term("train"), Term("sujet", QueryPlace.Topic)), ExpandedForms.None);
        Assert.Equal(["train", "quai", "train"], highlighter.Leaves.Select(leaf => leaf.Text));
        Assert.Equal([2], highlighter.Find("train à quai", QueryPlace.Text).Matched);
        Assert.Equal([0, 1, 2], highlighter.Find("train quai", QueryPlace.Text).Matched.Order());
    }

    [Fact]
    public void A_text_made_of_nothing_else_is_no_burden()
    {
        var text = string.Concat(Enumerable.Repeat("a ", 20_000));
        Assert.Equal(20_000, new Highlighter(Phrase("a a a", 1_000_000), ExpandedForms.None).Find(text, QueryPlace.Text).Stretches.Count);
        Assert.NotEmpty(new Highlighter(Near(Term("a"), Near(Term("a"), Phrase("a a", 9000), 9000), 9000), ExpandedForms.None).Find(text, QueryPlace.Text).Stretches);
    }
}
