using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary>The forms that a word with typos stands for, against a table of distances filled in letter by letter.</summary>
public sealed class PatternExpansionTests : IDisposable
{
    private const string Letters = "abcé";

    private readonly TestEngine _engine = new();
    private readonly Random _random = new(17);
    private readonly string[] _words;

    public PatternExpansionTests()
    {
        _words = [.. Enumerable.Range(0, 1500).Select(_ => Word()).Distinct()];
        _engine.Index(_words.Chunk(40).Select((words, i) => Make.Article($"a{i}", string.Join(' ', words.Take(5)), string.Join(' ', words))));
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_word_with_typos_stands_for_all_forms_near_it()
    {
        using var lease = _engine.Get<LiveIndex>().Acquire();
        string[] forms = [.. _words.Select(Folded).Distinct()];
        var found = 0;
        for (var i = 0; i < 150; i++)
        {
            var query = AnalyzedQuery.From(QueryParser.Parse(Word() + "~", 8), SynonymMap.Empty);
            var pattern = Assert.Single(query.Patterns);

            var expanded = PatternExpansion.Expand(query, lease.Searcher.IndexReader);

            Assert.Empty(expanded.Cut);
            var near = forms.Where(form => IsNear(form, pattern.Form)).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(near, expanded.Of(pattern).Order(StringComparer.Ordinal));
            found += near.Count;
        }

        Assert.True(found > 150);
    }

    private static bool IsNear(string form, string typed)
    {
        var edits = PatternExpansion.EditsIn(typed);
        return form[0] == typed[0] && (form == typed || (Math.Min(form.Length, typed.Length) > edits && Distance(form[1..], typed[1..]) <= edits));
    }

    /// <summary>Letters left out, put in, replaced, or swapped with their neighbour: optimal string alignment.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }

    private static string Folded(string word) => word.Replace('é', 'e');

    private string Word() => string.Concat(Enumerable.Range(0, 2 + _random.Next(8)).Select(_ => Letters[_random.Next(Letters.Length)]));
}
