using System.Text;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Tests.Support;

namespace SearchService.Tests.Classification;

/// <summary>How words make a topic, with a small set of rules.</summary>
public sealed class TopicRulesTests
{
    private const string Small = """
        { "topics": [
          { "label": "Sport", "strong": ["football", "coupe du monde"], "weak": ["match", "coupe", "stade"] },
          { "label": "Santé", "strong": ["hôpital", "ministre de la Santé"], "weak": ["patient", "médecin", "santé"] },
          { "label": "Politique", "strong": ["élection"], "weak": ["ministre", "maire"] } ] }
        """;

    private static readonly TopicRules Rules = TopicRules.Parse(Encoding.UTF8.GetBytes(Small));

    [Theory]
    [InlineData("Le football revient", "", "Sport")]
    [InlineData("Rien", "Le football revient.", "")]
    [InlineData("Un match demain", "", "")]
    [InlineData("Un match au stade", "", "Sport")]
    [InlineData("Un match demain", "Il y aura foule au stade.", "Sport")]
    [InlineData("Rien", "Un match au stade, et une coupe.", "Sport")]
    [InlineData("Rien", "Un match au stade.", "")]
    [InlineData("Rien", "Un match de football.", "Sport")]
    public void A_strong_word_speaks_twice_as_loud_and_the_headline_doubles_it(string headline, string text, string topics) =>
        Assert.Equal(topics, Find(headline, text));

    [Theory]
    [InlineData("Rien", "Le football, le football et encore le football.")]
    [InlineData("Un match après l'autre match", "Le match des matchs.")]
    public void A_word_counts_once_however_often_it_stands(string headline, string text) => Assert.Equal("", Find(headline, text));

    [Theory]
    [InlineData("Les élections approchent", "Politique")]
    [InlineData("L'ÉLECTION approche", "Politique")]
    [InlineData("Des hopitaux et l'hopital", "Santé")]
    [InlineData("Trois coupes du monde", "Sport")]
    public void Words_are_compared_as_stems(string headline, string topics) => Assert.Equal(topics, Find(headline, ""));

    [Fact]
    public void The_longest_expression_alone_counts()
    {
        // Were "ministre" or "santé" counted too, one topic would have 6 and leave the other behind.
        Assert.Equal("Santé|Politique", Find("Élection: le ministre de la Santé candidat", ""));
        Assert.Equal("Politique", Find("Élection: le ministre candidat", ""));
    }

    [Fact]
    public void An_expression_broken_by_the_end_of_the_text_is_none()
    {
        Assert.Equal("", Find("La coupe du", "Monde à part."));
        Assert.Equal("Sport", Find("La coupe du monde", ""));
    }

    [Theory]
    [InlineData("Le football à l'hôpital", "", "Sport|Santé")]
    [InlineData("L'hôpital et le football", "", "Sport|Santé")]
    [InlineData("Le football", "Un patient de l'hôpital.", "Sport|Santé")]
    [InlineData("Le football", "Au stade, un patient de l'hôpital.", "Sport")]
    [InlineData("L'élection, le football et l'hôpital", "", "Sport|Santé")]
    public void A_second_topic_must_come_near_the_first(string headline, string text, string topics) => Assert.Equal(topics, Find(headline, text));

    [Fact]
    public void The_stronger_topic_stands_first() => Assert.Equal("Politique|Sport", Find("Élection: le maire au football", "Un match."));

    [Fact]
    public void A_heading_counts_as_the_text_below_it()
    {
        var article = Make.Article("a", "Rien") with { Paragraphs = [new Paragraph("Il fait beau.", "Un match de football")] };

        Assert.Equal(["Sport"], Rules.Find(article));
    }

    [Fact]
    public void The_identity_changes_with_the_rules()
    {
        var same = TopicRules.Parse(Encoding.UTF8.GetBytes(Small));
        var other = TopicRules.Parse(Encoding.UTF8.GetBytes(Small.Replace("maire", "préfet", StringComparison.Ordinal)));

        Assert.Equal(Rules.Identity, same.Identity);
        Assert.NotEqual(Rules.Identity, other.Identity);
        Assert.Equal(["Sport", "Santé", "Politique"], Rules.Labels);
    }

    private static string Find(string headline, string text) =>
        string.Join('|', Rules.Find(text.Length == 0 ? Make.Article("a", headline) : Make.Article("a", headline, text)));
}
