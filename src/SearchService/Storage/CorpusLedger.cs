using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SearchService.Articles;

namespace SearchService.Storage;

/// <summary>
/// What each file of the corpus last said, so that reading it again changes nothing that it does not change itself: a correction made through the
/// API outlives a new line in the file. It stands in the store's file: an article and the note about it are durable together.
/// </summary>
public sealed class CorpusLedger
{
    private readonly ArticleStore _store;
    private readonly TimeProvider _time;

    /// <summary>Keeps the ledger of a store.</summary>
    public CorpusLedger(ArticleStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    /// <summary>What a file was when it was last read to its end, or null.</summary>
    public FileStamp? Find(string path) => _store.Read(connection =>
    {
        using var command = StoreWriter.Prepare(connection, "SELECT size, modified, hash FROM files WHERE path = $path AND size >= 0", "$path");
        command.Parameters[0].Value = path;
        using var row = command.ExecuteReader();
        return row.Read() ? new FileStamp(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)) : null;
    });

    /// <summary>Notes that a file was touched and says the same as before.</summary>
    public void Touch(string path, FileStamp stamp) => _store.Write((transaction, _) =>
    {
        using var command = StoreWriter.Prepare(
            transaction.Connection!, "UPDATE files SET size = $size, modified = $modified WHERE path = $path", "$size", "$modified", "$path");
        StoreWriter.Set(command, transaction, stamp.Size, stamp.Modified, path);
        return command.ExecuteNonQuery();
    });

    /// <summary>Starts a reading of a file from its first line. Until <see cref="End"/>, the file counts as unread.</summary>
    public FileReading Begin(string path) => _store.Write((transaction, _) =>
    {
        using var command = StoreWriter.Prepare(
            transaction.Connection!,
            """
            INSERT INTO files (path, size, modified, hash, pass) VALUES ($path, -1, 0, x'', 1)
            ON CONFLICT (path) DO UPDATE SET size = -1, pass = pass + 1
            RETURNING file, pass
            """,
            "$path");
        StoreWriter.Set(command, transaction, path);
        using var row = command.ExecuteReader();
        row.Read();
        return new FileReading(row.GetInt64(0), row.GetInt64(1));
    });

    /// <summary>Applies the next articles of a file in one transaction.</summary>
    /// <returns>A result per article, in order.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public IReadOnlyList<FileItemResult> Apply(FileReading reading, IReadOnlyList<FileItem> items)
    {
        var now = _time.GetUtcNow();
        return _store.Write((transaction, writer) =>
        {
            using var find = StoreWriter.Prepare(
                transaction.Connection!, "SELECT hash, line, pass FROM file_items WHERE file = $file AND id = $id AND version = $version",
                "$file", "$id", "$version");
            using var note = StoreWriter.Prepare(
                transaction.Connection!,
                "INSERT OR REPLACE INTO file_items (file, id, version, hash, line, pass) VALUES ($file, $id, $version, $hash, $line, $pass)",
                "$file", "$id", "$version", "$hash", "$line", "$pass");
            var results = new List<FileItemResult>(items.Count);
            foreach (var item in items)
            {
                results.Add(ApplyOne(item));
            }

            return results;

            FileItemResult ApplyOne(FileItem item)
            {
                var article = item.Article.Article;
                var version = article.Version ?? 0;
                var hash = SHA256.HashData(ArticleJsonWriter.WriteContent(article)).AsSpan(0, 16).ToArray();
                StoreWriter.Set(find, transaction, reading.File, article.Id, version);
                var (said, otherLine) = Noted(find, hash, reading.Pass);
                if (said)
                {
                    Note();
                    return new FileItemResult(item, null, null);
                }

                // Another article of this reading has the identifier: only the text to its headline, announced before, is no clash.
                if (otherLine is not null && writer.Compare(transaction, article) is not FileRelation.Completes and var relation)
                {
                    if (relation == FileRelation.Known)
                    {
                        Note();
                    }

                    return new FileItemResult(item, null, relation == FileRelation.Known ? null : otherLine);
                }

                var change = writer.Apply(transaction, ArticleChange.Put(item.Article, ChangeOrigin.File), now);
                Note();
                return new FileItemResult(item, change, null);

                void Note()
                {
                    StoreWriter.Set(note, transaction, reading.File, article.Id, version, hash, item.Line, reading.Pass);
                    note.ExecuteNonQuery();
                }
            }
        }, items.Count);
    }

    /// <summary>Ends a reading: the ledger forgets what the file no longer says and knows the file from now on.</summary>
    public void End(FileReading reading, FileStamp stamp) => _store.Write((transaction, _) =>
    {
        using var forget = StoreWriter.Prepare(
            transaction.Connection!, "DELETE FROM file_items WHERE file = $file AND pass < $pass", "$file", "$pass");
        StoreWriter.Set(forget, transaction, reading.File, reading.Pass);
        forget.ExecuteNonQuery();
        using var keep = StoreWriter.Prepare(
            transaction.Connection!, "UPDATE files SET size = $size, modified = $modified, hash = $hash WHERE file = $file",
            "$size", "$modified", "$hash", "$file");
        StoreWriter.Set(keep, transaction, stamp.Size, stamp.Modified, stamp.Hash, reading.File);
        return keep.ExecuteNonQuery();
    });

    /// <summary>Whether the file said exactly this before, and the line of this reading that says something else under the same identifier.</summary>
    private static (bool Said, int? OtherLine) Noted(SqliteCommand find, byte[] hash, long pass)
    {
        int? otherLine = null;
        using var row = find.ExecuteReader();
        while (row.Read())
        {
            if (row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(hash))
            {
                return (true, null);
            }

            otherLine = row.GetInt64(2) == pass ? row.GetInt32(1) : otherLine;
        }

        return (false, otherLine);
    }
}
