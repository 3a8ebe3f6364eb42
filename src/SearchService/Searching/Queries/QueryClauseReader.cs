using SearchService.Analysis;

namespace SearchService.Searching.Queries;

/// <summary>The tree of a query text to clauses in the terms of the index. Reads one query.</summary>
internal sealed class QueryClauseReader(SynonymMap synonyms, int maxTerms, bool citations)
{
    private readonly QueryTermReader _terms = new(synonyms);
    private int _left = maxTerms;

    /// <summary>Whether words beyond the limit were left aside.</summary>
    public bool Cut { get; private set; }

    /// <summary>The clause of a node, or null if the analysis leaves nothing of it.</summary>
    public QueryClause? Read(QueryNode node) => WithoutLoneGrammar(Read(node, QueryPlace.Everywhere, excluded: false));

    private QueryClause? Read(QueryNode node, QueryPlace place, bool excluded)
    {
        switch (node)
        {
            case WordNode:
                return Together(Row([node], place, excluded));
            case PhraseNode phrase:
                return Phrase(phrase.Text, phrase.Slop, place);
            case SequenceNode sequence:
                return Together(Row(sequence.Parts, place, excluded));
            case AllNode all:
                return Combined([.. all.Parts.Select(part => Read(part, place, excluded))], parts => new AllClause(parts));
            case AnyNode any:
                return Combined([.. any.Parts.Select(part => Read(part, place, excluded))], parts => new AnyClause(parts));
            case ExcludedNode not:
                return Read(not.Excluded, place, excluded: true) is { } inner ? new ExcludedClause(Whole(inner)) : null;
            case FieldNode field:
                return Read(field.Operand, field.Place, excluded) is { } found ? Fixed(found) : null;
            case DateNode date:
                return new DaysClause(date.Days);
            case NearNode near:
                return (Read(near.Left, place, excluded), Read(near.Right, place, excluded)) switch
                {
                    ({ } left, { } right) => new NearClause(Whole(left), Whole(right), near.Distance),
                    var (left, right) => left ?? right,
                };
            default:
                return null;
        }
    }

    /// <summary>The clauses of parts that follow each other. Words in a row are read as one text: "10 000", "20 h 30", "Nations unies" need their neighbours.</summary>
    private List<QueryClause> Row(IReadOnlyList<QueryNode> parts, QueryPlace place, bool excluded)
    {
        var clauses = new List<QueryClause>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (IsWords(parts[i]))
            {
                var row = parts.Skip(i).TakeWhile(IsWords).ToList();
                var text = string.Join(' ', row.Select(part => part is WordNode word ? word.Text : ((PhraseNode)part).Text));
                foreach (var term in excluded ? _terms.WithoutSynonyms(text) : _terms.Read(text))
                {
                    if (!clauses.OfType<QueryTerm>().Any(other => other.Exact == term.Exact) && Takes())
                    {
                        clauses.Add(term with { Place = place });
                    }
                }

                clauses.AddRange(row.OfType<PhraseNode>().Select(citation => Phrase(citation.Text, 0, place)).OfType<QueryPhrase>()
                    .Where(phrase => phrase.Forms.Count > 1).Select(phrase => phrase with { Optional = true }));
                i += row.Count - 1;
            }
            else if ((parts[i] is WordNode word ? Word(word, place) : Read(parts[i], place, excluded)) is { } clause)
            {
                clauses.Add(clause);
            }
        }

        return clauses;
    }

    private bool IsWords(QueryNode node) => node is WordNode { Match: WordMatch.Inflected } || (citations && node is PhraseNode);

    private QueryClause? Word(WordNode word, QueryPlace place)
    {
        if (word.Match == WordMatch.Form)
        {
            return Phrase(word.Text, 0, place);
        }

        // "l'élec*", "porte-avi*": what stands before the last part is as typed.
        var tokens = TextAnalysis.Analyze(word.Text, AnalysisLevel.Exact);
        if (tokens.Count == 0 || !Takes())
        {
            return null;
        }

        var pattern = new QueryPattern(word.Text[tokens[^1].Start..tokens[^1].End], tokens[^1].Term, word.Match, place);
        return tokens.Count == 1
            ? pattern
            : new NearClause(new QueryPhrase(word.Text, [.. tokens.SkipLast(1).Select(token => token.Term)], 0, place), pattern, 1);
    }

    private QueryPhrase? Phrase(string text, int slop, QueryPlace place)
    {
        var tokens = TextAnalysis.Analyze(text, AnalysisLevel.Exact);
        return tokens.Count > 0 && Takes() ? new QueryPhrase(text, [.. tokens.Select(token => token.Term)], slop, place) : null;
    }

    private bool Takes()
    {
        Cut |= _left == 0;
        return _left > 0 && _left-- > 0;
    }

    private static QueryClause? Together(List<QueryClause> row) => row.Count switch
    {
        0 => null,
        1 => row[0],
        _ => new WordsClause(row),
    };

    private static QueryClause? Combined(List<QueryClause?> parts, Func<IReadOnlyList<QueryClause>, QueryClause> combine)
    {
        var found = parts.OfType<QueryClause>().ToList();
        return found.Count > 1 ? combine(found) : found.FirstOrDefault();
    }

    /// <summary>Words that must all be found whatever the request says: below a field, in what is excluded, near something.</summary>
    private static QueryClause Fixed(QueryClause clause) => clause switch
    {
        QueryTerm term => term with { IsFixed = true },
        WordsClause words => new AllClause([.. words.Parts.Select(Fixed)]),
        AllClause all => new AllClause([.. all.Parts.Select(Fixed)]),
        AnyClause any => new AnyClause([.. any.Parts.Select(Fixed)]),
        _ => clause,
    };

    /// <summary>The same, and its words of grammar count like others: <c>-la</c>, <c>pas PRES/3 calais</c>.</summary>
    private static QueryClause Whole(QueryClause clause) => Fixed(clause) switch
    {
        QueryTerm term => term with { Optional = false },
        AllClause all => new AllClause([.. all.Parts.Select(Whole)]),
        AnyClause any => new AnyClause([.. any.Parts.Select(Whole)]),
        var other => other,
    };

    /// <summary>Alone, grammatical words are what is asked for.</summary>
    private static QueryClause? WithoutLoneGrammar(QueryClause? clause) => clause switch
    {
        QueryTerm term => term with { Optional = false },
        WordsClause words when words.Parts.All(part => part is QueryTerm { Optional: true } or QueryPhrase { Optional: true } or ExcludedClause) =>
            new WordsClause([.. words.Parts.Select(part => part is QueryTerm term ? term with { Optional = false } : part)]),
        AllClause all when all.Parts.All(part => part is QueryTerm { Optional: true } or QueryPhrase { Optional: true } or ExcludedClause) =>
            new AllClause([.. all.Parts.Select(part => part is QueryTerm term ? term with { Optional = false } : part)]),
        AnyClause any => new AnyClause([.. any.Parts.Select(part => WithoutLoneGrammar(part)!)]),
        AllClause all => new AllClause([.. all.Parts.Select(part => part is CombinedClause ? WithoutLoneGrammar(part)! : part)]),
        WordsClause words => new WordsClause([.. words.Parts.Select(part => part is CombinedClause ? WithoutLoneGrammar(part)! : part)]),
        _ => clause,
    };
}
