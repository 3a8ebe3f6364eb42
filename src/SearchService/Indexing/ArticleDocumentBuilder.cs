using System.Globalization;
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

    // One length for all levels of a text: the ranking reads it here.
    private static readonly FieldType WithPositionsAndLength = TextType(Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);

    // Nothing asks for stems in a row or in one place: one field without positions costs a quarter of three with them.
    private static readonly FieldType WithFrequencies = TextType(Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS);

    private readonly FieldAnalysis _headline = new();
    private readonly FieldAnalysis _lead = new();
    private readonly FieldAnalysis _body = new();
    private readonly ContentFingerprint _fingerprint = new();
    private readonly TokenStream _exactText;
    private readonly TokenStream _lemmaText;
    private readonly TokenStream _opening;
    private readonly TokenStream _breaks;
    private readonly TokenStream _stems;

    /// <summary>A builder that has built nothing yet.</summary>
    public ArticleDocumentBuilder()
    {
        _exactText = FieldAnalysis.At(AnalysisLevel.Exact, _lead, _body);
        _lemmaText = FieldAnalysis.At(AnalysisLevel.Lemma, _lead, _body);
        _opening = FieldAnalysis.Opening(IndexSchema.OpeningEnds, _lead, _body);
        _breaks = FieldAnalysis.Breaks(IndexSchema.BreakMark, _lead, _body);
        _stems = FieldAnalysis.At(AnalysisLevel.Stem, _headline, _lead, _body);
    }

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
        document.Add(new Field(IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Exact), _headline.At(AnalysisLevel.Exact), WithPositions));
        document.Add(new Field(IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Lemma), _headline.At(AnalysisLevel.Lemma), WithPositionsAndLength));
        if (!_lead.IsEmpty)
        {
            document.Add(new Field(IndexSchema.At(IndexSchema.Text, AnalysisLevel.Exact), _exactText, WithPositions));
            document.Add(new Field(IndexSchema.At(IndexSchema.Text, AnalysisLevel.Lemma), _lemmaText, WithPositionsAndLength));
            document.Add(new Field(IndexSchema.At(IndexSchema.Opening, AnalysisLevel.Lemma), _opening, WithFrequencies));
            document.Add(new Field(IndexSchema.TextBreaks, _breaks, WithPositions));
        }

        document.Add(new Field(IndexSchema.Stems, _stems, WithFrequencies));
        document.Add(new BinaryDocValuesField(IndexSchema.Fingerprint, _fingerprint.Of(_headline, _lead, _body)));

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
        AddWords(document, IndexSchema.TopicWords, article.Topics);
        AddWords(document, IndexSchema.StoryWords, [article.Story]);
        AddWords(document, IndexSchema.SourceWords, [source.Source]);
        AddWords(document, IndexSchema.BylineWords, [source.Byline]);
        if (source.PublishedAt is { } published)
        {
            document.Add(new NumericDocValuesField(IndexSchema.Published, published.ToUnixTimeMilliseconds()));
            var day = (published.Year * 10000) + (published.Month * 100) + published.Day;
            document.Add(new NumericDocValuesField(IndexSchema.Day, day));
            document.Add(new StringField(IndexSchema.Day, day.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
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

    private static void AddWords(Document document, string field, IReadOnlyList<string?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                document.Add(new Field(field, value, WithPositions));
            }
        }
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

    private static FieldType TextType(Lucene.Net.Index.IndexOptions options, bool omitNorms = true)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = omitNorms };
        type.Freeze();
        return type;
    }
}
