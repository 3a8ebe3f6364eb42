using SearchService.Analysis;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Ranking;

/// <summary>A synonym finds, and counts less than the word itself in the same place.</summary>
public sealed class SynonymRuleTests : RankingRules
{
    [Fact]
    public void The_word_itself_before_its_synonym()
    {
        Dictionary.Required();
        var (word, synonym) = Pair();
        Index(Make.Article("a-synonyme", $"Demain {synonym} jaune"), Make.Article("b-mot", $"Demain {word} jaune"));
        Assert.Equal("b-mot a-synonyme", Order(word));
    }

    /// <summary>Two single words that the built-in list takes for each other.</summary>
    private (string Word, string Synonym) Pair()
    {
        var map = Engine.Get<SynonymMap>();
        foreach (var word in new[] { "Elysée", "voiture", "policier", "vélo", "avion", "ONU", "OTAN", "UE", "USA", "foot", "ministre" })
        {
            var lemmas = TextAnalysis.Analyze(word, AnalysisLevel.Lemma).Select(token => token.Term).ToList();
            if (map.Find([lemmas], 0, out _).FirstOrDefault(phrase => phrase.Positions.Count == 1) is { } other)
            {
                return (word, other.Positions[0][0]);
            }
        }

        throw new InvalidOperationException("No pair of single words among the synonyms.");
    }
}
