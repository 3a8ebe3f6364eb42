using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class SavedQueriesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_query_a_line_with_or_without_an_article() => Assert.Equal(
        [new SavedQuery("grève des bacs"), new SavedQuery("titre:tramway -panne", "v1"), new SavedQuery("\"deux mots\"", "page-0123456789abcdef")],
        SavedQueries.Load(_folder.Write("requetes.txt", "# celles du service\n\ngrève des bacs\n  titre:tramway -panne \tv1\r\n\"deux mots\"\tpage-0123456789abcdef\n")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_file_there_is_none(string? path) => Assert.Empty(SavedQueries.Load(path));

    [Theory]
    [InlineData("un\n\ndeux\tv1\tv2\n", "ligne 3 : une requête et au plus un identifiant, séparés par une tabulation.")]
    [InlineData("\tv1\n", "ligne 1 : la requête manque devant la tabulation.")]
    [InlineData("un\tdeux mots\n", "ligne 1 : « deux mots » n'est pas un identifiant d'article.")]
    [InlineData("un\t\n", "ligne 1 : «  » n'est pas un identifiant d'article.")]
    public void A_bad_line_is_named(string text, string fault)
    {
        var path = _folder.Write("requetes.txt", text);

        Assert.Equal($"{path}, {fault}", Assert.Throws<FormatException>(() => SavedQueries.Load(path)).Message);
    }
}
