using Microsoft.Data.Sqlite;
using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>One row of <c>articles</c> and its way back to an article.</summary>
internal static class StoreRow
{
    /// <summary>The columns that <see cref="Read"/> expects, in order.</summary>
    public const string Columns = "id, version, sequence, status, embargo, content, story, topics, rules";

    /// <summary>The status of a deleted article; the others are those of <see cref="ArticleStatus"/>.</summary>
    public const long Deleted = 3;

    /// <summary>The condition of a row that readers may see.</summary>
    public const string IsVisible = "status = 0 AND embargo IS NULL";

    public static StoredArticle? Read(SqliteDataReader row)
    {
        if (row.IsDBNull(5))
        {
            return null;
        }

        var content = row.GetFieldValue<byte[]>(5);
        if (!ArticleJsonReader.TryRead(content, out var article, out var error, out _))
        {
            throw new StoreException(
                StoreFault.Damaged,
                $"L'article {row.GetString(0)} est endommagé dans le dépôt ({error.Message}) Envoyez-le de nouveau, ou remettez une sauvegarde en place avec « restore DOSSIER ».");
        }

        var version = row.GetInt64(1);
        var derivation = new Derivation(row.IsDBNull(6) ? null : row.GetString(6), SplitTopics(row.GetString(7)), row.GetString(8));
        var classified = new ClassifiedArticle(article with { Version = version }, derivation);
        return new StoredArticle(classified, version, row.GetInt64(2), row.GetInt64(3) == 0 && row.IsDBNull(4));
    }

    /// <summary>Topics never hold a line break (<see cref="ArticleText.Clean"/>), so one parts them.</summary>
    public static string JoinTopics(IReadOnlyList<string> topics) => string.Join('\n', topics);

    private static string[] SplitTopics(string topics) => topics.Length == 0 ? [] : topics.Split('\n');
}
