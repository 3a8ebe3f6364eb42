using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

public sealed class InflectionHighlightTests
{
    public InflectionHighlightTests() => Dictionary.Required();

    [Theory]
    [InlineData("élire", "Elle fut élue, il élira", "Elle fut [élue], il [élira]")]
    [InlineData("journal", "Des journaux", "Des [journaux]")]
    [InlineData("députés", "La députée", "La [députée]")]
    [InlineData("œil", "Les yeux", "Les [yeux]")]
    [InlineData("aller", "Il va, ils iront", "Il [va], ils [iront]")]
    [InlineData("evenement", "Un évènement, des événements", "Un [évènement], des [événements]")]
    public void Every_inflection_is_marked(string query, string text, string marked) => Assert.Equal(marked, Mark(query, text));

    [Theory]
    [InlineData("porte", "La porte, il la porte", "La [porte], il la [porte]")]
    [InlineData("avion", "Les avions que nous avions", "Les [avions] que nous avions")]
    [InlineData("Rennes", "Rennes a des rennes", "[Rennes] a des rennes")]
    [InlineData("l'été", "Cet été a été chaud", "Cet [été] a [été] chaud")]
    public void A_word_spelled_alike_is_marked_only_where_it_is_meant(string query, string text, string marked) => Assert.Equal(marked, Mark(query, text));

    [Theory]
    [InlineData("porte-avions", "Un porte-avions, un porte avions", "Un [porte]-[avions], un [porte] [avions]")]
    [InlineData("porte-avions", "La porte, les avions", "La porte, les avions")]
    [InlineData("antiterroriste", "Le parquet anti-terroriste", "Le parquet [anti]-[terroriste]")]
    [InlineData("anti-terroriste", "Des mesures antiterroristes", "Des mesures [antiterroristes]")]
    [InlineData("avion", "Un porte-avions", "Un porte-[avions]")]
    [InlineData("chef-d'œuvre", "Des chefs-d'œuvre", "Des [chefs]-d'[œuvre]")]
    public void A_hyphenated_word_is_marked_in_all_its_spellings(string query, string text, string marked) => Assert.Equal(marked, Mark(query, text));

    [Theory]
    [InlineData("bagnole", "Un tacot, des vieilles guimbardes", "Un [tacot], des [vieilles] [guimbardes]")]
    [InlineData("vieille guimbarde", "Des bagnoles", "Des [bagnoles]")]
    [InlineData("tacot", "Une vieille dame, une guimbarde", "Une vieille dame, une guimbarde")]
    public void A_synonym_is_marked_as_a_whole(string query, string text, string marked) => Assert.Equal(marked, Mark(query, text));

    [Theory]
    [InlineData("avocat", "l'avocat d’avocats qu'avocat", "l'[avocat] d’[avocats] qu'[avocat]")]
    [InlineData("ONU", "L'O.N.U. et l'ONU", "L'[O.N.U.] et l'[ONU]")]
    [InlineData("étudiant", "Les étudiant·e·s", "Les [étudiant·e·s]")]
    [InlineData("10000", "Près de 10 000 euros", "Près de [10 000] euros")]
    [InlineData("20h30", "À 20 h 30 précises", "À [20 h 30] précises")]
    public void The_mark_covers_the_word_as_written_and_no_elided_one(string query, string text, string marked) => Assert.Equal(marked, Mark(query, text));

    private static string Mark(string query, string text) =>
        Clauses.Mark(Clauses.Query(query, SynonymMap.Read(["bagnole, tacot, vieille guimbarde"], "essai")), text);
}
