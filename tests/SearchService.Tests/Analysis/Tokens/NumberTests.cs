namespace SearchService.Tests.Analysis.Tokens;

public sealed class NumberTests
{
    [Theory]
    [InlineData("10 000", "10000")]
    [InlineData("10\u00A0000", "10000")]
    [InlineData("10\u202F000", "10000")]
    [InlineData("10\u2009000", "10000")]
    [InlineData("10.000", "10000")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("50 000 000", "50000000")]
    public void Groups_of_three_digits_are_one_number(string text, string term) => One(text, term);

    [Theory]
    [InlineData("1,5", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("49.3", "49.3")]
    [InlineData("0,75", "0.75")]
    [InlineData("0.125", "0.125")]
    [InlineData("12,50", "12.50")]
    [InlineData("10 000,5", "10000.5")]
    [InlineData("10.000,50", "10000.50")]
    public void A_fraction_is_a_part_of_its_number(string text, string term) => One(text, term);

    [Theory]
    [InlineData("2 000 25 000", "2000 25000")]
    [InlineData("6 juin 1944", "6 juin 1944")]
    [InlineData("2025 100", "2025 100")]
    [InlineData("12 0000", "12 0000")]
    [InlineData("007 123", "007 123")]
    [InlineData("1,2,3", "1 2 3")]
    [InlineData("1, 2", "1 2")]
    [InlineData("En 2025.", "en 2025")]
    [InlineData("3.Suite", "3 suite")]
    [InlineData("16:9", "16 9")]
    [InlineData("100 km/h", "100 km h")]
    public void Numbers_beside_each_other_stay_apart(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("11.09.2001", "11 09 2001")]
    [InlineData("11/09/2001", "11 09 2001")]
    [InlineData("2001-09-11", "2001 09 11")]
    [InlineData("192.168.0.1", "192 168 0 1")]
    [InlineData("10.000.5", "10 000 5")]
    public void Each_part_of_a_date_or_an_address_is_found(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("49-3", "49 3")]
    [InlineData("2025-2026", "2025 2026")]
    [InlineData("13\u201314 mai", "13 14 mai")]
    public void Numbers_with_a_hyphen_are_two_and_no_word(string text, string terms)
    {
        Assert.Equal(terms, Terms.Exact(text));
        Assert.Equal(terms, Terms.Lemma(text));
    }

    [Theory]
    [InlineData("20 h 30", "20h30")]
    [InlineData("20h30", "20h30")]
    [InlineData("20H30", "20h30")]
    [InlineData("20\u00A0h\u00A030", "20h30")]
    [InlineData("20:30", "20h30")]
    [InlineData("9h05", "9h05")]
    [InlineData("20 h", "20h")]
    [InlineData("20h", "20h")]
    [InlineData("20h00", "20h")]
    [InlineData("0 h 15", "0h15")]
    [InlineData("24 h", "24h")]
    public void An_hour_is_one_term_however_it_is_written(string text, string term) => One(text, term);

    [Theory]
    [InlineData("25 h 30", "25 h 30")]
    [InlineData("20 h 61", "20h 61")]
    [InlineData("20 heures", "20 heures")]
    [InlineData("20 hommes", "20 hommes")]
    [InlineData("2 h 3", "2h 3")]
    public void What_is_no_hour_is_none(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("50 %", "50 %")]
    [InlineData("50%", "50 %")]
    [InlineData("50 pour cent", "50 %")]
    [InlineData("12,5 Pour Cent", "12.5 %")]
    [InlineData("12,5\u00A0%", "12.5 %")]
    [InlineData("40 °C", "40 degre")]
    [InlineData("40°", "40 degre")]
    [InlineData("5 €", "5 euro")]
    [InlineData("35 000 €", "35000 euro")]
    [InlineData("$5", "dollar 5")]
    [InlineData("€5", "euro 5")]
    [InlineData("5 £", "5 livre")]
    public void A_sign_beside_a_number_is_a_word(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("N°5", "n 5")]
    [InlineData("n° 5", "n 5")]
    [InlineData("% de quoi", "de quoi")]
    [InlineData("le € fort", "le fort")]
    [InlineData("50, %", "50")]
    [InlineData("pour cent", "pour cent")]
    [InlineData("50 pour centre", "50 pour centre")]
    public void A_sign_beside_no_number_is_none(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("G 7", "g7")]
    [InlineData("G7", "g7")]
    [InlineData("A 380", "a380")]
    [InlineData("A\u00A0380", "a380")]
    [InlineData("5G", "5g")]
    [InlineData("B2B", "b2b")]
    [InlineData("5 G", "5g")]
    [InlineData("3 D", "3d")]
    public void A_capital_and_its_number_are_one_name(string text, string term) => One(text, term);

    [Theory]
    [InlineData("g 7", "g 7")]
    [InlineData("A 10 000", "a 10000")]
    [InlineData("A 1,5", "a 1.5")]
    [InlineData("A 2025 lieues", "a 2025 lieues")]
    [InlineData("A 7e", "a 7e")]
    [InlineData("À 20 ans", "a 20 ans")]
    [InlineData("À 380 euros", "a 380 euros")]
    [InlineData("A 20 ans", "a 20 ans")]
    [InlineData("À 20 h 30", "a 20h30")]
    [InlineData("À 5 heures", "a 5 heures")]
    [InlineData("Vers B 20 h 30", "vers b 20h30")]
    public void A_capital_beside_another_number_is_a_word(string text, string terms) => Assert.Equal(terms, Terms.Exact(text));

    [Theory]
    [InlineData("Près de 10 000 euros", "10 000")]
    [InlineData("Près de 1,5 million", "1,5")]
    [InlineData("Près de 20 h 30, hier", "20 h 30")]
    [InlineData("Près de 40 °C hier", "40|°C")]
    [InlineData("Près de G 7.", "G 7")]
    [InlineData("Près de 11.09.2001.", "11|09|2001")]
    public void Offsets_cover_the_number_as_written(string text, string covered) =>
        Assert.Equal(covered, string.Join('|', Terms.Covered(text)[2..].Where(word => word is not ("euros" or "million" or "hier"))));

    private static void One(string text, string term)
    {
        Assert.Equal(term, Terms.Exact(text));
        Assert.Equal(term, Terms.Lemma(text));
        Assert.Equal(text, Assert.Single(Terms.Covered(text)));
    }
}
