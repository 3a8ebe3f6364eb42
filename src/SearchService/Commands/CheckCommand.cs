using System.CommandLine;
using SearchService.Hosting;

namespace SearchService.Commands;

/// <summary><c>check</c>: the store, the index and their agreement; exit code 1 if something is damaged.</summary>
public static class CheckCommand
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("check", "Vérifie le dépôt d'articles, l'index et leur accord.");
        command.SetAction(_ =>
        {
            using var engine = Engine.Create(settings);
            var directory = engine.GetRequiredService<ServicePaths>().IndexDirectory;
            var sound = true;
            foreach (var finding in IndexFolderCheck.Run(directory, engine.GetRequiredService<TimeProvider>()))
            {
                sound &= finding.Sound;
                Console.Out.WriteLine($"{(finding.Sound ? "bon    " : "DÉFAUT ")} {finding.Part} : {finding.Detail}");
            }

            return sound ? 0 : 1;
        });
        return command;
    }
}
