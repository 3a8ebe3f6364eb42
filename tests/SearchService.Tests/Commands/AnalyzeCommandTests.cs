using System.Text;
using SearchService.Analysis;
using SearchService.Commands;
using SearchService.Tests.Support;

namespace SearchService.Tests.Commands;

public sealed class AnalyzeCommandTests
{
    [Theory]
    [InlineData(AnalysisLevel.Exact, "L'Été à Nantes\n", "ete a nantes\n")]
    [InlineData(AnalysisLevel.Stem, "écoles\n", "ecol\n")]
    [InlineData(AnalysisLevel.Exact, "un\ndeux\ntrois", "un\ndeux\ntrois\n")]
    [InlineData(AnalysisLevel.Exact, "un\r\n\r\ndeux\r\n", "un\n\ndeux\n")]
    [InlineData(AnalysisLevel.Exact, "?!\n…\n\nfin\n", "\n\n\nfin\n")]
    [InlineData(AnalysisLevel.Exact, "\ufeffcœur\n", "coeur\n")]
    [InlineData(AnalysisLevel.Exact, "", "")]
    public async Task A_line_in_is_a_line_out(AnalysisLevel level, string input, string output)
    {
        using var read = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var written = new MemoryStream();

        await AnalyzeCommand.RunAsync(level, read, written, CancellationToken.None);

        Assert.Equal(output, Encoding.UTF8.GetString(written.ToArray()));
    }

    [Theory]
    [InlineData("journaux\n", "journal\n")]
    [InlineData("la porte\nil porte\nporte\n", "la porte\nil porter\nporte|porter\n")]
    [InlineData("XXe siècle\n", "vingtième|20e siècle\n")]
    [InlineData("un porte-avions neuf\n", "un porte|porteavion avion|avoir neuf\n")]
    public async Task Alternatives_at_one_place_are_joined_by_a_bar(string input, string output)
    {
        Dictionary.Required();
        using var read = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var written = new MemoryStream();

        await AnalyzeCommand.RunAsync(AnalysisLevel.Lemma, read, written, CancellationToken.None);

        Assert.Equal(output, Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public async Task A_very_long_line_stays_one_line()
    {
        using var read = new MemoryStream(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("mot", 50_000)) + "\nfin\n"));
        using var written = new MemoryStream();

        await AnalyzeCommand.RunAsync(AnalysisLevel.Exact, read, written, CancellationToken.None);

        var lines = Encoding.UTF8.GetString(written.ToArray()).Split('\n');
        Assert.Equal(50_000, lines[0].Split(' ').Length);
        Assert.Equal(["fin", ""], lines[1..]);
    }

    [Fact]
    public async Task The_program_writes_UTF_8_without_a_mark_and_nothing_else()
    {
        var run = await ProgramRun.OfAsync(new Dictionary<string, string>(), "école 学校\n\nfin\n", ["analyze", "--field", "exact"]);

        run.Ended(0);
        Assert.Equal(Encoding.UTF8.GetBytes(string.Join('\n', Terms("école 学校"), "", "fin", "")), run.Bytes);
        Assert.Equal("", run.Error);

        static string Terms(string text) => string.Join(' ', TextAnalysis.Analyze(text, AnalysisLevel.Exact).Select(token => token.Term));
    }
}
