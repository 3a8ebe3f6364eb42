using System.CommandLine;
using System.Globalization;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Commands;

/// <summary><c>restore</c>: puts a backup in the place of the article store, which is set aside and never deleted.</summary>
public static class RestoreCommand
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var backup = new Argument<DirectoryInfo>("DIR") { Description = "Dossier que « backup » a écrit." };
        var command = new Command(
            "restore", "Remet une sauvegarde en place du dépôt d'articles. Le dépôt présent est mis de côté ; l'index est reconstruit au démarrage suivant.") { backup };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(settings, parsed.GetValue(backup)!.FullName, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(IReadOnlyList<string> settings, string backup, CancellationToken cancellation)
    {
        using var engine = Engine.Create(settings);
        var directory = engine.GetRequiredService<ServicePaths>().IndexDirectory;
        engine.GetRequiredService<IndexFolderLock>();
        var restore = StoreRestore.Prepare(directory, backup, engine.GetRequiredService<TimeProvider>(), Console.Error.WriteLine, cancellation);

        // Before the store changes: after a crash in between, the former store merely gets a new index.
        engine.GetRequiredService<GenerationFolder>().Unpublish();
        var aside = restore.Decide();
        if (aside is not null)
        {
            Console.Error.WriteLine($"Le dépôt précédent est gardé : {aside}");
        }

        Console.Error.WriteLine("L'index sera reconstruit au prochain démarrage, ou par « rebuild ».");
        Console.Out.WriteLine(string.Create(
            French,
            $"Dépôt restauré dans {directory} : {restore.Manifest.Articles} articles visibles, dernier changement {restore.Manifest.Sequence}, sauvegarde du {restore.Manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC"));
        return 0;
    }
}
