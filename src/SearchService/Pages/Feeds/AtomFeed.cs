using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SearchService.Pages.Results;
using SearchService.Searching;
using SearchService.Searching.Queries;

namespace SearchService.Pages.Feeds;

/// <summary>
/// A search as an Atom feed (RFC 4287). Identifiers are <c>tag:</c> addresses of the site and the article, so that a reader knows an article again in each feed; an
/// article without a date is as old as can be.
/// </summary>
public static class AtomFeed
{
    /// <summary>The media type of feeds.</summary>
    public const string MediaType = "application/atom+xml";

    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    private static readonly DateTimeOffset Undated = DateTimeOffset.UnixEpoch;

    /// <summary>Writes the feed of a search, in UTF-8: equal answers give equal bytes.</summary>
    public static byte[] Write(SearchRequest request, SearchResponse response, SiteAddress site)
    {
        var self = SearchAddress.Of(request, "/feed.atom");
        var feed = new SyndicationFeed
        {
            Id = Tag(site, self),
            Title = Text(Title(request)),
            Language = "fr",
            LastUpdatedTime = response.Hits.Max(hit => hit.PublishedAt) ?? Undated,
            Generator = "SearchService",
            Items = [.. response.Hits.Select(hit => Entry(hit, site))],
        };
        feed.Authors.Add(new SyndicationPerson { Name = Layout.SiteName });
        feed.Links.Add(Link(site.To(self), "self", MediaType));
        feed.Links.Add(Link(site.To(SearchAddress.Of(request)), "alternate", "text/html"));
        feed.Links.Add(Link(site.To("/opensearch.xml"), "search", OpenSearchDescription.MediaType));
        feed.ElementExtensions.Add(new XElement(OpenSearch + "totalResults", response.Total));
        feed.ElementExtensions.Add(new XElement(OpenSearch + "itemsPerPage", response.Hits.Count));

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem Entry(SearchHit hit, SiteAddress site)
    {
        var path = "/articles/" + Uri.EscapeDataString(hit.Id);
        var entry = new SyndicationItem
        {
            Id = Tag(site, path),
            Title = Text(hit.Headline),
            LastUpdatedTime = hit.PublishedAt ?? Undated,
        };
        if (hit.PublishedAt is { } published)
        {
            entry.PublishDate = published;
        }

        if (hit.Passages is [var passage, ..])
        {
            entry.Summary = Text(passage.Text);
        }

        entry.Authors.Add(new SyndicationPerson { Name = Clean(hit.Byline ?? hit.Source ?? Layout.SiteName) });
        entry.Links.Add(Link(site.To(path), "alternate", "text/html"));
        if (PageText.WebLink(hit.Url) is { } origin)
        {
            entry.Links.Add(Link(origin, "via", null));
        }

        foreach (var topic in hit.Topics)
        {
            entry.Categories.Add(new SyndicationCategory(Clean(topic)));
        }

        if (hit.Story is { } story)
        {
            entry.Categories.Add(new SyndicationCategory(Clean(story)));
        }

        return entry;
    }

    private static string Title(SearchRequest request)
    {
        string[] parts =
        [
            QueryParser.AsksForEverything(request.Query) ? "" : PageText.Quoted(request.Query.Trim()),
            .. request.Topics, .. request.Stories, .. request.Sources,
            request.Days.IsOpen ? "" : PageText.Days(request.Days),
        ];
        var asked = string.Join(", ", parts.Where(part => part.Length > 0));
        return asked.Length == 0 ? Layout.SiteName : Layout.SiteName + PageText.Space + ": " + asked;
    }

    // A port may change, and a tag has no place for one; the year only has to be one in which the name was the site's.
    private static string Tag(SiteAddress site, string path) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{site.Root.IdnHost.Replace(':', '-').Trim('-')},2025:{path}");

    private static SyndicationLink Link(string address, string relation, string? mediaType) =>
        new(new Uri(address)) { RelationshipType = relation, MediaType = mediaType };

    private static TextSyndicationContent Text(string text) => new(Clean(text));

    /// <summary>A text without what XML cannot hold, not even escaped.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }
}
