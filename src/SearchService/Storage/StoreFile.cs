using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace SearchService.Storage;

/// <summary>The store's file as a file: how it comes into being, and what can be told of its health without reading much of it.</summary>
internal static class StoreFile
{
    // https://www.sqlite.org/fileformat2.html, section 4.1
    private const int JournalHeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint JournalMagic = 0x377f0682; // the lowest bit tells the byte order of the checksum

    /// <summary>The names of SQLite's own files beside a database, to add to its name.</summary>
    public static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>
    /// Makes an empty store under another name first: a file under the store's own name is always a whole one, so that an empty or unfinished
    /// one can only be damage and is never taken for new.
    /// </summary>
    public static void Create(string path)
    {
        if (File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0)
        {
            throw StoreFailure.Damaged(path, $"le fichier manque alors que son journal {path}-wal est là");
        }

        var unfinished = path + ".new";
        Delete(unfinished);
        using (var connection = new SqliteConnection(StoreSchema.ConnectionString(unfinished, SqliteOpenMode.ReadWriteCreate, pooling: false)))
        {
            connection.Open();
            StoreSchema.CreateTables(connection);
        }

        DurableFile.Flush(unfinished);
        DurableFile.Rename(unfinished, path);
    }

    /// <summary>
    /// Checks what SQLite passes over: a journal that does not start as one is an empty one to it, and the changes in it would be lost without a word.
    /// The store's own file is not opened here: closing it would end the locks that SQLite holds on it for this process (fcntl).
    /// </summary>
    /// <exception cref="StoreException">The journal was overwritten.</exception>
    public static void CheckJournal(string path)
    {
        var journal = path + "-wal";
        if (File.Exists(journal) && !IsJournalHeader(ReadStart(journal, JournalHeaderBytes)))
        {
            throw StoreFailure.Damaged(path, $"son journal {journal}, qui porte les derniers changements, n'est pas lisible");
        }
    }

    /// <summary>
    /// Checks that no page is missing at the end. SQLite takes the size from the journal if there is one, and reads what the file lacks as zeros. A
    /// shorter file is sound if the journal holds the rest: that is how a checkpoint that was cut off leaves it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="pages">How many pages SQLite expects.</param>
    /// <param name="pageSize">Their size in bytes.</param>
    /// <param name="readJournal">Whether to look into the journal; beside a process that writes it, the answer would be out of date.</param>
    /// <exception cref="StoreException">Pages are missing.</exception>
    public static void CheckLength(string path, long pages, int pageSize, bool readJournal)
    {
        var journal = new FileInfo(path + "-wal");
        var hasJournal = journal is { Exists: true, Length: > 0 };
        var present = new FileInfo(path).Length / pageSize; // asked for last: a file that is being written only grows
        if (present < pages && (!hasJournal || (readJournal && CountPages(journal.FullName, pageSize, present, pages) < pages - present)))
        {
            throw StoreFailure.Damaged(path, "il est tronqué");
        }
    }

    /// <summary>How many different pages of a range a journal holds.</summary>
    private static int CountPages(string journal, int pageSize, long after, long upTo)
    {
        var found = new HashSet<uint>();
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> header = stackalloc byte[JournalHeaderBytes];
        Span<byte> frame = stackalloc byte[FrameHeaderBytes];
        stream.ReadAtLeast(header, JournalHeaderBytes, throwOnEndOfStream: false);
        while (stream.ReadAtLeast(frame, FrameHeaderBytes, throwOnEndOfStream: false) == FrameHeaderBytes && frame[8..16].SequenceEqual(header[16..24])) // the salts
        {
            var page = BinaryPrimitives.ReadUInt32BigEndian(frame);
            if (page > after && page <= upTo)
            {
                found.Add(page);
            }

            stream.Seek(pageSize, SeekOrigin.Current);
        }

        return found.Count;
    }

    /// <summary>Deletes a file that is not a store yet, with SQLite's own files beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var file in Companions.Select(companion => path + companion).Prepend(path))
        {
            File.Delete(file);
        }
    }

    /// <summary>Whether a journal starts as one: a power loss may leave one that is short or has no bytes written yet, never one that says something else.</summary>
    private static bool IsJournalHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length < JournalHeaderBytes || !header.ContainsAnyExcept((byte)0))
        {
            return true;
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        if ((magic & ~1u) != JournalMagic)
        {
            return false;
        }

        uint first = 0, second = 0;
        for (var i = 0; i < JournalHeaderBytes - 8; i += 8)
        {
            first += Word(header[i..]) + second;
            second += Word(header[(i + 4)..]) + first;
        }

        return first == BinaryPrimitives.ReadUInt32BigEndian(header[24..]) && second == BinaryPrimitives.ReadUInt32BigEndian(header[28..]);

        uint Word(ReadOnlySpan<byte> bytes) =>
            (magic & 1) == 1 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private static byte[] ReadStart(string path, int count)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[count];
        return bytes[..stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }
}
