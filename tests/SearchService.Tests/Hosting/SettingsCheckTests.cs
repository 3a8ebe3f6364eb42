using Microsoft.Extensions.Configuration;
using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class SettingsCheckTests : IDisposable
{
    private readonly TempFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("Index:RefreshMilliseconds", "9", "Index:RefreshMilliseconds = 9 : la valeur doit être entre 10 et 600000.")]
    [InlineData("Index:RefreshMilliseconds", "600001", "Index:RefreshMilliseconds = 600001 : la valeur doit être entre 10 et 600000.")]
    [InlineData("Index:RefreshMilliseconds", "vite", "Index:RefreshMilliseconds = « vite » : un nombre entier est attendu.")]
    [InlineData("Index:RefreshMilliseconds", "", "Index:RefreshMilliseconds = «  » : un nombre entier est attendu.")]
    [InlineData("Index:RefreshMilliseconds", "1.5", "Index:RefreshMilliseconds = « 1.5 » : un nombre entier est attendu.")]
    [InlineData("Index:RefreshMilliseconds", "1 000", "Index:RefreshMilliseconds = « 1 000 » : un nombre entier est attendu.")]
    [InlineData("Index:RefreshMilliseconds", "99999999999", "Index:RefreshMilliseconds = « 99999999999 » : un nombre entier est attendu.")]
    [InlineData("Index:Directory", "", "Index:Directory : la valeur ne peut pas être vide.")]
    [InlineData("Index:Directory", "  ", "Index:Directory : la valeur ne peut pas être vide.")]
    [InlineData("Search:MaxQueryLength", "0", "Search:MaxQueryLength = 0 : la valeur doit être entre 1 et 60000.")]
    [InlineData("Search:MaxClauses", "1025", "Search:MaxClauses = 1025 : la valeur doit être entre 1 et 1024.")]
    [InlineData("Search:TimeoutMilliseconds", "-5", "Search:TimeoutMilliseconds = -5 : la valeur doit être entre 1 et 600000.")]
    [InlineData("Search:MaxConcurrent", "0", "Search:MaxConcurrent = 0 : la valeur doit être entre 1 et 10000.")]
    [InlineData("Search:MaxQueued", "-1", "Search:MaxQueued = -1 : la valeur doit être entre 0 et 100000.")]
    [InlineData("Ingestion:MaxLineBytes", "1023", "Ingestion:MaxLineBytes = 1023 : la valeur doit être entre 1024 et 1073741824.")]
    [InlineData("Security:RequestsPerSecond", "beaucoup", "Security:RequestsPerSecond = « beaucoup » : un nombre entier est attendu.")]
    [InlineData("Urls", "localhost", "Urls = « localhost » : une adresse comme http://localhost:5080 est attendue.")]
    [InlineData("Urls", "localhost:5080", "Urls = « localhost:5080 » : une adresse comme http://localhost:5080 est attendue.")]
    [InlineData("Urls", "ftp://localhost", "Urls = « ftp://localhost » : une adresse comme http://localhost:5080 est attendue.")]
    [InlineData("Urls", "http://localhost:5080;http://localhost:port", "Urls = « http://localhost:port » : une adresse comme http://localhost:5080 est attendue.")]
    public void A_wrong_value_is_refused_by_its_key(string key, string value, string fault) =>
        Assert.Equal("Configuration refusée :\n  " + fault, Refusal((key, value)));

    [Theory]
    [InlineData("Index:RefreshMilliseconds", "10")]
    [InlineData("Index:RefreshMilliseconds", "600000")]
    [InlineData("Search:MaxQueued", "0")]
    [InlineData("Security:RequestsPerSecond", "0")]
    [InlineData("Index:Directory", "un/autre dossier")]
    [InlineData("Corpus:Path", "")]
    [InlineData("Corpus:Path", "corpus")]
    [InlineData("Corpus:Path", "corpus/")]
    [InlineData("Corpus:Path", "corpus/page.txt")]
    [InlineData("Security:AdminKeys:0", "une clé")]
    [InlineData("Urls", "")]
    [InlineData("Urls", "http://localhost:5080")]
    [InlineData("Urls", "http://*:5080; https://+:5443")]
    [InlineData("Urls", "http://127.0.0.1:0")]
    [InlineData("Urls", "http://[::1]:5080")]
    [InlineData("Inconnu:Clé", "quoi que ce soit")]
    public void A_good_value_is_taken(string key, string value)
    {
        _root.Write("corpus/page.txt", "- \nUn titre\n");

        Assert.Null(Refusal((key, value)));
    }

    [Fact]
    public void Nothing_has_to_be_set() => Assert.Null(Refusal());

    [Fact]
    public void A_missing_corpus_stops_the_start() => Assert.Equal(
        $"Configuration refusée :\n  Corpus:Path = depeches : ce fichier ou dossier n'existe pas (chemin relatif à {_root.Path}).",
        Refusal(("Corpus:Path", "depeches")));

    [Fact]
    public void A_file_of_synonyms_with_a_fault_is_refused_with_its_line()
    {
        var path = _root.Write("synonymes.txt", "bagnole, tacot\nseul\n");

        Assert.Equal(
            $"Configuration refusée :\n  Analysis:SynonymsPath : {path}, ligne 2 : il faut au moins deux expressions séparées par des virgules.",
            Refusal(("Analysis:SynonymsPath", "synonymes.txt")));
        Assert.Equal(
            $"Configuration refusée :\n  Analysis:SynonymsPath = absent.txt : ce fichier ne peut pas être lu (chemin relatif à {_root.Path}).",
            Refusal(("Analysis:SynonymsPath", "absent.txt")));

        _root.Write("synonymes.txt", "bagnole, tacot\n");
        Assert.Null(Refusal(("Analysis:SynonymsPath", "synonymes.txt")));
        Assert.Null(Refusal(("Analysis:SynonymsPath", "")));
    }

    [Fact]
    public void A_file_of_saved_queries_with_a_fault_is_refused_with_its_line()
    {
        var path = _root.Write("requetes.txt", "pont\tv1\npont\tv 1\n");

        Assert.Equal(
            $"Configuration refusée :\n  Index:SavedQueriesPath : {path}, ligne 2 : « v 1 » n'est pas un identifiant d'article.",
            Refusal(("Index:SavedQueriesPath", "requetes.txt")));
        Assert.Equal(
            $"Configuration refusée :\n  Index:SavedQueriesPath = absent.txt : ce fichier ne peut pas être lu (chemin relatif à {_root.Path}).",
            Refusal(("Index:SavedQueriesPath", "absent.txt")));

        _root.Write("requetes.txt", "pont\tv1\n");
        Assert.Null(Refusal(("Index:SavedQueriesPath", "requetes.txt")));
    }

    [Fact]
    public void One_message_names_every_wrong_key()
    {
        var message = Refusal(
            ("Search:MaxClauses", "beaucoup"),
            ("Corpus:Path", "depeches"),
            ("Index:RefreshMilliseconds", "0"),
            ("Urls", "partout"),
            ("Search:MaxQueryLength", "2000"))!;

        var lines = message.Split('\n');
        Assert.Equal("Configuration refusée :", lines[0]);
        Assert.Equal(
            ["Corpus:Path", "Index:RefreshMilliseconds", "Search:MaxClauses", "Urls"], lines[1..].Select(line => line.Trim().Split(' ')[0]).Order());
    }

    private string? Refusal(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        try
        {
            SettingsCheck.Run(configuration, _root.Path);
            return null;
        }
        catch (SettingsException e)
        {
            return e.Message;
        }
    }
}
