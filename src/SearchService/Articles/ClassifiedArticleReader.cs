using System.Text.Json;

namespace SearchService.Articles;

/// <summary>
/// Reads what <see cref="ArticleJsonWriter.WriteClassified"/> wrote: text that was cleaned and checked before, so that nothing of it is looked at again. A search reads its hits
/// so. What comes from outside is for <see cref="ArticleJsonReader"/>.
/// </summary>
public static class ClassifiedArticleReader
{
    /// <summary>Reads an article with its derivation.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <exception cref="InvalidDataException">The bytes are not what the writer writes.</exception>
    public static ClassifiedArticle Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return ReadObject(utf8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("A stored article is not valid JSON.", e);
        }
    }

    private static ClassifiedArticle ReadObject(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        Expect(ref reader, JsonTokenType.StartObject);
        string? id = null, headline = null, story = null, source = null, byline = null, url = null;
        List<Paragraph> paragraphs = [];
        List<string> topics = [], derived = [];
        DateTimeOffset? publishedAt = null, embargoUntil = null;
        long? version = null;
        var status = ArticleStatus.Usable;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("headline"u8))
            {
                headline = Text(ref reader);
            }
            else if (reader.ValueTextEquals("paragraphs"u8))
            {
                paragraphs = Paragraphs(ref reader);
            }
            else if (reader.ValueTextEquals("topics"u8))
            {
                topics = Texts(ref reader);
            }
            else if (reader.ValueTextEquals("derived"u8))
            {
                derived = Texts(ref reader);
            }
            else if (reader.ValueTextEquals("story"u8))
            {
                story = Text(ref reader);
            }
            else if (reader.ValueTextEquals("source"u8))
            {
                source = Text(ref reader);
            }
            else if (reader.ValueTextEquals("byline"u8))
            {
                byline = Text(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                url = Text(ref reader);
            }
            else if (reader.ValueTextEquals("publishedAt"u8))
            {
                publishedAt = Date(ref reader);
            }
            else if (reader.ValueTextEquals("embargoUntil"u8))
            {
                embargoUntil = Date(ref reader);
            }
            else if (reader.ValueTextEquals("version"u8))
            {
                reader.Read();
                version = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = Text(ref reader) switch
                {
                    "usable" => ArticleStatus.Usable,
                    "withheld" => ArticleStatus.Withheld,
                    "canceled" => ArticleStatus.Canceled,
                    _ => throw new JsonException("No such status."),
                };
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || id is null || headline is null)
        {
            throw new JsonException("An article has an identifier and a headline.");
        }

        var storyIsDerived = derived.Contains(ClassifiedArticle.StoryField);
        var topicsAreDerived = derived.Contains(ClassifiedArticle.TopicsField);
        var article = new Article
        {
            Id = id,
            Headline = headline,
            Paragraphs = paragraphs,
            Topics = topicsAreDerived ? [] : topics,
            Story = storyIsDerived ? null : story,
            Source = source,
            Byline = byline,
            Url = url,
            PublishedAt = publishedAt,
            Version = version,
            Status = status,
            EmbargoUntil = embargoUntil,
        };
        return new ClassifiedArticle(article, new Derivation(storyIsDerived ? story : null, topicsAreDerived ? topics : [], ""));
    }

    private static List<Paragraph> Paragraphs(ref Utf8JsonReader reader)
    {
        List<Paragraph> paragraphs = [];
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string? text = null, heading = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("text"u8))
                {
                    text = Text(ref reader);
                }
                else if (reader.ValueTextEquals("heading"u8))
                {
                    heading = Text(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            paragraphs.Add(new Paragraph(text ?? throw new JsonException("A paragraph has a text."), heading));
        }

        return paragraphs;
    }

    private static List<string> Texts(ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString() ?? throw new JsonException("A value is null."));
        }

        return texts;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static DateTimeOffset? Date(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException($"{type} expected.");
        }
    }
}
