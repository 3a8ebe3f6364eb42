using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SearchService.Articles;

/// <summary>Writes articles in their JSON form, the one <see cref="ArticleJsonReader"/> reads.</summary>
public static class ArticleJsonWriter
{
    /// <summary>Escapes no more than JSON asks for: French is full of apostrophes, and JSON is never written into a page here.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder };

    /// <summary>What the source said, without the version: equal bytes mean equal content.</summary>
    public static byte[] WriteContent(Article article) => Write(article, article.Topics, article.Story, [], null);

    /// <summary>What the source said, with its version if it gave one: the form to send to a service.</summary>
    public static byte[] WriteSubmission(Article article) => Write(article, article.Topics, article.Story, [], article.Version);

    /// <summary>The article as readers see it, with the names of its derived fields.</summary>
    /// <param name="article">The article.</param>
    /// <param name="version">The version that the store gave it.</param>
    public static byte[] WriteClassified(ClassifiedArticle article, long version) =>
        Write(article.Article, article.Topics, article.Story, article.Derived, version);

    private static byte[] Write(Article article, IReadOnlyList<string> topics, string? story, IReadOnlyList<string> derived, long? version)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, article.Id);
            writer.WriteString("headline"u8, article.Headline);
            writer.WriteStartArray("paragraphs"u8);
            foreach (var paragraph in article.Paragraphs)
            {
                writer.WriteStartObject();
                writer.WriteString("text"u8, paragraph.Text);
                if (paragraph.Heading is not null)
                {
                    writer.WriteString("heading"u8, paragraph.Heading);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteList(writer, "topics"u8, topics);
            WriteOptional(writer, "story"u8, story);
            WriteList(writer, "derived"u8, derived);
            WriteOptional(writer, "source"u8, article.Source);
            WriteOptional(writer, "byline"u8, article.Byline);
            WriteOptional(writer, "url"u8, article.Url);
            WriteOptional(writer, "publishedAt"u8, article.PublishedAt);
            if (version is { } number)
            {
                writer.WriteNumber("version"u8, number);
            }

            writer.WriteString("status"u8, StatusName(article.Status));
            WriteOptional(writer, "embargoUntil"u8, article.EmbargoUntil);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> StatusName(ArticleStatus status) => status switch
    {
        ArticleStatus.Withheld => "withheld"u8,
        ArticleStatus.Canceled => "canceled"u8,
        _ => "usable"u8,
    };

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value) =>
        writer.WriteString(name, value);

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } moment)
        {
            writer.WriteString(name, moment);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
