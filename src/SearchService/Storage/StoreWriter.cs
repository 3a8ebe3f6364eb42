using Microsoft.Data.Sqlite;
using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>The rules of versions, inside a transaction of the one writing connection. Its statements are prepared once. Not for two threads.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _last;
    private readonly SqliteCommand _reclassify;
    private readonly SqliteCommand _lift;
    private readonly SqliteCommand _due;

    public StoreWriter(SqliteConnection connection)
    {
        _find = Prepare(connection, "SELECT version, sequence, status, content FROM articles WHERE id = $id", "$id");
        _put = Prepare(
            connection,
            """
            INSERT INTO articles (id, version, sequence, status, embargo, content, story, topics, rules)
            VALUES ($id, $version, $sequence, $status, $embargo, $content, $story, $topics, $rules)
            ON CONFLICT (id) DO UPDATE SET version = $version, sequence = $sequence, status = $status, embargo = $embargo,
              content = $content, story = $story, topics = $topics, rules = $rules
            """,
            "$id", "$version", "$sequence", "$status", "$embargo", "$content", "$story", "$topics", "$rules");
        _last = Prepare(connection, "SELECT IFNULL(MAX(sequence), 0) FROM articles");
        _reclassify = Prepare(
            connection,
            "UPDATE articles SET story = $story, topics = $topics, rules = $rules, sequence = $next WHERE id = $id AND sequence = $sequence",
            "$story", "$topics", "$rules", "$next", "$id", "$sequence");
        _lift = Prepare(connection, "UPDATE articles SET embargo = NULL, sequence = $next WHERE id = $id", "$next", "$id");
        _due = Prepare(connection, "SELECT id FROM articles WHERE embargo <= $now ORDER BY embargo, id LIMIT 1000", "$now");
    }

    public ChangeResult Apply(SqliteTransaction transaction, ArticleChange change, DateTimeOffset now)
    {
        var stored = Find(transaction, change.Id);
        return change.Article is { } article ? Put(transaction, article, change, stored, now) : Delete(transaction, change.Id, stored);
    }

    /// <summary>How an article of a file stands to what the store holds under its identifier.</summary>
    public FileRelation Compare(SqliteTransaction transaction, Article article)
    {
        if (Find(transaction, article.Id) is not { Status: not StoreRow.Deleted } stored)
        {
            return FileRelation.Other;
        }

        if (stored.Content.AsSpan().SequenceEqual(ArticleJsonWriter.WriteContent(article)) || IsAnnouncementOf(article, stored))
        {
            return FileRelation.Known;
        }

        return Read(stored) is { Paragraphs.Count: 0 } flash && flash.Headline == article.Headline && article.Paragraphs.Count > 0
            ? FileRelation.Completes
            : FileRelation.Other;
    }

    /// <summary>Keeps a new derivation of an article that has not changed since it was read; a different one counts as a change.</summary>
    public bool Reclassify(SqliteTransaction transaction, StoredArticle article, Derivation derivation)
    {
        var old = article.Classified.Derivation;
        var changed = old.Story != derivation.Story || !old.Topics.SequenceEqual(derivation.Topics);
        Set(_reclassify, transaction, derivation.Story, StoreRow.JoinTopics(derivation.Topics), derivation.Rules,
            changed ? Next(transaction) : article.Sequence, article.Classified.Article.Id, article.Sequence);
        return _reclassify.ExecuteNonQuery() == 1 && changed;
    }

    /// <summary>Lifts embargoes that have ended: each is a change of its article.</summary>
    public int LiftEmbargoes(SqliteTransaction transaction, DateTimeOffset now)
    {
        Set(_due, transaction, now.ToUnixTimeMilliseconds());
        var due = new List<string>();
        using (var row = _due.ExecuteReader())
        {
            while (row.Read())
            {
                due.Add(row.GetString(0));
            }
        }

        foreach (var id in due)
        {
            Set(_lift, transaction, Next(transaction), id);
            _lift.ExecuteNonQuery();
        }

        return due.Count;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _find, _put, _last, _reclassify, _lift, _due })
        {
            command.Dispose();
        }
    }

    internal static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    internal static void Set(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private ChangeResult Put(SqliteTransaction transaction, Article article, ArticleChange change, Found? stored, DateTimeOffset now)
    {
        var content = ArticleJsonWriter.WriteContent(article);
        var live = stored is { Status: not StoreRow.Deleted } ? stored : null;
        if (live is not null && change.Origin == ChangeOrigin.File && IsAnnouncementOf(article, live))
        {
            return new ChangeResult(ChangeOutcome.Unchanged, live.Version, live.Sequence);
        }

        if (change.Origin == ChangeOrigin.File && stored is { Status: StoreRow.Deleted or (long)ArticleStatus.Canceled })
        {
            return new ChangeResult(ChangeOutcome.StaysGone, stored.Version, stored.Sequence);
        }

        if (live is not null)
        {
            if (article.Version < live.Version)
            {
                return new ChangeResult(ChangeOutcome.VersionConflict, live.Version, live.Sequence);
            }

            if ((article.Version is null || article.Version == live.Version) && live.Content.AsSpan().SequenceEqual(content))
            {
                return new ChangeResult(ChangeOutcome.Unchanged, live.Version, live.Sequence);
            }
        }

        var version = article.Version ?? Math.Min((live?.Version ?? 0) + 1, ArticleJsonReader.MaxVersion);
        var sequence = Next(transaction);
        long? embargo = article.EmbargoUntil is { } until && until > now ? until.ToUnixTimeMilliseconds() : null;
        Set(_put, transaction, article.Id, version, sequence, (long)article.Status, embargo, content,
            change.Derivation.Story, StoreRow.JoinTopics(change.Derivation.Topics), change.Derivation.Rules);
        _put.ExecuteNonQuery();
        return new ChangeResult(live is null ? ChangeOutcome.Created : ChangeOutcome.Updated, version, sequence);
    }

    // A news page announces by their headline alone articles that other pages hold in full: that takes nothing from them.
    private static bool IsAnnouncementOf(Article article, Found stored) =>
        article is { Paragraphs.Count: 0, Version: null, Status: ArticleStatus.Usable }
        && Read(stored) is { Paragraphs.Count: > 0 } full && full.Headline == article.Headline;

    private static Article? Read(Found stored) => ArticleJsonReader.TryRead(stored.Content, out var article, out _, out _) ? article : null;

    private ChangeResult Delete(SqliteTransaction transaction, string id, Found? stored)
    {
        if (stored is null or { Status: StoreRow.Deleted })
        {
            return new ChangeResult(ChangeOutcome.NotFound, 0, 0);
        }

        var sequence = Next(transaction);
        Set(_put, transaction, id, 0L, sequence, StoreRow.Deleted, null, null, null, "", "");
        _put.ExecuteNonQuery();
        return new ChangeResult(ChangeOutcome.Deleted, 0, sequence);
    }

    private Found? Find(SqliteTransaction transaction, string id)
    {
        Set(_find, transaction, id);
        using var row = _find.ExecuteReader();
        return row.Read()
            ? new Found(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? [] : row.GetFieldValue<byte[]>(3))
            : null;
    }

    private long Next(SqliteTransaction transaction)
    {
        _last.Transaction = transaction;
        return (long)_last.ExecuteScalar()! + 1;
    }

    private sealed record Found(long Version, long Sequence, long Status, byte[] Content);
}
