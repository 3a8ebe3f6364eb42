using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace SearchService.Articles;

/// <summary>Reads an article from its JSON form. Unknown fields are counted and passed over; nothing here throws on bad input.</summary>
public static class ArticleJsonReader
{
    /// <summary>The longest topic, story or source, in characters: they are values of facets.</summary>
    public const int MaxLabelLength = 200;

    private const int MaxUrlLength = 2000;

    /// <summary>The highest version: the largest whole number that every JSON reader holds exactly: 2^53 - 1.</summary>
    public const long MaxVersion = (1L << 53) - 1;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads one article.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="article">The article, when the result is true.</param>
    /// <param name="error">What is wrong, when the result is false.</param>
    /// <param name="unknownFields">How many fields were passed over.</param>
    /// <param name="defaultId">The identifier of an article that names none, or null if it must name one.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8,
        [NotNullWhen(true)] out Article? article,
        [NotNullWhen(false)] out ArticleError? error,
        out int unknownFields,
        string? defaultId = null)
    {
        unknownFields = 0;
        article = null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var reading = new Reading(document.RootElement);
            article = reading.Article(defaultId);
            unknownFields = reading.UnknownFields;
            error = reading.Error;
            if (article is null)
            {
                error = (error ?? new ArticleError(ArticleError.InvalidArticle, "L'article est illisible.")) with { ArticleId = reading.Id };
                return false;
            }

            return true;
        }
        catch (InvalidOperationException) // half a surrogate pair where no text was looked for, as in a date
        {
            error = new ArticleError(ArticleError.InvalidArticle, "Un champ contient un caractère Unicode incomplet.");
            return false;
        }
        catch (JsonException e)
        {
            error = new ArticleError(ArticleError.InvalidJson, string.Create(CultureInfo.InvariantCulture,
                $"Ce n'est pas du JSON valide (octet {(e.BytePositionInLine ?? 0) + 1})."));
            return false;
        }
    }

    private sealed class Reading(JsonElement root)
    {
        public ArticleError? Error { get; private set; }

        public string? Id { get; private set; }

        public int UnknownFields { get; private set; }

        public Article? Article(string? defaultId)
        {
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Fail<Article>("Un article doit être un objet JSON.");
            }

            string? id = null, headline = null, story = null, source = null, byline = null, url = null;
            IReadOnlyList<Paragraph> paragraphs = [];
            IReadOnlyList<string> topics = [], derived = [];
            DateTimeOffset? publishedAt = null, embargoUntil = null;
            long? version = null;
            var status = ArticleStatus.Usable;

            foreach (var field in root.EnumerateObject())
            {
                switch (NameOf(field))
                {
                    case "id": id = Text(field, int.MaxValue); break;
                    case "headline": headline = Text(field, int.MaxValue); break;
                    case "paragraphs": paragraphs = Paragraphs(field.Value); break;
                    case "topics": topics = Labels(field); break;
                    case "derived": derived = Labels(field); break;
                    case "story": story = Text(field, MaxLabelLength); break;
                    case "source": source = Text(field, MaxLabelLength); break;
                    case "byline": byline = Text(field, MaxLabelLength); break;
                    case "url": url = Text(field, MaxUrlLength); break;
                    case "publishedAt": publishedAt = Date(field); break;
                    case "embargoUntil": embargoUntil = Date(field); break;
                    case "version": version = Version(field); break;
                    case "status": status = Status(field); break;
                    default: UnknownFields++; break;
                }
            }

            Id = id ??= defaultId;
            if (Error is null && !ArticleId.IsValid(id))
            {
                Fail<string>(id is null
                    ? "« id » manque."
                    : "« id » doit avoir de 1 à 200 caractères parmi A-Z a-z 0-9 . _ : -");
            }

            if (Error is null && headline is null)
            {
                Fail<string>("« headline » manque ou est vide.");
            }

            if (Error is not null)
            {
                return null;
            }

            story = derived.Contains(ClassifiedArticle.StoryField) ? null : story;
            topics = derived.Contains(ClassifiedArticle.TopicsField) ? [] : topics;
            return new Article
            {
                Id = id!,
                Headline = headline!,
                Paragraphs = paragraphs,
                Topics = topics,
                Story = story,
                Source = source,
                Byline = byline,
                Url = url,
                PublishedAt = publishedAt,
                Version = version,
                Status = status,
                EmbargoUntil = embargoUntil,
            };
        }

        /// <summary>The name of a field, or null if it cannot be one of ours: half a surrogate pair or bytes that are not UTF-8.</summary>
        private static string? NameOf(JsonProperty field)
        {
            try
            {
                return field.Name;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private string? Text(JsonProperty field, int maxLength)
        {
            var text = Raw(field.Value, field.Name);
            return text?.Length > maxLength ? Fail<string>($"« {field.Name} » a plus de {maxLength} caractères.") : text;
        }

        private string? Raw(JsonElement value, string name)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (value.ValueKind != JsonValueKind.String)
            {
                return Fail<string>($"« {name} » doit être un texte.");
            }

            try
            {
                return ArticleText.Clean(value.GetString());
            }
            catch (InvalidOperationException) // half a surrogate pair as an escape
            {
                return Fail<string>($"« {name} » contient un caractère Unicode incomplet.");
            }
        }

        private List<string> Labels(JsonProperty field)
        {
            var labels = new List<string>();
            foreach (var item in Items(field.Value, field.Name))
            {
                var label = Raw(item, field.Name);
                if (label?.Length > MaxLabelLength)
                {
                    Fail<string>($"« {field.Name} » contient un libellé de plus de {MaxLabelLength} caractères.");
                }
                else if (label is not null && !labels.Contains(label))
                {
                    labels.Add(label);
                }
            }

            return labels;
        }

        private List<Paragraph> Paragraphs(JsonElement value)
        {
            var paragraphs = new List<Paragraph>();
            foreach (var item in Items(value, "paragraphs"))
            {
                string? text = null, heading = null;
                if (item.ValueKind == JsonValueKind.Object)
                {
                    foreach (var field in item.EnumerateObject())
                    {
                        switch (NameOf(field))
                        {
                            case "text": text = Raw(field.Value, "paragraphs.text"); break;
                            case "heading": heading = Raw(field.Value, "paragraphs.heading"); break;
                            default: UnknownFields++; break;
                        }
                    }
                }
                else
                {
                    text = Raw(item, "paragraphs");
                }

                if (text is not null)
                {
                    paragraphs.Add(new Paragraph(text, heading));
                }
                else if (heading is not null)
                {
                    paragraphs.Add(new Paragraph(heading)); // an intertitre that opens nothing is still text of the article
                }
            }

            return paragraphs;
        }

        private JsonElement.ArrayEnumerator Items(JsonElement value, string name)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                return value.EnumerateArray();
            }

            if (value.ValueKind != JsonValueKind.Null)
            {
                Fail<string>($"« {name} » doit être une liste.");
            }

            return default;
        }

        private DateTimeOffset? Date(JsonProperty field)
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (field.Value.ValueKind == JsonValueKind.String && field.Value.TryGetDateTime(out var date))
            {
                // A date without an offset is taken as UTC: the machine's own zone must never change an article.
                if (date.Kind == DateTimeKind.Unspecified)
                {
                    return new DateTimeOffset(date, TimeSpan.Zero);
                }

                if (field.Value.TryGetDateTimeOffset(out var moment))
                {
                    return moment;
                }
            }

            Fail<string>($"« {field.Name} » doit être une date ISO 8601 avec son décalage, par exemple 2025-12-24T09:30:00+01:00.");
            return null;
        }

        private long? Version(JsonProperty field)
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt64(out var version) && version is >= 1 and <= MaxVersion)
            {
                return version;
            }

            Fail<string>("« version » doit être un entier de 1 à 9007199254740991.");
            return null;
        }

        private ArticleStatus Status(JsonProperty field)
        {
            switch (Raw(field.Value, field.Name))
            {
                case null or "usable":
                    return ArticleStatus.Usable;
                case "withheld":
                    return ArticleStatus.Withheld;
                case "canceled":
                    return ArticleStatus.Canceled;
                default:
                    Fail<string>("« status » doit valoir usable, withheld ou canceled.");
                    return ArticleStatus.Usable;
            }
        }

        private T? Fail<T>(string message)
            where T : class
        {
            Error ??= new ArticleError(ArticleError.InvalidArticle, message);
            return null;
        }
    }
}
