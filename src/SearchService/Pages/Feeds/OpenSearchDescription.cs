using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SearchService.Pages.Feeds;

/// <summary>The site as a search engine that a browser can add (OpenSearch 1.1).</summary>
public static class OpenSearchDescription
{
    /// <summary>The media type of descriptions.</summary>
    public const string MediaType = "application/opensearchdescription+xml";

    /// <summary>The media type of suggestions as browsers ask for them.</summary>
    public const string SuggestionsMediaType = "application/x-suggestions+json";

    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private static readonly XNamespace Mozilla = "http://www.mozilla.org/2006/browser/search/";

    /// <summary>Writes the description, in UTF-8.</summary>
    public static byte[] Write(SiteAddress site)
    {
        var description = new XElement(
            OpenSearch + "OpenSearchDescription",
            new XAttribute(XNamespace.Xmlns + "moz", Mozilla),
            new XElement(OpenSearch + "ShortName", Layout.SiteName), // at most 16 characters
            new XElement(OpenSearch + "Description", "Chercher dans les actualités en français."),
            new XElement(OpenSearch + "InputEncoding", "UTF-8"),
            new XElement(OpenSearch + "OutputEncoding", "UTF-8"),
            new XElement(OpenSearch + "Language", "fr"),
            new XElement(OpenSearch + "Image", new XAttribute("width", 32), new XAttribute("height", 32), new XAttribute("type", "image/x-icon"), site.To("/favicon.ico")),
            Url("text/html", "results", site.To("/?q={searchTerms}&page={startPage?}")),
            Url(SuggestionsMediaType, "suggestions", site.To("/opensearch/suggest?q={searchTerms}")),
            Url(AtomFeed.MediaType, "results", site.To("/feed.atom?q={searchTerms}&page={startPage?}")),
            Url(MediaType, "self", site.To("/opensearch.xml")),
            new XElement(Mozilla + "SearchForm", site.To("/")));

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new XDocument(description).Save(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Url(string mediaType, string relation, string template) => new(
        OpenSearch + "Url", new XAttribute("type", mediaType), new XAttribute("rel", relation), new XAttribute("template", template));
}
