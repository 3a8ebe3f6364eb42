using System.Net;
using System.Text.RegularExpressions;
using SearchService.Pages.Results;
using SearchService.Searching;
using SearchService.Searching.Facets;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

public sealed class SearchPageTests(NewsService news) : IClassFixture<NewsService>
{
    [Fact]
    public async Task The_first_page_is_French_and_shows_what_is_new()
    {
        var html = await PageAsync("/");

        Assert.Contains("<html lang=\"fr\">", html, StringComparison.Ordinal);
        Assert.Contains("6\u00A0articles", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/n1\"", html, StringComparison.Ordinal);
        Assert.Contains("1er\u00A0mars\u00A02025", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_shows_its_words_and_marks_them()
    {
        var html = await PageAsync("/?q=mairie");

        Assert.Contains("1\u00A0article", html, StringComparison.Ordinal);
        Assert.Contains("La <mark>mairie</mark> de Nantes rénove ses écoles", html, StringComparison.Ordinal);
        Assert.Contains("value=\"mairie\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("musée de Lyon", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_are_checkboxes_and_the_chosen_ones_are_checked()
    {
        var html = await PageAsync("/?source=AFP");

        Assert.Contains("<input type=\"checkbox\" form=\"recherche\" name=\"source\" value=\"AFP\" checked", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" form=\"recherche\" name=\"source\" value=\"Reuters\" />", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" form=\"recherche\" name=\"topic\" value=\"Environnement\" />", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" form=\"recherche\" name=\"story\" value=\"Canicule\" />", html, StringComparison.Ordinal);
        Assert.Contains("2\u00A0articles", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_articles_is_escaped()
    {
        var raw = await RawAsync("/?q=poney");

        Assert.Contains("<mark>poney</mark>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q", "<script>alert(1)</script>")]
    [InlineData("q", "\"><script>alert(1)</script>")]
    [InlineData("q", "' onfocus=alert(1) x='")]
    [InlineData("topic", "\"><script>alert(1)</script>")]
    [InlineData("from", "\"><script>alert(1)</script>")]
    [InlineData("sort", "\"><script>alert(1)</script>")]
    [InlineData("size", "<script>alert(1)</script>")]
    public async Task A_hostile_parameter_is_escaped(string name, string value)
    {
        var raw = await RawAsync($"/?{name}={Uri.EscapeDataString(value)}");

        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onfocus=alert(1) x='\"", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("\"\">", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_in_the_page_keeps_its_characters() =>
        Assert.Contains("value=\"« l'été » & <b>\"", await PageAsync("/?q=" + Uri.EscapeDataString("« l'été » & <b>")), StringComparison.Ordinal);

    [Theory]
    [InlineData("size=abc", "size")]
    [InlineData("page=0", "page")]
    [InlineData("from=hier", "from")]
    [InlineData("sort=date", "sort")]
    public async Task A_parameter_that_cannot_be_used_is_told_on_the_page(string query, string parameter)
    {
        using var answer = await news.Client.GetAsync("/?" + query);

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"role=\"alert\">« {parameter} »", html, StringComparison.Ordinal);
        Assert.Contains("type=\"search\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_of_the_query_is_told() =>
        Assert.Contains("guillemet", await PageAsync("/?q=" + Uri.EscapeDataString("\"la mairie")), StringComparison.Ordinal);

    [Fact]
    public async Task Pages_follow_each_other_and_keep_the_search()
    {
        var html = await PageAsync("/?size=10");
        Assert.DoesNotContain("rel=\"next\"", html, StringComparison.Ordinal);
        await using var service = new TestService();
        var client = await service.StartAsync();
        await client.BulkAsync([.. Enumerable.Range(0, 25).Select(i => $$"""{"id":"p{{i}}","headline":"Dépêche {{i}}","topics":["Sport"]}""")]);

        var first = WebUtility.HtmlDecode(await client.GetStringAsync("/?q=dépêche&topic=Sport"));
        var second = WebUtility.HtmlDecode(await client.GetStringAsync("/?q=dépêche&topic=Sport&page=2"));
        var third = WebUtility.HtmlDecode(await client.GetStringAsync("/?q=dépêche&topic=Sport&page=3"));

        Assert.Contains("topic=Sport&page=2\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("<ol class=\"hits\" start=\"11\">", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_are_told_to_run_nothing_foreign()
    {
        using var answer = await news.Client.GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("écloes", "Rien ne répond à «\u00A0écloes\u00A0». Voici les résultats pour <a href=\"/?q=écoles\"><strong>écoles</strong></a>")]
    [InlineData("mairie canicule", "Aucun article ne contient tous ces mots\u202F; voici les plus proches, sans <s>")]
    [InlineData("\"mairie de Lyon\"", "retirer les guillemets")]
    [InlineData("zzzz&source=AFP", "<a href=\"/?q=zzzz\">chercher les mêmes mots sans filtre</a>")]
    public async Task What_was_not_found_as_asked_is_told_kindly(string query, string text)
    {
        var raw = await RawAsync("/?q=" + query.Replace(" ", "%20", StringComparison.Ordinal));
        Assert.Contains(text, WebUtility.UrlDecode(WebUtility.HtmlDecode(raw)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_the_last_page_a_cursor_goes_on()
    {
        var cursor = (await news.Client.SearchAsync("", "&size=2")).GetProperty("nextCursor").GetString()!;
        var view = new SearchView("", new SearchRequest { Page = 1000 }, Answer(12_000, cursor), null, default);

        Assert.DoesNotContain("cursor=", await RawAsync("/?size=2"), StringComparison.Ordinal);
        Assert.Equal(1000, view.Pages);
        var next = view.Next;
        Assert.Equal("/?cursor=" + Uri.EscapeDataString(cursor), next);
        Assert.Contains("<article class=\"hit\">", await RawAsync(next + "&size=2"), StringComparison.Ordinal);
    }

    [Fact]
    public void Folded_hits_have_a_next_page_only_if_there_is_one()
    {
        var view = new SearchView("", new SearchRequest { Collapse = true }, Answer(59, null), null, default);

        Assert.Null(view.Next);
        Assert.Null(view.Pages);
    }

    [Fact]
    public async Task The_style_sheet_may_be_kept_under_the_address_of_its_content_alone()
    {
        var address = Regex.Match(await RawAsync("/"), "href=\"(/style\\.css\\?v=[0-9a-f]+)\"").Groups[1].Value;
        using var present = await news.Client.GetAsync(address);
        using var other = await news.Client.GetAsync("/style.css?v=other");

        Assert.Contains("immutable", present.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-cache", other.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_style_sheet_is_there()
    {
        using var answer = await news.Client.GetAsync("/style.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
    }

    private static SearchResponse Answer(int total, string? cursor) =>
        new("", total, 1, Relaxed: false, [], "000001", [], new Dictionary<string, IReadOnlyList<FacetValue>>(), null, [], cursor);

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await RawAsync(path));

    private async Task<string> RawAsync(string path)
    {
        using var answer = await news.Client.GetAsync(path);
        return PageScript.Without(await answer.Content.ReadAsStringAsync());
    }
}
