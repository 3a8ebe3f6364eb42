using System.Net;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

public sealed class ArticlePageTests(NewsService news) : IClassFixture<NewsService>
{
    [Fact]
    public async Task An_article_has_a_page_with_headline_headings_text_byline_and_origin()
    {
        var html = WebUtility.HtmlDecode(await news.Client.GetStringAsync("/articles/n1"));

        Assert.Contains("<h1>La mairie de Nantes rénove ses écoles</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<h2>Un chantier attendu</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<p>Les parents saluent la décision du conseil municipal.</p>", html, StringComparison.Ordinal);
        Assert.Contains("C. Marchand", html, StringComparison.Ordinal);
        Assert.Contains("1er\u00A0mars\u00A02025 à 9\u00A0h\u00A030</time>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?source=AFP\">AFP</a>", html, StringComparison.Ordinal);
        Assert.Contains(">Plan écoles</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?topic=Politique\">Politique</a>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://exemple.fr/n1\" rel=\"noopener noreferrer\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_escaped_and_a_script_is_no_link()
    {
        var raw = PageScript.Without(await news.Client.GetStringAsync("/articles/n5"));

        Assert.Contains("&lt;script&gt;", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", raw, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://exemple.fr/a?b=1&c=2", "https://exemple.fr/a?b=1&c=2")]
    [InlineData("HTTP://EXEMPLE.FR/", "http://exemple.fr/")]
    [InlineData("JavaScript:alert(1)", null)]
    [InlineData(" javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//exemple.fr", null)]
    [InlineData("/relatif", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_addresses_of_the_web_become_links(string? url, string? link) =>
        Assert.Equal(link, SearchService.Pages.PageText.WebLink(url));

    [Theory]
    [InlineData("inconnu")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task What_does_not_exist_has_a_page_that_says_so(string id)
    {
        using var answer = await news.Client.GetAsync("/articles/" + id);

        var raw = PageScript.Without(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Article introuvable", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_withheld_article_has_no_page()
    {
        using var put = await news.Client.PutArticleAsync("page-hidden", """{"headline":"Retenu","status":"withheld"}""");
        using var answer = await news.Client.GetAsync("/articles/page-hidden");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Retenu", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
