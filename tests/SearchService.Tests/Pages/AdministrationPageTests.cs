using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>What the administration page shows and does on a machine without keys.</summary>
public sealed class AdministrationPageTests : IAsyncLifetime
{
    private readonly TestService _service = new();
    private HttpClient? _client;
    private AdminVisitor? _visitor;

    private HttpClient Client => _client!;

    private AdminVisitor Visitor => _visitor!;

    private string? LastWork => _service.Services.GetRequiredService<RebuildJobs>().Last?.Id;

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        _visitor = new AdminVisitor(Client.BaseAddress!);
        await Client.BulkAsync([.. NewsService.Lines.Select(line => line.Trim())]);
    }

    public ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        return _service.DisposeAsync();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Host", "exemple.fr")]
    [InlineData("Origin", "https://exemple.fr")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Only_this_machine_sees_it(string name, string value)
    {
        var before = LastWork;
        using var answer = await Visitor.GetAsync((name, value));
        using var signIn = await Visitor.PostAsync("/connexion", [("cle", "x")], (name, value));
        using var rebuild = await Visitor.PostAsync("/reconstruire", [await Visitor.FormAsync()], (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Génération", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, rebuild.StatusCode);
        Assert.Equal(before, LastWork);
    }

    [Fact]
    public async Task Its_forms_need_what_the_page_carries()
    {
        var before = LastWork;
        using var answer = await Visitor.PostAsync("/reconstruire", []);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, LastWork);
    }

    [Fact]
    public async Task The_state_of_the_index_is_that_of_the_API()
    {
        var index = await Client.JsonAsync("/api/index");
        var html = await PageAsync();

        Assert.Contains($"<dt>Génération</dt><dd>{index.GetProperty("generation").GetString()}</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Articles</dt><dd>6</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Dernier changement visible</dt><dd>nº\u00A06</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Changements en attente</dt><dd>0</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>État</dt><dd>prêt</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_then_a_rollback_are_started_shown_and_checked()
    {
        Assert.Contains("Pas de retour possible\u00A0: il n’y a pas de génération précédente.", await PageAsync(), StringComparison.Ordinal);
        using var impossible = await Visitor.PostAsync("/revenir", [await Visitor.FormAsync()]);
        Assert.Equal(HttpStatusCode.Conflict, impossible.StatusCode);
        Assert.Contains("role=\"alert\">Pas de retour possible.", await impossible.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var (path, done) in new[] { ("/reconstruire", "Reconstruction\u00A0: réussie"), ("/revenir", "Retour en arrière\u00A0: réussie") })
        {
            using var started = await Visitor.PostAsync(path, [await Visitor.FormAsync()]);
            Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
            var html = await Answers.UntilAsync(PageAsync, page => page.Contains(done, StringComparison.Ordinal));
            Assert.Contains("L’index se relit<span class=\"unseen\">\u00A0: oui</span>", html, StringComparison.Ordinal);
            Assert.Contains("Aucun article en double<span class=\"unseen\">\u00A0: oui</span>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rebuild_can_be_canceled()
    {
        using (new HeldGate(_service.Services.GetRequiredService<IndexFollower>()))
        {
            using var started = await Visitor.PostAsync("/reconstruire", [await Visitor.FormAsync()]);
            var html = await PageAsync();
            Assert.Contains("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/administration/reconstruire\"", html, StringComparison.Ordinal);
            var work = html.Split("name=\"travail\" value=\"")[1].Split('"')[0];
            using var canceled = await Visitor.PostAsync("/annuler", [await Visitor.FormAsync(), ("travail", work)]);
            Assert.Equal(HttpStatusCode.SeeOther, canceled.StatusCode);
        }

        await Answers.UntilAsync(PageAsync, page => page.Contains("Reconstruction\u00A0: annulée", StringComparison.Ordinal));
        using var unknown = await Visitor.PostAsync("/annuler", [await Visitor.FormAsync(), ("travail", "inconnu")]);
        Assert.Equal(HttpStatusCode.SeeOther, unknown.StatusCode);
    }

    [Fact]
    public async Task Problems_of_files_and_of_requests_are_told_with_their_place_until_they_are_mended()
    {
        const string Name = "depeches <b>.jsonl";
        var file = Path.Combine(_service.Corpus, Name);
        await File.WriteAllTextAsync(file, "{\"id\":\"bon\",\"headline\":\"Titre\"}\n<script>alert(1)</script>\n");
        await Client.BulkAsync("""{"id":"sans-titre"}""");
        var html = await Answers.UntilAsync(PageAsync, page => page.Contains(Name, StringComparison.Ordinal));

        Assert.Contains($"<bdi>{Name}</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"line\">2</td>", html, StringComparison.Ordinal);
        Assert.Contains("Ce n'est pas du JSON valide", html, StringComparison.Ordinal);
        Assert.Contains("Envoi par l’API", html, StringComparison.Ordinal);
        Assert.Contains("« headline » manque ou est vide.", html, StringComparison.Ordinal);
        Assert.Contains("2 depuis le démarrage", html, StringComparison.Ordinal);
        Assert.DoesNotContain(_service.Corpus, html, StringComparison.Ordinal); // no path of the machine

        await File.WriteAllTextAsync(file, "{\"id\":\"bon\",\"headline\":\"Un titre corrigé\"}\n");
        await Answers.UntilAsync(PageAsync, page => !page.Contains(Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Searches_that_find_nothing_or_take_long_are_listed_as_text()
    {
        const string Hostile = "\"><script>alert(1)</script> ornithorynque";
        await Client.SearchAsync(Hostile, "&operator=all");
        await Client.SearchAsync("mairie");
        using var answer = await Visitor.GetAsync();
        var raw = await answer.Content.ReadAsStringAsync();

        var empty = raw[raw.IndexOf("vides-titre", StringComparison.Ordinal)..];
        Assert.Contains(WebUtility.HtmlEncode(Hostile).Replace("&#39;", "&#x27;", StringComparison.Ordinal), empty, StringComparison.Ordinal);
        Assert.DoesNotContain("mairie", empty, StringComparison.Ordinal);
        Assert.Contains("<bdi>mairie</bdi>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", raw, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> PageAsync()
    {
        using var answer = await Visitor.GetAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
