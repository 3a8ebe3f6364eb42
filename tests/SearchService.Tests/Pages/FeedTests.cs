using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>A search as an Atom feed.</summary>
public sealed class FeedTests(NewsService news) : IClassFixture<NewsService>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_has_all_that_Atom_asks_for()
    {
        using var answer = await news.Client.GetAsync("/feed.atom");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("fr", feed.Attribute(XNamespace.Xml + "lang")?.Value);
        var all = feed.Elements(Atom + "entry").Prepend(feed).ToArray();
        Assert.Equal(NewsService.Lines.Length + 1, all.Length);
        Assert.Equal(all.Length, all.Select(part => part.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(all, part =>
        {
            Assert.Matches("^tag:127\\.0\\.0\\.1,[0-9]{4}:/", part.Element(Atom + "id")!.Value);
            Assert.NotEmpty(part.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(part.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _));
            Assert.NotEmpty(part.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.Single(part.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
            Assert.All(part.Elements(Atom + "link"), link => Assert.True(Uri.TryCreate(link.Attribute("href")!.Value, UriKind.Absolute, out _)));
        });
    }

    [Fact]
    public async Task The_links_of_a_feed_lead_to_itself_the_page_and_the_articles()
    {
        var feed = await ReadAsync("/feed.atom?q=mairie&source=AFP");

        var site = news.Client.BaseAddress!.ToString();
        Assert.Equal(site + "feed.atom?q=mairie&sort=newest&source=AFP", Link(feed.Links, "self"));
        Assert.Equal(site + "?q=mairie&sort=newest&source=AFP", Link(feed.Links, "alternate"));
        var entry = Assert.Single(feed.Items);
        Assert.Equal(site + "articles/n1", Link(entry.Links, "alternate"));
        Assert.Equal("https://exemple.fr/n1", Link(entry.Links, "via"));
        Assert.Equal("La mairie de Nantes rénove ses écoles", entry.Title.Text);
        Assert.Equal("Douze écoles maternelles seront isolées avant l'hiver.", ((TextSyndicationContent)entry.Summary).Text);
        Assert.Equal("C. Marchand", Assert.Single(entry.Authors).Name);
        Assert.Equal(["Politique", "Plan écoles"], entry.Categories.Select(category => category.Name));
        Assert.Equal(DateTimeOffset.Parse("2025-03-01T09:30:00+01:00", CultureInfo.InvariantCulture), entry.LastUpdatedTime);
        foreach (var address in feed.Links.Concat(entry.Links).Where(link => link.RelationshipType is "self" or "alternate"))
        {
            using var there = await news.Client.GetAsync(address.Uri);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Fact]
    public async Task A_feed_takes_the_parameters_of_a_search_and_is_newest_first()
    {
        Assert.Equal(["n3", "n1"], await IdsAsync("/feed.atom?q=%C3%A9coles"));
        Assert.Equal(["n1", "n3"], await IdsAsync("/feed.atom?q=%C3%A9coles&sort=oldest"));
        Assert.Equal(await news.Client.IdsAsync("écoles"), await IdsAsync("/feed.atom?q=%C3%A9coles&sort=relevance"));
        Assert.Equal(["n4"], await IdsAsync("/feed.atom?topic=Sport"));
        Assert.Equal(["n3"], await IdsAsync("/feed.atom?from=2025-03-02&to=2025-03&source=AFP"));
        Assert.Equal(["n5", "n4"], await IdsAsync("/feed.atom?size=2"));
        Assert.Equal(["n3", "n2"], await IdsAsync("/feed.atom?size=2&page=2"));
        Assert.Empty(await IdsAsync("/feed.atom?q=introuvable"));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        const string Path = "/feed.atom?q=refuge";
        using var put = await news.Client.PutArticleAsync("feed-1", """{"headline":"Un refuge ouvre","publishedAt":"2025-06-01T08:00:00+02:00"}""");
        using var first = await news.Client.GetAsync(Path);
        using var again = await AskAsync(Path, first.Headers.ETag!);
        using var other = await AskAsync(Path, new EntityTagHeaderValue("\"autre\""));
        using var deleted = await news.Client.DeleteAsync("/api/articles/feed-1?refresh=true");
        using var after = await AskAsync(Path, first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode); // withdrawn is withdrawn
        Assert.DoesNotContain("refuge ouvre", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text_and_a_script_is_no_link()
    {
        var feed = await ReadAsync("/feed.atom?q=poney");

        var entry = Assert.Single(feed.Items);
        Assert.Equal("<script>alert('poney')</script> & \"guillemets\" au tribunal", entry.Title.Text);
        Assert.Equal("text", entry.Title.Type);
        Assert.DoesNotContain(entry.Links, link => link.Uri.Scheme is not ("http" or "https"));
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%EF%BF%BF")]
    [InlineData("%1B%5B31m")]
    [InlineData("]]%3E%3C/feed%3E")]
    [InlineData("%F0%9F%90%B4")]
    public async Task No_query_breaks_the_feed(string query)
    {
        using var answer = await news.Client.GetAsync($"/feed.atom?q={query}&topic={query}");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(Atom + "feed", feed.Root!.Name);
    }

    [Theory]
    [InlineData("/feed.atom?size=abc")]
    [InlineData("/feed.atom?sort=date")]
    [InlineData("/feed.atom?from=hier")]
    public async Task A_parameter_that_cannot_be_used_is_a_problem(string path)
    {
        using var answer = await news.Client.GetAsync(path);
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Theory]
    [InlineData("actualites.exemple.fr", "http://actualites.exemple.fr/")]
    [InlineData("exemple.fr:8080", "http://exemple.fr:8080/")]
    [InlineData("[2001:db8::1]:80", "http://[2001:db8::1]/")]
    public async Task Addresses_are_those_of_the_name_that_was_asked(string host, string site)
    {
        foreach (var path in new[] { "/feed.atom?q=mairie", "/opensearch.xml" })
        {
            using var answer = await news.Client.CallAsync(HttpMethod.Get, path, ("Host", host));
            Assert.Contains($"=\"{site}?q=", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nom@exemple.fr")]
    [InlineData("exemple.fr%2f@autre.fr")]
    [InlineData("un_%22nom%22")]
    [InlineData("a..b")]
    public async Task A_name_that_is_none_is_repeated_nowhere(string host)
    {
        foreach (var path in new[] { "/feed.atom", "/opensearch.xml" })
        {
            var answer = await RawHttp.SendAsync(news.Client.BaseAddress!.Port, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.Equal(400, answer.Status);
            Assert.DoesNotContain(host, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_that_are_not_ours_can_be_refused()
    {
        await using var service = new TestService(("AllowedHosts", "127.0.0.1;actualites.exemple.fr"));
        var client = await service.StartAsync();
        foreach (var (host, status) in new[] { ("127.0.0.1", 200), ("actualites.exemple.fr", 200), ("autre.exemple.fr", 400) })
        {
            using var answer = await client.CallAsync(HttpMethod.Get, "/opensearch.xml", ("Host", host));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(status == 200, (await answer.Content.ReadAsStringAsync()).Contains(host, StringComparison.Ordinal));
        }
    }

    private async Task<SyndicationFeed> ReadAsync(string path)
    {
        using var reader = XmlReader.Create(await news.Client.GetStreamAsync(path));
        return SyndicationFeed.Load(reader);
    }

    private async Task<string[]> IdsAsync(string path) => [.. (await ReadAsync(path)).Items.Select(item => item.Id[(item.Id.LastIndexOf('/') + 1)..])];

    private async Task<HttpResponseMessage> AskAsync(string path, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(known);
        return await news.Client.SendAsync(request);
    }

    private static string Link(IEnumerable<SyndicationLink> links, string relation) => Assert.Single(links, link => link.RelationshipType == relation).Uri.AbsoluteUri;
}
