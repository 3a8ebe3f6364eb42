using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>What browsers and crawlers look for beside the pages.</summary>
public sealed class OpenSearchTests(NewsService news) : IClassFixture<NewsService>
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task The_description_names_addresses_that_answer()
    {
        using var answer = await news.Client.GetAsync("/opensearch.xml");
        var description = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(description.Element(OpenSearch + "ShortName")!.Value.Length, 1, 16);
        Assert.InRange(description.Element(OpenSearch + "Description")!.Value.Length, 1, 1024);
        var urls = description.Elements(OpenSearch + "Url").ToArray();
        Assert.Equal(["results", "suggestions", "results", "self"], urls.Select(url => url.Attribute("rel")!.Value));
        foreach (var url in urls)
        {
            var address = url.Attribute("template")!.Value.Replace("{searchTerms}", "mairie", StringComparison.Ordinal).Replace("{startPage?}", "", StringComparison.Ordinal);
            using var there = await news.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
            Assert.Equal(url.Attribute("type")!.Value, there.Content.Headers.ContentType?.MediaType);
        }

        using var image = await news.Client.GetAsync(description.Element(OpenSearch + "Image")!.Value);
        Assert.Equal("image/x-icon", image.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Suggestions_come_in_the_form_of_browsers()
    {
        var answer = await news.Client.JsonAsync("/opensearch/suggest?q=can");
        var usual = await news.Client.JsonAsync("/api/suggest?q=can&size=8");

        Assert.Equal(2, answer.GetArrayLength());
        Assert.Equal("can", answer[0].GetString());
        Assert.NotEmpty(answer[1].EnumerateArray());
        Assert.Equal(
            usual.GetProperty("suggestions").EnumerateArray().Select(suggestion => suggestion.GetProperty("text").GetString()),
            answer[1].EnumerateArray().Select(text => text.GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22%3C/script%3E")]
    public async Task Every_text_is_answered(string query) =>
        Assert.Equal(JsonValueKind.Array, (await news.Client.JsonAsync("/opensearch/suggest" + query))[1].ValueKind);

    [Fact]
    public async Task A_text_beyond_the_limit_is_a_problem()
    {
        using var answer = await news.Client.GetAsync("/opensearch/suggest?q=" + new string('a', 2001));
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Fact]
    public async Task Pages_name_the_description_and_their_feed()
    {
        foreach (var path in new[] { "/", "/?q=mairie", "/articles/n1", "/aide", "/administration" })
        {
            Assert.Contains("type=\"application/opensearchdescription", await news.Client.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("title=\"Cette recherche en flux\" href=\"/feed.atom?q=mairie\"", await news.Client.GetStringAsync("/?q=mairie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawlers_are_kept_from_what_has_no_end_and_from_what_is_not_for_readers()
    {
        using var answer = await news.Client.GetAsync("/robots.txt");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("User-agent: *", lines);
        Assert.Contains("Disallow: /?", lines);
        Assert.Contains("Disallow: /api/", lines);
        Assert.Contains("Disallow: /administration", lines);
        Assert.DoesNotContain("Disallow: /", lines);
    }

    [Fact]
    public async Task Who_looks_for_an_icon_at_the_usual_place_finds_it()
    {
        var icon = await news.Client.GetByteArrayAsync("/favicon.ico");
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], icon[..8]);
    }
}
