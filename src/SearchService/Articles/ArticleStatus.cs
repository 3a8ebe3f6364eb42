namespace SearchService.Articles;

/// <summary>Whether readers may see an article; the three states of IPTC's <c>pubStatus</c>.</summary>
public enum ArticleStatus
{
    /// <summary>Published: shown once its embargo, if any, has ended.</summary>
    Usable,

    /// <summary>Held back for now: hidden from every answer.</summary>
    Withheld,

    /// <summary>Killed by its source: hidden from every answer.</summary>
    Canceled,
}
