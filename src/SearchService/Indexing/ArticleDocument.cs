using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Articles;

namespace SearchService.Indexing;

/// <summary>What a document of the index says of its article; <see cref="ArticleDocumentBuilder"/> is the way back.</summary>
public static class ArticleDocument
{
    /// <summary>The term that names an article.</summary>
    public static Term IdTerm(string id) => new(IndexSchema.Id, id);

    /// <summary>The identifier of the article of a document, from the doc values: nothing stored is loaded.</summary>
    public static string IdOf(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        var id = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(IndexSchema.Id).Get(document - leaf.DocBase, id);
        return id.Utf8ToString();
    }

    /// <summary>The article of a document that was loaded with its <see cref="IndexSchema.Source"/> field.</summary>
    public static ClassifiedArticle FromDocument(Document document)
    {
        var bytes = document.GetBinaryValue(IndexSchema.Source);
        return ClassifiedArticleReader.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }
}
