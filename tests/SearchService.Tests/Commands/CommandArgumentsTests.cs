using SearchService.Commands;

namespace SearchService.Tests.Commands;

public sealed class CommandArgumentsTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("search mots", "", "search mots")]
    [InlineData("--Urls=http://localhost:1", "--Urls=http://localhost:1", "")]
    [InlineData("--Urls http://localhost:1", "--Urls http://localhost:1", "")]
    [InlineData("--urls http://localhost:1", "--urls http://localhost:1", "")]
    [InlineData("--Index:Directory=x rebuild", "--Index:Directory=x", "rebuild")]
    [InlineData("rebuild --Index:Directory x", "--Index:Directory x", "rebuild")]
    [InlineData("--index:directory=x check", "--index:directory=x", "check")]
    [InlineData("search --topic Sport mots", "", "search --topic Sport mots")]
    [InlineData("search mots --topic=Sport --Search:MaxClauses=3", "--Search:MaxClauses=3", "search mots --topic=Sport")]
    [InlineData("import a.jsonl --url http://localhost:1 --key c", "", "import a.jsonl --url http://localhost:1 --key c")]
    [InlineData("--environment Development", "--environment Development", "")]
    [InlineData("--contentRoot=x --applicationName=y", "--contentRoot=x --applicationName=y", "")]
    [InlineData("--help", "", "--help")]
    [InlineData("search --size=5", "", "search --size=5")]
    [InlineData("analyze --field exact", "", "analyze --field exact")]
    [InlineData("-x Y", "", "-x Y")]
    [InlineData("serve", "", "serve")]
    [InlineData("--Urls", "--Urls", "")]
    public void A_command_line_is_parted(string line, string settings, string words)
    {
        var parted = CommandArguments.Split(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(settings, string.Join(' ', parted.Settings));
        Assert.Equal(words, string.Join(' ', parted.Words));
        Assert.Equal(words.Length > 0, parted.NamesAVerb);
    }
}
