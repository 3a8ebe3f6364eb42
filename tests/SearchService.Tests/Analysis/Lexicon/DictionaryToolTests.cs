extern alias lexicon;

using lexicon::SearchService.Analysis.Lexicon;
using lexicon::SearchService.Lexicon;

namespace SearchService.Tests.Analysis.Lexicon;

/// <summary>How the build tool reads a Hunspell dictionary and spells out its forms.</summary>
public sealed class DictionaryToolTests
{
    private static readonly string[] Affixes =
    [
        "# un commentaire",
        "FLAG long",
        "SFX S. Y 2",
        "SFX S. 0 s [^sxz]",
        "SFX S. 0 0 .",
        "SFX W. Y 2",
        "SFX W. al aux [^e]al",
        "SFX W. 0 0 al",
        "SFX a0 Y 6",
        "SFX a0 0 0/d' .",
        "SFX a0 er ant/d' er",
        "SFX a0 er e/j's' er",
        "SFX a0 er es/m't' er",
        "SFX a0 er a/s' er",
        "SFX a0 er é/q'L' er",
        "PFX U. Y 1",
        "PFX U. 0 kilo/S. .",
        "PFX L' Y 1",
        "PFX L' 0 l'/S. [aeiou]",
    ];

    [Theory]
    [InlineData(".", "mot", true)]
    [InlineData(".", "", true)]
    [InlineData("t", "mot", true)]
    [InlineData("ot", "mot", true)]
    [InlineData("os", "mot", false)]
    [InlineData("[tz]", "mot", true)]
    [InlineData("[sz]", "mot", false)]
    [InlineData("[^sxz]", "mot", true)]
    [InlineData("[^t]", "mot", false)]
    [InlineData("m.t", "mot", true)]
    [InlineData("[^e]al", "cheval", true)]
    [InlineData("[^e]al", "idéeal", false)]
    [InlineData("amot", "mot", false)]
    [InlineData("[aé]t[^s]", "éta", true)]
    public void A_condition_is_held_against_the_end_of_a_word(string condition, string word, bool holds) =>
        Assert.Equal(holds, new EndingCondition(condition).Holds(word));

    [Fact]
    public void A_condition_whose_bracket_is_open_is_refused() =>
        Assert.Equal("The condition \"[ab\" has a bracket that is not closed.", Assert.Throws<FormatException>(() => new EndingCondition("[ab")).Message);

    [Theory]
    [InlineData("al", "aux", "al", "cheval", "chevaux")]
    [InlineData("", "s", "[^s]", "mot", "mots")]
    [InlineData("", "s", "[^s]", "bras", null)]
    [InlineData("al", "aux", ".", "mot", null)]
    [InlineData("", "", ".", "mot", "mot")]
    public void A_rule_takes_letters_off_and_puts_others_there(string strip, string add, string condition, string word, string? form) =>
        Assert.Equal(form, new AffixRule(strip, add, [], new EndingCondition(condition)).Apply(word));

    [Theory]
    [InlineData("chat/S.", "chat chats")]
    [InlineData("bras/S.", "bras")]
    [InlineData("cheval/W.", "cheval chevaux")]
    [InlineData("mot", "mot")]
    [InlineData("cœur/S.", "coeur coeurs")]
    [InlineData("prud'homme/S.", "prudhomme prudhommes")]
    [InlineData("arc-en-ciel", "")]
    [InlineData("m2", "")]
    [InlineData("km/||", "")]
    [InlineData("faux/{}", "")]
    [InlineData("vieil/()", "")]
    [InlineData("mètre/S.U.", "kilomètre kilomètres mètre mètres")]
    [InlineData("avis/S.L'", "avis")]
    [InlineData("mot po:nom is:mas", "mot")]
    [InlineData("mot\tpo:nom", "mot")]
    [InlineData("Paris", "paris")]
    [InlineData("müsli", "müsli")]
    [InlineData("señor", "senor")]
    public void Every_form_of_a_word_is_spelled_out(string entry, string forms) => Assert.Equal(forms, string.Join(' ', Expand(entry).Forms.Keys));

    [Theory]
    [InlineData("chat", WordClass.Noun)]
    [InlineData("Paris", WordClass.Name)]
    [InlineData("ONU", WordClass.Acronym)]
    [InlineData("iPhone", WordClass.Noun)]
    public void Capitals_tell_names_and_acronyms_from_words(string entry, WordClass wordClass) =>
        Assert.Equal(wordClass, Assert.Single(Assert.Single(Expand(entry).Forms).Value).Class);

    [Theory]
    [InlineData("parler", WordClass.Infinitive, false)]
    [InlineData("parlant", WordClass.PresentParticiple, false)]
    [InlineData("parlé", WordClass.Participle, false)]
    [InlineData("parle", WordClass.Finite, false)]
    [InlineData("parles", WordClass.Finite, true)]
    [InlineData("parla", WordClass.Finite, true)]
    public void The_pronouns_before_it_tell_the_form_of_a_verb(string form, WordClass wordClass, bool weak) =>
        Assert.Equal(new Reading("parler", wordClass, weak), Assert.Single(Expand("parler/a0").Forms[form]));

    [Fact]
    public void A_form_of_two_words_has_both_readings_and_of_one_word_one()
    {
        var forms = Expand("parle/S.", "parler/a0", "Parle").Forms["parle"];

        Assert.Equal(
            [new Reading("parle", WordClass.Noun | WordClass.Name, false), new Reading("parler", WordClass.Finite, false)],
            forms);
    }

    [Fact]
    public void The_first_line_of_the_word_list_is_its_number_and_empty_lines_are_none() =>
        Assert.Equal(["chat"], HunspellDictionary.Read(Affixes, ["2", "", "chat/S."]).Entries.Select(entry => entry.Word));

    [Fact]
    public void Flags_of_another_kind_are_refused() => Assert.StartsWith(
        "The affix file does not say \"FLAG long\"",
        Assert.Throws<FormatException>(() => HunspellDictionary.Read(["FLAG num"], ["1", "chat/12"])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Forms_out_of_order_are_refused()
    {
        var builder = new AutomatonBuilder();
        builder.Add([1, 2], 0);

        Assert.Throws<ArgumentException>(() => builder.Add([1], 1));
        Assert.Throws<ArgumentException>(() => builder.Add([1, 2], 1));
        Assert.Throws<ArgumentException>(() => builder.Add([], 1));
    }

    private static FormTable Expand(params string[] entries) => Inflection.Expand(HunspellDictionary.Read(Affixes, ["0", .. entries]));
}
