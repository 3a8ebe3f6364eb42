namespace SearchService.Pages.Help;

/// <summary>The query language for its readers: every construct, each with a query to try.</summary>
public static class QueryHelp
{
    /// <summary>The sections in the order of the page: what most people need comes first.</summary>
    public static IReadOnlyList<HelpSection> Sections { get; } =
    [
        new("mots", "Des mots", "Tapez ce que vous cherchez, comme cela vous vient. Tous les mots doivent figurer dans l'article ; si aucun article ne les a tous, ceux qui en ont le plus sont proposés.",
        [
            new("grève ferries", "Les articles qui contiennent les deux mots, sous toutes leurs formes : « grèves », « ferry »…"),
            new("dindes", "Singulier et pluriel, masculin et féminin, conjugaisons : « dinde » et « dindes » se trouvent l'un l'autre."),
            new("ecole", "Les accents oubliés sont rétablis : « école », « écoles »."),
            new("l'incendie", "« Le », « des », « l' » et les autres petits mots ne gênent pas."),
            new("ONU", "Les sigles et leur développement : « Nations unies » aussi."),
        ]),
        new("expressions", "Une expression exacte", "Entre guillemets, les mots doivent se suivre, dans cet ordre et sous cette forme.",
        [
            new("\"feu de forêt\"", "Exactement ces mots, à la suite."),
            new("« feu de forêt »", "De même, avec des guillemets français ; “ ” conviennent aussi."),
            new("\"vaccination dindes\"~3", "Ces mots dans cet ordre, avec au plus trois places entre eux."),
            new("=dinde", "Ce mot sous cette seule forme : pas « dindes »."),
        ]),
        new("operateurs", "Sans, ou, et", "Les opérateurs s'écrivent en capitales. « OU » lie le moins, puis « ET », puis les mots qui se suivent ; les parenthèses groupent.",
        [
            new("incendie -pompier", "Les articles sur un incendie, sans ceux qui parlent de pompiers."),
            new("incendie SAUF pompier", "La même chose, en toutes lettres ; « NOT » convient aussi."),
            new("grippe OU bronchiolite", "L'un des deux mots au moins ; « OR » convient aussi."),
            new("incendie ET mistral", "Les deux mots à la fois ; « AND » convient aussi."),
            new("(grippe OU bronchiolite) vaccination", "L'une des deux maladies, et la vaccination."),
        ]),
        new("inconnu", "Un mot dont on ne sait pas tout", "Pour un début de mot, ou un nom dont l'orthographe échappe.",
        [
            new("vaccin*", "Tout ce qui commence ainsi : « vaccin », « vaccination », « vacciner »…"),
            new("Vanacker~", "Ce mot à une ou deux lettres près : ici « Vanackère »."),
        ]),
        new("proximite", "Des mots voisins", "Pour des mots qui ont à voir l'un avec l'autre, sans être une expression.",
        [
            new("vaccination PRES/5 dindes", "Les deux mots à cinq mots l'un de l'autre au plus, dans n'importe quel ordre."),
            new("mistral MEMEPARA feu", "Les deux mots dans le même paragraphe."),
        ]),
        new("champs", "Dans une partie de l'article", "Le nom du champ, deux-points, puis le mot, une expression entre guillemets ou un groupe entre parenthèses.",
        [
            new("titre:grippe", "Dans le titre."),
            new("texte:mistral", "Dans le texte."),
            new("titre:(grippe OU vaccin)", "L'un de ces mots dans le titre."),
            new("sujet:\"Économie et finances\"", "Les articles de ce sujet."),
            new("dossier:\"Grippe aviaire\"", "Les articles de ce dossier, c'est-à-dire d'une même affaire qui se suit."),
            new("source:Nord-Infos", "Les articles de cette source."),
            new("auteur:Tanguy", "Les articles signés de ce nom."),
            new("title:grippe", "Les noms anglais conviennent aussi : « title », « text », « topic », « story », « author »."),
        ]),
        new("dates", "À une date", "Le jour de publication. Les filtres à côté des résultats font de même.",
        [
            new("grippe date:2025-12", "Publié en décembre 2025 ; une année ou un jour conviennent aussi."),
            new("date:2025-12-17", "Publié ce jour-là."),
            new("date:[2025-12-01..2025-12-24]", "Publié entre ces deux jours, compris."),
        ]),
    ];
}
