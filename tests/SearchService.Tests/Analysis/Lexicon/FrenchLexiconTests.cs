extern alias lexicon;

using System.Buffers.Binary;
using CsCheck;
using lexicon::SearchService.Lexicon;
using SearchService.Analysis;
using SearchService.Analysis.Lexicon;
using ToolClass = lexicon::SearchService.Analysis.Lexicon.WordClass;

namespace SearchService.Tests.Analysis.Lexicon;

/// <summary>The compiled lexicon over small tables of forms, as the build tool makes them.</summary>
public sealed class FrenchLexiconTests
{
    private static readonly Gen<string> Form = Gen.Char["aeéèsz"].Array[1, 7].Select(letters => new string(letters));

    private static readonly Gen<(string Form, string Lemma, WordClass Class)[]> Entries =
        Gen.Select(Form, Form, Gen.Int[0, 6].Select(bit => (WordClass)(1 << bit))).Array[0, 60];

    [Fact]
    public void It_finds_what_a_dictionary_of_the_same_forms_has() => Gen.Select(Entries, Form.Array[30]).Sample((entries, others) =>
    {
        var twin = new Dictionary<string, Dictionary<string, WordClass>>();
        foreach (var (form, lemma, wordClass) in entries)
        {
            twin.TryAdd(form, []);
            twin[form][lemma] = twin[form].GetValueOrDefault(lemma) | wordClass;
        }

        var lexicon = Compile(entries);
        foreach (var form in twin.Keys.Concat(others))
        {
            Assert.Equal(
                twin.GetValueOrDefault(form)?.Select(reading => new LexiconReading(reading.Key, reading.Value)) ?? [],
                Readings(lexicon, form, lexicon.Find(form)));
        }
    }, iter: 1000);

    [Fact]
    public void It_restores_the_accents_that_a_dictionary_of_the_same_forms_has() => Gen.Select(Entries, Form.Array[30]).Sample((entries, others) =>
    {
        var forms = entries.Select(entry => entry.Form).Distinct().ToLookup(Characters.Folded);
        var lexicon = Compile(entries);
        foreach (var folded in forms.Select(group => group.Key).Concat(others.Select(Characters.Folded)).Distinct())
        {
            var found = new List<string>();
            lexicon.FindAccented(folded, (form, set) =>
            {
                Assert.Equal(set, lexicon.Find(form));
                found.Add(form.ToString());
            });
            Assert.Equal(forms[folded].Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }, iter: 1000);

    [Theory]
    [InlineData("chat", "chat:Noun")]
    [InlineData("chats", "chat:Noun")]
    [InlineData("porte", "porte:Noun porter:Finite")]
    [InlineData("paris", "pari:Noun paris:Name")]
    [InlineData("oeil", "oeil:Noun")]
    [InlineData("cha", "")]
    [InlineData("chatss", "")]
    [InlineData("xyz", "")]
    [InlineData("日本", "")]
    [InlineData("", "")]
    public void A_form_has_its_readings_in_the_order_they_were_given(string form, string readings)
    {
        var lexicon = Compile(
            [
                ("chat", "chat", WordClass.Noun), ("chats", "chat", WordClass.Noun), ("porte", "porte", WordClass.Noun), ("porte", "porter", WordClass.Finite),
                ("paris", "pari", WordClass.Noun), ("paris", "Paris", WordClass.Name), ("œil", "œil", WordClass.Noun),
            ]);

        Assert.Equal(readings, string.Join(' ', Readings(lexicon, form, lexicon.Find(form)).Select(reading => $"{reading.Lemma}:{reading.Class}")));
    }

    [Fact]
    public void A_form_longer_than_the_longest_is_unknown()
    {
        var longest = new string('a', FrenchLexicon.MaxFormLength);
        var lexicon = Compile([(longest, longest, WordClass.Noun), (longest + "a", longest, WordClass.Noun)]);

        Assert.True(lexicon.Find(longest) >= 0);
        Assert.Equal(-1, lexicon.Find(longest + "a"));
        lexicon.FindAccented(longest + "a", (_, _) => Assert.Fail("It is too long."));
    }

    [Fact]
    public void An_empty_lexicon_knows_nothing_and_fails_nowhere()
    {
        var lexicon = Compile([]);

        Assert.True(lexicon.IsEmpty);
        Assert.Equal(-1, lexicon.Find("chat"));
        Assert.Equal(-1, lexicon.Find(""));
        lexicon.FindAccented("ete", (_, _) => Assert.Fail("There is nothing to be found."));
        Assert.Equal(8, lexicon.Identity.Length);
    }

    [Fact]
    public void A_lexicon_cut_short_is_refused_wherever_it_is_cut()
    {
        var bytes = Bytes([("chat", "chat", WordClass.Noun), ("chats", "chat", WordClass.Noun), ("été", "être", WordClass.Participle)]);

        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<InvalidDataException>(() => FrenchLexicon.Open(cut));
        }
    }

    [Fact]
    public void A_lexicon_of_another_layout_is_refused()
    {
        var bytes = Bytes([("chat", "chat", WordClass.Noun)]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, LexiconFormat.Magic + 0x0100_0000);

        var refusal = Assert.Throws<InvalidDataException>(() => FrenchLexicon.Open(bytes));
        Assert.Equal("The lexicon is not one of this layout: build the program again.", refusal.Message);
    }

    [Fact]
    public void Foreign_bytes_are_refused() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        Assert.Throws<InvalidDataException>(() => FrenchLexicon.Open(bytes));
    });

    [Fact]
    public void The_identity_changes_with_the_content()
    {
        var one = Compile([("chat", "chat", WordClass.Noun)]);

        Assert.Equal(one.Identity, Compile([("chat", "chat", WordClass.Noun)]).Identity);
        Assert.NotEqual(one.Identity, Compile([("chat", "chat", WordClass.Name)]).Identity);
        Assert.NotEqual(one.Identity, Compile([("chats", "chat", WordClass.Noun)]).Identity);
    }

    [Fact]
    public void Common_endings_are_stored_once()
    {
        string[] stems = ["chant", "march", "parl", "vol", "pos"];
        string[] endings = ["er", "é", "ée", "ons", "ent", "ait"];
        var all = stems.SelectMany(stem => endings.Select(ending => (stem + ending, stem + "er", WordClass.Verb))).ToArray();

        Assert.InRange(Bytes(all).Length, 1, Bytes(all[..endings.Length]).Length * 2);
    }

    private static FrenchLexicon Compile(IEnumerable<(string Form, string Lemma, WordClass Class)> entries) => FrenchLexicon.Open(Bytes(entries));

    private static byte[] Bytes(IEnumerable<(string Form, string Lemma, WordClass Class)> entries)
    {
        var table = new FormTable();
        foreach (var (form, lemma, wordClass) in entries)
        {
            table.Add(form, lemma, (ToolClass)wordClass);
        }

        return LexiconWriter.Write(table);
    }

    private static IEnumerable<LexiconReading> Readings(FrenchLexicon lexicon, string form, int set) =>
        set < 0 ? [] : Enumerable.Range(0, lexicon.Count(set)).Select(i => lexicon.Reading(form, set, i));
}
