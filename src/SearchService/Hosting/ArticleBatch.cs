using SearchService.Articles;

namespace SearchService.Hosting;

/// <summary>Gathers articles for one transaction, bounded in number and in text, so that memory stays constant whatever comes.</summary>
/// <typeparam name="T">What is gathered.</typeparam>
/// <param name="article">The article of an item.</param>
public sealed class ArticleBatch<T>(Func<T, Article> article)
{
    private const int MaxCount = 500;
    private const long MaxCharacters = 8 * 1024 * 1024;

    private List<T> _items = [];
    private long _characters;

    /// <summary>Whether the batch should be taken now.</summary>
    public bool IsFull => _items.Count >= MaxCount || _characters >= MaxCharacters;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        _items.Add(item);
        var added = article(item);
        _characters += added.Headline.Length + added.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length);
    }

    /// <summary>Takes what was gathered and starts anew.</summary>
    public IReadOnlyList<T> Take()
    {
        var items = _items;
        _items = [];
        _characters = 0;
        return items;
    }
}
