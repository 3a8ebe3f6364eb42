using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Queries;

/// <summary>What is a question and what names a subject.</summary>
public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("Qui est le ministre de la Justice", true)]
    [InlineData("  où se trouve le Panthéon", true)]
    [InlineData("Dans quelle ville est né Zola", true)]
    [InlineData("Qu’est-ce que le 49-3", true)]
    [InlineData("le Sénat peut-il refuser ?", true)]
    [InlineData("Macron, pourquoi pas", false)]
    [InlineData("quelquefois la nuit", false)]
    [InlineData("en Corse", false)]
    [InlineData("réforme des retraites", false)]
    public void A_question_has_a_mark_or_begins_with_an_interrogative(string text, bool isQuestion) =>
        Assert.Equal(isQuestion, QueryParser.Parse(text, 256).IsQuestion);
}
