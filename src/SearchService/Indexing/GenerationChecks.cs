using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Indexing.Files;

namespace SearchService.Indexing;

/// <summary>What is checked before a generation is published.</summary>
public static class GenerationChecks
{
    /// <summary>Checks a generation that holds everything the store had at one moment.</summary>
    /// <param name="generation">The generation, refreshed and committed.</param>
    /// <param name="visibleInStore">How many articles the store showed at that moment.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="IndexException">It cannot be read.</exception>
    public static IReadOnlyList<RebuildCheck> Run(IndexGeneration generation, long visibleInStore, CancellationToken cancellation = default)
    {
        try
        {
            using var committed = generation.OpenLastCommit();
            using var lease = generation.Acquire();
            var reader = lease.Searcher.IndexReader;
            var found = lease.Searcher.Search(new MatchAllDocsQuery(), 1).TotalHits;
            var rejected = generation.Data.Rejected.Count;
            var duplicates = CountDuplicates(reader, cancellation);
            return
            [
                new RebuildCheck(
                    "opens",
                    found == reader.NumDocs && committed.NumDocs == reader.NumDocs,
                    Invariant($"{found} articles trouvés par une recherche de tout, {committed.NumDocs} dans les fichiers")),
                new RebuildCheck(
                    "count",
                    reader.NumDocs + rejected == visibleInStore,
                    Invariant($"{reader.NumDocs} articles dans l'index, {visibleInStore} visibles dans le dépôt, {rejected} refusés")),
                new RebuildCheck("duplicates", duplicates == 0, Invariant($"{duplicates} identifiants en double")),
            ];
        }
        catch (Exception e) when (e is IOException || IndexFaults.IsDamage(e))
        {
            throw new IndexException($"The generation {generation.Name} cannot be read back: {e.Message}", e)
            {
                Checks = [new RebuildCheck("opens", false, "La génération ne se relit pas ; le journal du service en dit la cause.")],
            };
        }
    }

    /// <summary>How many identifiers name more than one document.</summary>
    public static int CountDuplicates(IndexReader reader, CancellationToken cancellation = default)
    {
        if (MultiFields.GetTerms(reader, IndexSchema.Id) is not { } terms)
        {
            return 0;
        }

        var live = MultiFields.GetLiveDocs(reader);
        var ids = terms.GetEnumerator();
        DocsEnum? documents = null;
        var duplicates = 0;
        while (ids.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            documents = ids.Docs(live, documents, DocsFlags.NONE);
            duplicates += documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS ? 1 : 0;
        }

        return duplicates;
    }

    /// <summary>Reads every file of a generation's last commit and checks it against its checksums and its own logic.</summary>
    /// <returns>What is damaged, or null if nothing is.</returns>
    public static string? FindDamage(string path)
    {
        try
        {
            return FileVerification.FindDamage(path, rest: null, CancellationToken.None)?.ToString() ?? FindBrokenLogic(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Reads a generation's last commit as Lucene understands it: lists that contradict each other show although every checksum is right.</summary>
    /// <returns>What is damaged, or null if nothing is.</returns>
    public static string? FindBrokenLogic(string path)
    {
        try
        {
            using var directory = new MappedDirectory(path);
            IList<string>? segments = null;
            while (true)
            {
                var commit = FileChecksums.ReadLastCommit(directory).Generation;
                var status = new CheckIndex(directory).DoCheckIndex(segments);
                if (status.Clean)
                {
                    return null;
                }

                if (FileChecksums.ReadLastCommit(directory).Generation == commit)
                {
                    return Invariant($"{status.TotLoseDocCount} articles in {status.NumBadSegments} segments cannot be read");
                }

                // A later commit needs some files no longer, and they were deleted under way: what could not be read is looked at again, if it is still there.
                segments = status.MissingSegments ? null : [.. status.SegmentInfos.Where(segment => !Passed(segment)).Select(segment => segment.Name)];
            }
        }
        catch (Exception e) when (IndexFaults.IsDamage(e))
        {
            return e.Message;
        }
    }

    private static bool Passed(CheckIndex.Status.SegmentInfoStatus segment) =>
        segment.OpenReaderPassed
        && segment is { FieldNormStatus.Error: null, TermIndexStatus.Error: null, StoredFieldStatus.Error: null, TermVectorStatus.Error: null, DocValuesStatus.Error: null };

    /// <summary>The version of each article of a view, by its identifier.</summary>
    public static Dictionary<string, long> ReadVersions(SearcherLease lease)
    {
        var reader = lease.Searcher.IndexReader;
        var versions = new Dictionary<string, long>(reader.NumDocs, StringComparer.Ordinal);
        var id = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var ids = segment.GetSortedDocValues(IndexSchema.Id);
            var numbers = segment.GetNumericDocValues(IndexSchema.ArticleVersion);
            for (var document = 0; document < segment.MaxDoc; document++)
            {
                if (segment.LiveDocs?.Get(document) != false)
                {
                    ids.Get(document, id);
                    versions[id.Utf8ToString()] = numbers.Get(document);
                }
            }
        }

        return versions;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
