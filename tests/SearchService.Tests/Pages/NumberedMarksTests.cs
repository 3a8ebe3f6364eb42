using SearchService.Pages.Reading;
using SearchService.Searching.Highlighting;

namespace SearchService.Tests.Pages;

public sealed class NumberedMarksTests
{
    [Fact]
    public void Marks_are_numbered_as_they_are_read_and_words_in_a_row_are_one()
    {
        var numbered = new NumberedMarks(new MarkedArticle(
            "Un <mark>gilet</mark> <mark>jaune</mark>, des <mark>gilets</mark>",
            [new MarkedParagraph("<mark>jaune</mark> &lt;mark&gt;", "Le <mark>jaune</mark>"), new MarkedParagraph("rien", null)]));

        Assert.Equal("Un <mark id=\"m1\">gilet</mark> <mark>jaune</mark>, des <mark id=\"m2\">gilets</mark>", numbered.Headline.Value);
        Assert.Equal("Le <mark id=\"m3\">jaune</mark>", numbered.Paragraphs[0].Heading?.Value);
        Assert.Equal("<mark id=\"m4\">jaune</mark> &lt;mark&gt;", numbered.Paragraphs[0].Text.Value);
        Assert.Null(numbered.Paragraphs[1].Heading);
        Assert.Equal(4, numbered.Count);
    }
}
