using Microsoft.Extensions.Time.Testing;
using SearchService.Commands;

namespace SearchService.Tests.Commands;

public sealed class ImportProgressTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_file_gets_a_line_every_ten_seconds()
    {
        var progress = new ImportProgress(_output, isTerminal: false, bytes: 1000, _time);
        progress.Tell(1, 1);
        _time.Advance(TimeSpan.FromSeconds(10));
        progress.Tell(20_000, 100);
        _time.Advance(TimeSpan.FromSeconds(9));
        progress.Tell(30_000, 150);
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Tell(40_000, 200);
        progress.EndLine();

        Assert.Equal(
            "Articles lus : 20 000 ; 10 % ; 2 000 par seconde ; reste environ 2 min\nArticles lus : 40 000 ; 20 % ; 2 000 par seconde ; reste environ 2 min\n",
            Plain(_output.ToString()));
    }

    [Fact]
    public void A_terminal_has_one_line_that_a_problem_does_not_garble()
    {
        var progress = new ImportProgress(_output, isTerminal: true, bytes: 100, _time);
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Tell(10, 50);
        progress.Report("Un problème");
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Tell(20, 100);
        progress.EndLine();

        Assert.Equal(
            "\rArticles lus : 10 ; 50 % ; 10 par seconde ; reste environ 1 s\nUn problème\n\rArticles lus : 20 ; 100 % ; 10 par seconde ; reste environ 0 s\n",
            Plain(_output.ToString()));
    }

    [Fact]
    public void Files_without_a_byte_are_read_at_once()
    {
        var progress = new ImportProgress(_output, isTerminal: false, bytes: 0, _time);
        _time.Advance(TimeSpan.FromMinutes(1));
        progress.Tell(0, 0);

        Assert.Contains("100 %", Plain(_output.ToString()), StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
