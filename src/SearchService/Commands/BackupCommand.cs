using System.CommandLine;
using System.Globalization;
using SearchService.Hosting;
using SearchService.Storage;

namespace SearchService.Commands;

/// <summary><c>backup</c>: a consistent copy of the article store, also while a service writes it.</summary>
public static class BackupCommand
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var target = new Argument<DirectoryInfo>("DIR") { Description = "Dossier neuf ou vide où écrire la sauvegarde." };
        var command = new Command("backup", "Copie le dépôt d'articles, aussi pendant que le service tourne. L'index n'en fait pas partie : il se reconstruit.") { target };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(settings, parsed.GetValue(target)!.FullName, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(IReadOnlyList<string> settings, string target, CancellationToken cancellation)
    {
        using var engine = Engine.Create(settings);
        var manifest = StoreBackup.Create(
            engine.GetRequiredService<ServicePaths>().IndexDirectory, target.TrimEnd(Path.DirectorySeparatorChar), engine.GetRequiredService<TimeProvider>(),
            Console.Error.WriteLine, cancellation);
        Console.Out.WriteLine(string.Create(
            French, $"Sauvegarde écrite dans {target} : {manifest.Articles} articles visibles, dernier changement {manifest.Sequence}, {manifest.SizeBytes} octets"));
        return 0;
    }
}
