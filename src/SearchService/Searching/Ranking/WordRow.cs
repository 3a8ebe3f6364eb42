using SearchService.Searching.Queries;

namespace SearchService.Searching.Ranking;

/// <summary>Words that follow each other in a query: articles in which they do as well are better answers.</summary>
/// <param name="Words">The words that carry meaning, with their places in the query; words of grammar between them only take up places.</param>
public sealed record WordRow(IReadOnlyList<(QueryWord Word, int Position)> Words)
{
    /// <summary>The rows of a query: of each stretch of words without an operator between them, those of two words or more.</summary>
    public static IReadOnlyList<WordRow> In(QueryClause? clause)
    {
        var rows = new List<WordRow>();
        Add(clause, rows);
        return rows;
    }

    private static void Add(QueryClause? clause, List<WordRow> rows)
    {
        switch (clause)
        {
            case null or ExcludedClause:
                return;
            case WordsClause or QueryTerm:
                Add(clause is WordsClause words ? words.Parts : [clause], rows);
                break;
        }

        foreach (var inner in clause.Inner)
        {
            Add(inner, rows);
        }
    }

    private static void Add(IReadOnlyList<QueryClause> parts, List<WordRow> rows)
    {
        var row = new List<(QueryWord, int)>();
        var position = 0;
        foreach (var part in parts)
        {
            if (part is QueryTerm { Place: QueryPlace.Everywhere or QueryPlace.Headline or QueryPlace.Text } term)
            {
                foreach (var word in term.Words)
                {
                    if (!term.Optional)
                    {
                        row.Add((word, position));
                    }

                    position++;
                }
            }
        }

        if (row.Count > 1)
        {
            rows.Add(new WordRow(row));
        }
    }
}
