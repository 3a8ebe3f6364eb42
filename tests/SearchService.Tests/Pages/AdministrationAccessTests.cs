using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>Who may see and use the administration page when keys are configured.</summary>
public sealed class AdministrationAccessTests : IAsyncLifetime
{
    private const string Key = "une-cle-assez-longue";

    private readonly TestService _service = new(("Security:AdminKeys:0", Key));
    private HttpClient? _client;
    private AdminVisitor? _visitor;

    private AdminVisitor Visitor => _visitor!;

    private string? LastWork => _service.Services.GetRequiredService<RebuildJobs>().Last?.Id;

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        _visitor = new AdminVisitor(_client.BaseAddress!);
    }

    public ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        return _service.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("administration=")]
    [InlineData("administration=une-cle-assez-longue")]
    [InlineData("administration=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_session_there_is_a_form_and_nothing_to_see(string? cookie)
    {
        Visitor.Cookie = cookie;
        using var answer = await Visitor.GetAsync();

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Génération", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fausse-cle-assez-longue")]
    [InlineData("une-cle-assez-longu")]
    [InlineData("UNE-CLE-ASSEZ-LONGUE")]
    public async Task A_wrong_key_opens_nothing_and_is_not_repeated(string key)
    {
        using var answer = await Visitor.PostAsync("/connexion", [("cle", key)]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.True(key.Length == 0 || !html.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_opens_a_session_whose_cookie_says_nothing_of_it_and_stays_here()
    {
        using var answer = await Visitor.PostAsync("/connexion", [("cle", Key)]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/administration", answer.Headers.Location?.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        var attributes = cookie.Split("; ")[1..].Select(part => part.ToLowerInvariant()).ToArray();
        Assert.Equal(["httponly", "path=/administration", "samesite=strict"], attributes.Order());
        var name = cookie.Split(';')[0].Split('=')[1];
        Assert.True(name.Length >= 43); // 256 bits
        Assert.DoesNotContain(Key, name, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(AdminKey.Hash(Key)), name, StringComparison.OrdinalIgnoreCase);

        Visitor.Cookie = cookie.Split(';')[0];
        using var page = await Visitor.GetAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Génération", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_TLS_the_cookie_goes_nowhere_else()
    {
        using var answer = await Visitor.PostAsync("/connexion", [("cle", Key)], ("Host", "exemple.fr"), ("Origin", "https://exemple.fr"));
        Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_stolen_cookie_opens_nothing_of_the_API()
    {
        await Visitor.SignInAsync(Key);
        foreach (var (method, path) in new[] { ("POST", "/api/index/rebuild"), ("POST", "/api/index/rollback"), ("DELETE", "/api/articles/a"), ("PUT", "/api/articles/a") })
        {
            using var body = new StringContent("""{"headline":"Titre"}""", Encoding.UTF8, "application/json");
            using var answer = await Visitor.SendAsync(new HttpMethod(method), path, method == "PUT" ? body : null);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_that_the_page_did_not_send_does_nothing()
    {
        var before = LastWork;
        await Visitor.SignInAsync(Key);
        var form = await Visitor.FormAsync();
        using var other = new AdminVisitor(_client!.BaseAddress!);
        await other.SignInAsync(Key);
        var formOfOther = await other.FormAsync();
        Assert.NotEqual(form, formOfOther);

        (string Name, string Value)[][] forms = [[], [("formulaire", "")], [("formulaire", form.Value + "x")], [formOfOther]];
        foreach (var fields in forms)
        {
            using var answer = await Visitor.PostAsync("/reconstruire", fields);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        foreach (var header in new[] { ("Origin", "https://exemple.fr"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            foreach (var path in new[] { "/reconstruire", "/revenir", "/annuler", "/deconnexion" })
            {
                using var answer = await Visitor.PostAsync(path, [form], header);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        using var page = await Visitor.GetAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode); // nobody was signed out either
        Assert.Equal(before, LastWork);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_the_page_of_another_site()
    {
        foreach (var header in new[] { ("Origin", "https://exemple.fr"), ("Sec-Fetch-Site", "cross-site") })
        {
            using var answer = await Visitor.PostAsync("/connexion", [("cle", Key)], header);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Who_signs_out_leaves_a_cookie_that_opens_nothing()
    {
        await Visitor.SignInAsync(Key);
        using var answer = await Visitor.PostAsync("/deconnexion", [await Visitor.FormAsync()]);
        using var page = await Visitor.GetAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task A_program_may_carry_the_key_itself()
    {
        using var page = await Visitor.GetAsync(("Authorization", "Bearer " + Key));
        using var wrong = await Visitor.GetAsync(("Authorization", "Bearer fausse"));
        using var rebuild = await Visitor.SendAsync(HttpMethod.Post, "/administration/reconstruire", null, ("Authorization", "Bearer " + Key));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, rebuild.StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--y\r\n\r\n", 403)]
    [InlineData("application/json", "{}", 403)]
    [InlineData("application/x-www-form-urlencoded", "cle=%", 401)]
    public async Task A_body_that_is_no_form_is_refused(string type, string body, int status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await Visitor.SendAsync(HttpMethod.Post, "/administration/connexion", content);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_form_beyond_the_limit_is_refused()
    {
        using var answer = await Visitor.PostAsync("/connexion", [("cle", new string('a', 1_100_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
