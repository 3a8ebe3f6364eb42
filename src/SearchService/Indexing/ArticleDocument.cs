using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Articles;

namespace SearchService.Indexing;

/// <summary>An article to a Lucene document and back.</summary>
public static class ArticleDocument
{
    private static readonly FieldType TextType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    /// <summary>The term that names an article.</summary>
    public static Term IdTerm(string id) => new(IndexSchema.Id, id);

    /// <summary>The document of an article.</summary>
    public static Document ToDocument(ClassifiedArticle article, long version)
    {
        var source = article.Article;
        var document = new Document
        {
            new StringField(IndexSchema.Id, source.Id, Field.Store.NO),
            new SortedDocValuesField(IndexSchema.Id, new BytesRef(source.Id)),
            new NumericDocValuesField(IndexSchema.ArticleVersion, version),
            new StoredField(IndexSchema.Source, ArticleJsonWriter.WriteClassified(article, version)),
        };
        AddText(document, IndexSchema.Headline, source.Headline);
        for (var i = 0; i < source.Paragraphs.Count; i++)
        {
            var paragraph = source.Paragraphs[i];
            if (paragraph.Heading is not null)
            {
                AddText(document, IndexSchema.Body, paragraph.Heading);
            }

            AddText(document, i == 0 ? IndexSchema.Lead : IndexSchema.Body, paragraph.Text);
        }

        foreach (var topic in article.Topics.SelectMany(WithParents).Distinct(StringComparer.Ordinal))
        {
            AddFacet(document, IndexSchema.TopicFacet, topic);
        }

        AddFacet(document, IndexSchema.StoryFacet, article.Story);
        AddFacet(document, IndexSchema.SourceFacet, source.Source);
        if (source.PublishedAt is { } published)
        {
            document.Add(new NumericDocValuesField(IndexSchema.Published, published.ToUnixTimeMilliseconds()));
            document.Add(new NumericDocValuesField(IndexSchema.Day, (published.Year * 10000) + (published.Month * 100) + published.Day));
        }

        return document;
    }

    /// <summary>The article of a document that was loaded with its <see cref="IndexSchema.Source"/> field.</summary>
    public static ClassifiedArticle FromDocument(Document document)
    {
        var bytes = document.GetBinaryValue(IndexSchema.Source);
        return ArticleJsonReader.ReadClassified(bytes.Bytes.AsMemory(bytes.Offset, bytes.Length));
    }

    private static void AddText(Document document, string field, string text)
    {
        document.Add(new Field(IndexSchema.At(field, AnalysisLevel.Exact), text, TextType));
        document.Add(new Field(IndexSchema.At(field, AnalysisLevel.Stem), text, TextType));
    }

    private static void AddFacet(Document document, string field, string? value)
    {
        if (value is not null)
        {
            document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    private static IEnumerable<string> WithParents(string topic)
    {
        for (var slash = topic.IndexOf('/', 1); slash > 0 && slash < topic.Length - 1; slash = topic.IndexOf('/', slash + 1))
        {
            yield return topic[..slash];
        }

        yield return topic;
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
