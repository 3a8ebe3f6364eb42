using System.Globalization;
using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Checks an index folder without changing it, also beside the process that writes it.</summary>
public static class IndexFolderCheck
{
    /// <summary>Checks the store, the published generation and their agreement.</summary>
    public static IEnumerable<FolderFinding> Run(string directory, TimeProvider time)
    {
        // The order matters beside a writing process: what the index has committed is in the store already.
        var (generation, indexFinding) = OpenIndex(directory);
        using (generation)
        {
            yield return indexFinding;
            var (snapshot, identity, storeFinding) = OpenStore(directory, time);
            using (snapshot)
            {
                yield return storeFinding;
                if (generation is not null && snapshot is not null)
                {
                    yield return FindForeign(generation, snapshot, identity) ?? CheckAgreement(generation, snapshot);
                }
            }
        }
    }

    /// <summary>Makes sure that a store which an index was made from is still there: an empty one in its place would hide that all was lost.</summary>
    /// <exception cref="StoreException">There is a published index and no store.</exception>
    public static void RequireStore(string directory)
    {
        var store = Path.Combine(directory, ArticleStore.FileName);
        if (!File.Exists(store) && new GenerationFolder(directory).Current is not null)
        {
            throw new StoreException(
                StoreFault.Missing,
                $"Le dépôt d'articles {store} a disparu alors que son index est là. Remettez une sauvegarde en place avec « restore DOSSIER », ou supprimez le dossier {directory} pour repartir de zéro.");
        }
    }

    private static (StoreSnapshot? Snapshot, string? Identity, FolderFinding Finding) OpenStore(string directory, TimeProvider time)
    {
        StoreSnapshot? snapshot = null;
        try
        {
            using var store = ArticleStore.OpenReadOnly(directory, time);
            snapshot = store.OpenSnapshot(); // has a connection of its own
            var faults = snapshot.CheckIntegrity();
            if (faults.Count == 0)
            {
                return (snapshot, store.Identity, Finding("dépôt", true, $"{snapshot.CountVisible()} articles visibles, dernier changement {snapshot.LastSequence}"));
            }

            snapshot.Dispose();
            return (null, null, new FolderFinding(
                "dépôt", false,
                $"{store.Path} est endommagé ; remettez une sauvegarde en place avec « restore DOSSIER » : le fichier endommagé sera mis de côté, pas effacé. SQLite y trouve : {string.Join(" ; ", faults.Take(5))}"));
        }
        catch (StoreException e)
        {
            snapshot?.Dispose();
            return (null, null, new FolderFinding("dépôt", false, e.Message));
        }
    }

    private static (IndexGeneration? Generation, FolderFinding Finding) OpenIndex(string directory)
    {
        var folder = new GenerationFolder(directory);
        if (folder.Current is not { } name)
        {
            return (null, new FolderFinding("index", false, "Aucune génération n'est publiée : démarrez le service ou utilisez « rebuild »."));
        }

        try
        {
            var faults = GenerationChecks.FindDamage(folder.PathOf(name));
            if (faults is not null)
            {
                return (null, new FolderFinding("index", false, $"La génération {name} est endommagée : {faults}"));
            }

            var generation = folder.OpenReadOnly(name);
            return (generation, Finding("index", true, $"génération {name}, jusqu'au changement {generation.AppliedSequence}"));
        }
        catch (IndexException e)
        {
            return (null, new FolderFinding(
                "index", false, $"La génération {name} ne peut pas être ouverte : démarrez le service ou utilisez « rebuild », elle est reconstruite depuis le dépôt. ({e.Message})"));
        }
    }

    /// <summary>Whether numbers of changes mean the same to both; without that, comparing article by article would tell nothing.</summary>
    private static FolderFinding? FindForeign(IndexGeneration generation, StoreSnapshot snapshot, string? identity)
    {
        if (generation.Data.Store.Length > 0 && generation.Data.Store != identity)
        {
            return new FolderFinding(
                "accord", false, "l'index a été fait d'un autre dépôt, ou de celui-ci avant une restauration : démarrez le service ou utilisez « rebuild »");
        }

        return generation.AppliedSequence <= snapshot.LastSequence ? null : Finding(
            "accord", false,
            $"l'index connaît le changement {generation.AppliedSequence}, le dépôt s'arrête au changement {snapshot.LastSequence} : le dépôt a perdu des changements. Remettez une sauvegarde plus récente en place avec « restore DOSSIER », ou utilisez « rebuild » pour garder ce que dit le dépôt");
    }

    private static FolderFinding CheckAgreement(IndexGeneration generation, StoreSnapshot snapshot)
    {
        using var lease = generation.Acquire();
        var indexed = GenerationChecks.ReadVersions(lease);
        var rejected = generation.Data.Rejected;
        long missing = 0, different = 0;
        foreach (var (id, version) in snapshot.ReadVisible(generation.AppliedSequence))
        {
            if (!indexed.Remove(id, out var inIndex))
            {
                missing += rejected.Contains(id) ? 0 : 1;
            }
            else if (inIndex != version)
            {
                different++;
            }
        }

        // What is left stands in the index and not in the store as it was then: fine only if it changed since.
        var surplus = indexed.Keys.Count(id => !snapshot.ChangedAfter(id, generation.AppliedSequence));
        var pending = snapshot.CountChanges(generation.AppliedSequence);
        if (missing + different + surplus == 0 && rejected.Count > 0)
        {
            return Finding(
                "accord", false,
                $"{rejected.Count} articles n'ont pas pu être indexés, le journal du service en dit la cause ; envoyez-les de nouveau : {string.Join(", ", rejected.Order(StringComparer.Ordinal).Take(5))}");
        }

        return missing + different + surplus == 0
            ? Finding("accord", true, $"l'index montre ce que dit le dépôt ({pending} changements récents encore à indexer)")
            : Finding("accord", false, $"{missing} articles manquent à l'index, {different} y sont dans une autre version, {surplus} y sont de trop : utilisez « rebuild »");
    }

    private static FolderFinding Finding(string part, bool sound, FormattableString detail) =>
        new(part, sound, detail.ToString(CultureInfo.InvariantCulture));
}
