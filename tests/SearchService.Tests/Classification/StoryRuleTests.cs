using SearchService.Classification;

namespace SearchService.Tests.Classification;

/// <summary>The running story that a headline names.</summary>
public sealed class StoryRuleTests
{
    [Theory]
    [InlineData("CAN-2025: les Lions passent", "CAN-2025")]
    [InlineData("Régulation de la tech: l'Europe hésite", "Régulation de la tech")]
    [InlineData("Halle d'Orval: les travaux finis", "Halle d'Orval")]
    [InlineData("Orgue d’Orval: il sonne", "Orgue d’Orval")]
    [InlineData("Tramway : la ligne ouvre", "Tramway")]
    [InlineData("Tramway\u00A0: la ligne ouvre", "Tramway")]
    [InlineData("Tramway\u202F:\u00A0la ligne ouvre", "Tramway")]
    [InlineData("Éclipse: les écoliers lèvent les yeux", "Éclipse")]
    [InlineData("JO-2030: le tracé dévoilé", "JO-2030")]
    [InlineData("14-Juillet: le défilé raccourci", "14-Juillet")]
    [InlineData("À 20h: le point sur les crues", "À 20h")]
    [InlineData("Budget: premier vote: un rejet", "Budget")]
    [InlineData("Rugby/Top 14: Orval s'impose", "Rugby/Top 14")]
    public void A_name_before_the_colon_is_a_story(string headline, string story) => Assert.Equal(story, StoryRule.Find(headline));

    [Theory]
    [InlineData("\"Les Marées grises\": la suite", "Les Marées grises")]
    [InlineData("« Les Marées grises » : la suite", "Les Marées grises")]
    [InlineData("«\u00A0Marées\u00A0»: la suite", "Marées")]
    [InlineData("“Marées”: la suite", "Marées")]
    [InlineData("„Marées“: la suite", "Marées")]
    [InlineData("\"Les trois Marées grises\": la suite", null)]
    [InlineData("\"Marées\" à l'affiche: la suite", null)]
    [InlineData("La \"marée\" grise: la suite", null)]
    [InlineData("Marées «grises»: la suite", null)]
    [InlineData("\"Marées: la suite", null)]
    [InlineData("\"\": rien", null)]
    public void Quotes_around_all_of_it_are_stripped(string headline, string? story) => Assert.Equal(story, StoryRule.Find(headline));

    [Theory]
    [InlineData("Un titre sans deux-points")]
    [InlineData("")]
    [InlineData(": un début")]
    [InlineData("Fin:")]
    [InlineData("Le journal de 20:30 déménage")]
    [InlineData("Score:3-0")]
    [InlineData("grève: les trams s'arrêtent")]
    [InlineData("Loire, Rhône: la crue arrive")]
    [InlineData("M. Dupont: son retour")]
    [InlineData("Qui vient? La réponse: personne")]
    [InlineData("Assez! Le mot: colère")]
    [InlineData("Alors… la suite: demain")]
    [InlineData("Eau; air: le bilan")]
    public void Anything_else_is_no_story(string headline) => Assert.Null(StoryRule.Find(headline));

    [Theory]
    [InlineData("Un deux trois quatre cinq: suite", true)]
    [InlineData("Un deux trois quatre cinq six: suite", false)]
    [InlineData("Un deux  trois\u00A0quatre cinq: suite", true)]
    [InlineData("L'un d'eux qu'il n'a vu: suite", true)]
    public void A_story_has_at_most_5_words(string headline, bool story) => Assert.Equal(story, StoryRule.Find(headline) is not null);

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_story_has_at_most_40_characters(int length, bool story) =>
        Assert.Equal(story, StoryRule.Find(new string('X', length) + " : suite") is not null);

    [Fact]
    public void A_clock_is_passed_over_for_the_colon_that_counts() => Assert.Equal("Rendez-vous 20:30", StoryRule.Find("Rendez-vous 20:30 : la finale"));

    [Theory]
    [InlineData("VIDÉO")]
    [InlineData("VIDEO")]
    [InlineData("Vidéos")]
    [InlineData("DIRECT")]
    [InlineData("EN DIRECT")]
    [InlineData("En direct")]
    [InlineData("URGENT")]
    [InlineData("Alerte info")]
    [InlineData("L'info")]
    [InlineData("EXCLUSIF")]
    [InlineData("Entretien")]
    [InlineData("L'interview")]
    [InlineData("Décryptage")]
    [InlineData("ENQUÊTE")]
    [InlineData("Infographie")]
    [InlineData("EN IMAGES")]
    [InlineData("Témoignages")]
    [InlineData("Récit")]
    [InlineData("Repères")]
    [InlineData("LEAD")]
    [InlineData("Papier général")]
    [InlineData("Papier d'angle")]
    [InlineData("Papier d’angle")]
    [InlineData("Encadré")]
    [InlineData("Fact-checking")]
    [InlineData("Vrai ou faux")]
    [InlineData("Édito")]
    [InlineData("Mise à jour")]
    [InlineData("Revue de presse")]
    [InlineData("À la une")]
    [InlineData("Écoutez")]
    public void A_label_is_no_story(string label)
    {
        Assert.Null(StoryRule.Find(label + ": le tramway d'Orval"));
        Assert.Null(StoryRule.Find(label + " : le tramway d'Orval"));
    }
}
