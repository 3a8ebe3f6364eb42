using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SearchService.Analysis;
using SearchService.Articles;

namespace SearchService.Classification;

/// <summary>
/// Topics by the words that speak for them, from <c>topics.fr.json</c>: the 17 top IPTC Media Topics. Words are compared as stems, expressions as
/// runs of stems. Each entry counts once: a strong one 2, a weak one 1, doubled if it stands in the headline.
/// </summary>
public sealed class TopicRules
{
    /// <summary>Below this a topic is a guess: one strong word of the headline passes, one of the body alone does not.</summary>
    private const int MinScore = 3;

    /// <summary>A second topic must reach this part of the first one's score.</summary>
    private const double SecondShare = 0.75;

    private const int StrongScore = 2;
    private const int WeakScore = 1;
    private const int HeadlineFactor = 2;

    private readonly List<string> _labels = [];
    private readonly Dictionary<string, List<Entry>> _entriesByFirstStem = new(StringComparer.Ordinal);
    private readonly int _entries;

    private TopicRules(JsonElement root, string identity)
    {
        Identity = identity;
        foreach (var topic in root.GetProperty("topics").EnumerateArray())
        {
            _labels.Add(topic.GetProperty("label").GetString()!);
            _entries = Add(topic, "strong", StrongScore, _entries);
            _entries = Add(topic, "weak", WeakScore, _entries);
        }
    }

    /// <summary>Changes with the rules and with the analysis they are matched through.</summary>
    public string Identity { get; }

    /// <summary>The labels of all topics, in IPTC's order.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Loads the rules that are built into the program.</summary>
    public static TopicRules Load()
    {
        using var stream = typeof(TopicRules).Assembly.GetManifestResourceStream("topics.fr.json")
            ?? throw new InvalidOperationException("topics.fr.json is not embedded in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Parse(copy.ToArray());
    }

    /// <summary>Reads rules from JSON in UTF-8.</summary>
    public static TopicRules Parse(byte[] utf8)
    {
        var identity = Convert.ToHexStringLower(SHA256.HashData([.. utf8, .. Encoding.UTF8.GetBytes(FrenchAnalyzer.Version)]).AsSpan(0, 6));
        using var document = JsonDocument.Parse(utf8);
        return new TopicRules(document.RootElement, identity);
    }

    /// <summary>The one or two topics that the words of an article speak for most; empty if none do.</summary>
    public IReadOnlyList<string> Find(Article article)
    {
        var scores = new int[_labels.Count];
        var seen = new HashSet<int>();
        Count(article.Headline, HeadlineFactor, scores, seen);
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.Heading is not null)
            {
                Count(paragraph.Heading, 1, scores, seen);
            }

            Count(paragraph.Text, 1, scores, seen);
        }

        var ranked = Enumerable.Range(0, scores.Length)
            .Where(topic => scores[topic] >= MinScore)
            .OrderByDescending(topic => scores[topic])
            .ThenBy(topic => topic)
            .ToList();
        return [.. ranked.Take(2).Where(topic => scores[topic] >= SecondShare * scores[ranked[0]]).Select(topic => _labels[topic])];
    }

    private void Count(string text, int factor, int[] scores, HashSet<int> seen)
    {
        var tokens = TextAnalysis.Analyze(text, AnalysisLevel.Stem);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!_entriesByFirstStem.TryGetValue(tokens[i].Term, out var entries))
            {
                continue;
            }

            // The longest expression alone counts: in "ministre de la Santé", "ministre" says nothing of its own.
            var longest = 0;
            foreach (var entry in entries)
            {
                if (entry.Stems.Length < longest || !Matches(tokens, i, entry.Stems))
                {
                    continue;
                }

                longest = entry.Stems.Length;
                if (seen.Add(entry.Number))
                {
                    scores[entry.Topic] += factor * entry.Score;
                }
            }

            i += Math.Max(0, longest - 1);
        }
    }

    private static bool Matches(List<AnalyzedToken> tokens, int at, string[] stems)
    {
        if (at + stems.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < stems.Length; i++)
        {
            if (tokens[at + i].Term != stems[i])
            {
                return false;
            }
        }

        return true;
    }

    private int Add(JsonElement topic, string list, int score, int number)
    {
        foreach (var item in topic.GetProperty(list).EnumerateArray())
        {
            var stems = TextAnalysis.Analyze(item.GetString()!, AnalysisLevel.Stem).Select(token => token.Term).ToArray();
            if (stems.Length == 0)
            {
                continue;
            }

            if (!_entriesByFirstStem.TryGetValue(stems[0], out var entries))
            {
                _entriesByFirstStem[stems[0]] = entries = [];
            }

            entries.Add(new Entry(number++, _labels.Count - 1, score, stems));
            entries.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
        }

        return number;
    }

    private sealed record Entry(int Number, int Topic, int Score, string[] Stems);
}
