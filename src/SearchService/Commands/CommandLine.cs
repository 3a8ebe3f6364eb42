using System.CommandLine;
using System.CommandLine.Parsing;
using SearchService.Hosting;

namespace SearchService.Commands;

/// <summary>The verbs of the command line.</summary>
public static class CommandLine
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs the verb of a command line.</summary>
    /// <returns>0 on success, 1 on failure, 2 on wrong usage.</returns>
    public static async Task<int> RunAsync(CommandArguments arguments)
    {
        var root = new RootCommand(
            "Recherche plein texte dans l'actualité française. Sans verbe, le service démarre sur http://localhost:5080. "
            + "Chaque réglage d'appsettings.json se donne aussi ici : --Index:Directory=dossier.")
        {
            AnalyzeCommand.Create(),
            SearchCommand.Create(arguments.Settings),
            ImportCommand.Create(arguments.Settings),
            RebuildCommand.Create(arguments.Settings),
            CheckCommand.Create(arguments.Settings),
            BackupCommand.Create(arguments.Settings),
            RestoreCommand.Create(arguments.Settings),
        };
        var parsed = root.Parse(arguments.Words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] errors = [.. parsed.Errors.Select(error => error.Message), .. UnknownOptions(parsed)];
        if (errors.Length > 0)
        {
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error);
            }

            await Console.Error.WriteLineAsync("--help montre l'usage.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }) == Success ? Success : Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrompu.");
            return Failure;
        }
        catch (Exception e) when (StartFailure.Explain(e) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failure;
        }
    }

    /// <summary>A mistyped option would otherwise be taken for a file or for words to search; <c>--</c> lets such words through.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => $"Option inconnue : {token.Value}");
}
