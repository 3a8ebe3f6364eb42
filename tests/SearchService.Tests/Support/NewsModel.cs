using SearchService.Articles;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>What a service must say of its articles, worked out in the most obvious way.</summary>
internal sealed class NewsModel
{
    private readonly Dictionary<string, Entry> _entries = [];
    private Dictionary<string, Entry> _shown = [];
    private int _hour;

    /// <summary>The texts of articles: a word that stands in no other, and a topic.</summary>
    public static IReadOnlyList<(string Word, string Topic)> Texts { get; } =
        [("phare", "Culture"), ("baleine", "Culture/Cinéma"), ("tunnel", "Sport"), ("marché", "Sport")];

    /// <summary>What the store knows.</summary>
    public IReadOnlyDictionary<string, Entry> Stored => _entries;

    /// <summary>What searches show.</summary>
    public IReadOnlyDictionary<string, Entry> Shown => _shown;

    /// <summary>The counts of the topic facet; a topic counts for those above it too.</summary>
    public SortedDictionary<string, int> Topics
    {
        get
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var topic in _shown.Values.Select(entry => Texts[entry.Put.Text].Topic))
            {
                counts[topic] = counts.GetValueOrDefault(topic) + 1;
                if (topic.Split('/') is [var above, _])
                {
                    counts[above] = counts.GetValueOrDefault(above) + 1;
                }
            }

            return counts;
        }
    }

    /// <summary>The article of a step.</summary>
    public static Article Article(NewsStep.Put put, DateTimeOffset start) =>
        Make.Article(put.Id, $"Le {Texts[put.Text].Word} de Groix") with
        {
            Topics = [Texts[put.Text].Topic],
            Version = put.Version,
            Status = put.Status,
            EmbargoUntil = put.Embargo is { } hour ? start.AddHours(hour) : null,
        };

    public (ChangeOutcome Outcome, long Version) Put(NewsStep.Put put)
    {
        var known = _entries.TryGetValue(put.Id, out var entry);
        if (known && put.Version < entry!.Version)
        {
            return (ChangeOutcome.VersionConflict, entry.Version);
        }

        var same = known && entry!.Put with { Version = null } == put with { Version = null };
        if (same && (put.Version is null || put.Version == entry!.Version))
        {
            return (ChangeOutcome.Unchanged, entry!.Version);
        }

        var version = put.Version ?? (known ? entry!.Version + 1 : 1);
        _entries[put.Id] = new Entry(put, version, Embargoed: put.Embargo > _hour);
        return (known ? ChangeOutcome.Updated : ChangeOutcome.Created, version);
    }

    public ChangeOutcome Delete(string id) => _entries.Remove(id) ? ChangeOutcome.Deleted : ChangeOutcome.NotFound;

    public void Wait(int hours) => _hour += hours;

    public void LiftEmbargoes()
    {
        foreach (var (id, entry) in _entries)
        {
            _entries[id] = entry with { Embargoed = entry.Embargoed && entry.Put.Embargo > _hour };
        }
    }

    /// <summary>Searches see all that the store says.</summary>
    public void Show() => _shown = _entries.Where(entry => entry.Value.Visible).ToDictionary();

    /// <summary>An article of the store.</summary>
    internal sealed record Entry(NewsStep.Put Put, long Version, bool Embargoed)
    {
        public bool Visible => Put.Status == ArticleStatus.Usable && !Embargoed;
    }
}
