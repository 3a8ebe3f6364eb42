using System.Globalization;
using SearchService.Articles;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>What a store has said at each of its numbers: the articles that searches may show then, with their versions.</summary>
internal sealed class ArticleWorld
{
    private readonly SortedDictionary<long, Dictionary<string, long>> _visible;

    public ArticleWorld()
        : this(new() { [0] = [] })
    {
    }

    private ArticleWorld(SortedDictionary<long, Dictionary<string, long>> visible) => _visible = visible;

    /// <summary>The number of the last change.</summary>
    public long Last => _visible.Keys.Last();

    /// <summary>What searches show once they have seen the last change.</summary>
    public IReadOnlyDictionary<string, long> Visible => _visible[Last];

    /// <summary>The same world so far, which goes its own way from now on.</summary>
    public ArticleWorld Fork() => new(new(_visible));

    /// <summary>Puts an article; each version has a word of its own.</summary>
    public static ArticleChange Put(int number) => Changes.Put(Id(number), "");

    /// <summary>Puts a number of articles.</summary>
    public static ArticleChange[] Put(int first, int count) => [.. Enumerable.Range(first, count).Select(number => Put(number))];

    public static ArticleChange Delete(int number) => ArticleChange.Delete(Id(number));

    public static ArticleChange Withhold(int number) => Changes.Put(Id(number), "", status: ArticleStatus.Withheld);

    /// <summary>The word that stands in one version of one article alone.</summary>
    public static string WordOf(string id, long version) => $"zygo{id}q{version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Applies changes to a store and remembers what it shows then.</summary>
    public void Apply(ArticleStore store, params ArticleChange[] changes)
    {
        var visible = new Dictionary<string, long>(Visible);
        foreach (var change in changes)
        {
            var version = (store.Get(change.Id)?.Version ?? 0) + 1;
            var article = change.Article is { } put ? put with { Headline = $"Dépêche {WordOf(change.Id, version)}", Version = version } : null;
            store.Apply(change with { Article = article });
            visible.Remove(change.Id);
            if (article?.Status == ArticleStatus.Usable)
            {
                visible[change.Id] = version;
            }
        }

        _visible[store.LastSequence] = visible;
    }

    /// <summary>The first moment, from one on, at which a view shows what it should; null if there is none.</summary>
    public long? FindMoment(IReadOnlyDictionary<string, long> view, long from)
    {
        foreach (var (sequence, visible) in _visible)
        {
            if (sequence >= from && visible.Count == view.Count && visible.All(article => view.TryGetValue(article.Key, out var version) && version == article.Value))
            {
                return sequence;
            }
        }

        return null;
    }

    private static string Id(int number) => ((char)('a' + number)).ToString();
}
