namespace SearchService.Analysis;

/// <summary>
/// Expressions that stand for one another, applied to queries only, so that a change of the file needs no new index. The format is the one that Solr
/// and Elasticsearch read:
/// <code>
/// # a comment
/// ONU, Nations unies                 each is also found by the other
/// patron =&gt; patron, PDG              the left one finds what is on the right; nothing leads back
/// </code>
/// Expressions are compared by their lemmas. A word in capitals (<c>CAN</c>, <c>AME</c>) means the acronym alone, not a word spelled alike.
/// </summary>
public sealed class SynonymMap
{
    private readonly Dictionary<string, List<Rule>> _rulesByFirstLemma = new(StringComparer.Ordinal);

    private SynonymMap()
    {
    }

    /// <summary>The synonyms that come with the program.</summary>
    public static SynonymMap BuiltIn { get; } = Read(BuiltInLines(), "Synonyms.fr.txt");

    /// <summary>A map without entries.</summary>
    public static SynonymMap Empty { get; } = new();

    /// <summary>The built-in synonyms and those of a file.</summary>
    /// <param name="path">The file, or null.</param>
    /// <exception cref="FormatException">A line is not understood; the message names file, line and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SynonymMap Load(string? path) => string.IsNullOrEmpty(path)
        ? BuiltIn
        : Read(BuiltInLines().Concat(File.ReadLines(path).Select(line => (line, path))), path);

    /// <summary>Reads lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="name">What messages call their source.</param>
    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static SynonymMap Read(IEnumerable<string> lines, string name) => Read(lines.Select(line => (line, name)), name);

    /// <summary>Finds the longest expression that starts at a word.</summary>
    /// <param name="words">For each word of a query its lemmas.</param>
    /// <param name="at">The word.</param>
    /// <param name="length">How many words the expression has; 0 if there is none.</param>
    /// <returns>What else may be found in its place.</returns>
    public IReadOnlyList<LemmaPhrase> Find(IReadOnlyList<IReadOnlyList<string>> words, int at, out int length)
    {
        length = 0;
        var found = new List<LemmaPhrase>();
        foreach (var lemma in words[at])
        {
            foreach (var rule in _rulesByFirstLemma.GetValueOrDefault(lemma) ?? [])
            {
                var size = rule.Left.Positions.Count;
                if (size < length || !Matches(rule.Left, words, at))
                {
                    continue;
                }

                if (size > length)
                {
                    found.Clear();
                    length = size;
                }

                found.AddRange(rule.Right.Where(phrase => found.TrueForAll(other => other.ToString() != phrase.ToString())));
            }
        }

        return found;
    }

    private static SynonymMap Read(IEnumerable<(string Line, string Source)> lines, string name)
    {
        var map = new SynonymMap();
        var number = 0;
        var source = name;
        foreach (var (line, from) in lines)
        {
            number = from == source ? number + 1 : 1;
            source = from;
            var text = line.AsSpan(0, line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var comment ? comment : line.Length).Trim();
            if (!text.IsEmpty)
            {
                map.Add(text.ToString(), source, number);
            }
        }

        return map;
    }

    private static IEnumerable<(string Line, string Source)> BuiltInLines()
    {
        using var stream = typeof(SynonymMap).Assembly.GetManifestResourceStream("Synonyms.fr.txt")
            ?? throw new InvalidOperationException("Synonyms.fr.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return (line, "Synonyms.fr.txt");
        }
    }

    private void Add(string text, string source, int number)
    {
        var sides = text.Split("=>");
        if (sides.Length > 2)
        {
            throw Fault("« => » y figure deux fois");
        }

        var left = Expressions(sides[0]);
        if (sides.Length == 1)
        {
            if (left.Count < 2)
            {
                throw Fault("il faut au moins deux expressions séparées par des virgules");
            }

            foreach (var expression in left)
            {
                Add(expression, [.. left.Where(other => other != expression)]);
            }

            return;
        }

        var right = Expressions(sides[1]);
        foreach (var expression in left)
        {
            Add(expression, [.. right.Where(other => other.ToString() != expression.ToString())]);
        }

        List<LemmaPhrase> Expressions(string side)
        {
            var parts = side.Split(',', StringSplitOptions.TrimEntries);
            return [.. parts.Select(part => PhraseOf(part) ?? throw Fault($"l'expression « {part} » est vide"))];
        }

        FormatException Fault(string reason) => new($"{source}, ligne {number} : {reason}.");
    }

    private void Add(LemmaPhrase left, List<LemmaPhrase> right)
    {
        foreach (var lemma in left.Positions[0])
        {
            if (!_rulesByFirstLemma.TryGetValue(lemma, out var rules))
            {
                _rulesByFirstLemma.Add(lemma, rules = []);
            }

            rules.Add(new Rule(left, right));
        }
    }

    /// <summary>An expression as lemmas, or null if it has no word.</summary>
    private static LemmaPhrase? PhraseOf(string expression)
    {
        var text = new FrenchText();
        text.Analyze(expression);
        var positions = new List<IReadOnlyList<string>>();
        foreach (var word in text.AnalyzedWords)
        {
            // Capitals mean the acronym: its own letters come first among the readings.
            var acronym = word.End - word.Start > 1 && expression.AsSpan(word.Start, word.End - word.Start).IndexOfAnyExceptInRange('A', 'Z') < 0;
            positions.Add(acronym ? [word.Forms.Exact] : word.Forms.All);
        }

        return positions.Count == 0 ? null : new LemmaPhrase(positions);
    }

    private static bool Matches(LemmaPhrase phrase, IReadOnlyList<IReadOnlyList<string>> words, int at)
    {
        if (at + phrase.Positions.Count > words.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Positions.Count; i++)
        {
            if (!phrase.Positions[i].Intersect(words[at + i], StringComparer.Ordinal).Any())
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Rule(LemmaPhrase Left, IReadOnlyList<LemmaPhrase> Right);
}
