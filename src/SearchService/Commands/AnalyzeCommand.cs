using System.CommandLine;
using System.Text;
using SearchService.Analysis;

namespace SearchService.Commands;

/// <summary><c>analyze</c>: a text a line in, its terms a line out.</summary>
public static class AnalyzeCommand
{
    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        var field = new Option<string>("--field") { Description = $"Niveau : {AnalysisLevels.Names} (lemma par défaut)." };
        field.Validators.Add(result =>
        {
            if (AnalysisLevels.Parse(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"--field doit valoir {AnalysisLevels.Names}.");
            }
        });
        var command = new Command("analyze", "Montre les termes de chaque ligne lue sur l'entrée standard.") { field };
        command.SetAction((parsed, cancellation) => RunAsync(
            AnalysisLevels.Parse(parsed.GetValue(field))!.Value, Console.OpenStandardInput(), Console.OpenStandardOutput(), cancellation));
        return command;
    }

    /// <summary>Analyses each line of a stream onto a line of another: terms parted by a space, an empty line if there is none.</summary>
    public static async Task RunAsync(AnalysisLevel level, Stream input, Stream output, CancellationToken cancellation)
    {
        var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var reader = new StreamReader(input, plain, detectEncodingFromByteOrderMarks: true);
        await using var writer = new StreamWriter(output, plain, bufferSize: 1 << 16) { NewLine = "\n" };
        var text = new FrenchText();
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            text.Analyze(line);
            WriteTerms(text.AnalyzedWords, level, writer);
            await writer.WriteAsync('\n');
        }
    }

    private static void WriteTerms(ReadOnlySpan<AnalyzedWord> words, AnalysisLevel level, StreamWriter writer)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(' ');
            }

            for (var alternative = 0; words[i].Term(level, alternative) is { } term; alternative++)
            {
                if (alternative > 0)
                {
                    writer.Write('|');
                }

                writer.Write(term);
            }
        }
    }
}
