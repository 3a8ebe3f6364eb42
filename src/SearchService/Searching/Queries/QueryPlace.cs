namespace SearchService.Searching.Queries;

/// <summary>Where in an article something is looked for.</summary>
public enum QueryPlace
{
    /// <summary>In the headline and the text.</summary>
    Everywhere,

    /// <summary>In the headline: <c>titre:</c>.</summary>
    Headline,

    /// <summary>In the paragraphs and intertitres: <c>texte:</c>.</summary>
    Text,

    /// <summary>In a topic: <c>sujet:</c>.</summary>
    Topic,

    /// <summary>In the running story: <c>dossier:</c>.</summary>
    Story,

    /// <summary>In the agency or paper: <c>source:</c>.</summary>
    Source,

    /// <summary>In the byline: <c>auteur:</c>.</summary>
    Byline,
}
