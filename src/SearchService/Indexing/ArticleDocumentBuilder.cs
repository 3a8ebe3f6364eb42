using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Articles;

namespace SearchService.Indexing;

/// <summary>
/// Makes the documents of articles, one after the other: it keeps the buffers of the analysis, so a document is good until the next one is built. For
/// one thread at a time.
/// </summary>
public sealed class ArticleDocumentBuilder
{
    private static readonly FieldType WithPositions = TextType(Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    // Nothing asks for stems in a row or in one place: one field without positions costs a quarter of three with them.
    private static readonly FieldType WithFrequencies = TextType(Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS);

    private readonly FieldAnalysis _headline = new();
    private readonly FieldAnalysis _lead = new();
    private readonly FieldAnalysis _body = new();
    private readonly TokenStream _stems;

    /// <summary>A builder that has built nothing yet.</summary>
    public ArticleDocumentBuilder() => _stems = FieldAnalysis.At(AnalysisLevel.Stem, _headline, _lead, _body);

    /// <summary>The document of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="version">Its version.</param>
    public Document Build(ClassifiedArticle article, long version)
    {
        var source = article.Article;
        var document = new Document
        {
            new StringField(IndexSchema.Id, source.Id, Field.Store.NO),
            new SortedDocValuesField(IndexSchema.Id, new BytesRef(source.Id)),
            new NumericDocValuesField(IndexSchema.ArticleVersion, version),
            new StoredField(IndexSchema.Source, ArticleJsonWriter.WriteClassified(article, version)),
        };
        Analyze(source);
        AddText(document, IndexSchema.Headline, _headline);
        AddText(document, IndexSchema.Lead, _lead);
        AddText(document, IndexSchema.Body, _body);
        document.Add(new Field(IndexSchema.Stems, _stems, WithFrequencies));

        foreach (var word in HeadlineWord.AllIn(source.Headline, _headline.Text(0)))
        {
            AddFacet(document, IndexSchema.HeadlineWords, word);
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

    private void Analyze(Article source)
    {
        _headline.Clear();
        _lead.Clear();
        _body.Clear();
        _headline.Add(source.Headline);
        for (var i = 0; i < source.Paragraphs.Count; i++)
        {
            var paragraph = source.Paragraphs[i];
            if (paragraph.Heading is not null)
            {
                _body.Add(paragraph.Heading);
            }

            (i == 0 ? _lead : _body).Add(paragraph.Text);
        }
    }

    private static void AddText(Document document, string field, FieldAnalysis text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        document.Add(new Field(IndexSchema.At(field, AnalysisLevel.Exact), text.At(AnalysisLevel.Exact), WithPositions));
        document.Add(new Field(IndexSchema.At(field, AnalysisLevel.Lemma), text.At(AnalysisLevel.Lemma), WithPositions));
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

    private static FieldType TextType(Lucene.Net.Index.IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
