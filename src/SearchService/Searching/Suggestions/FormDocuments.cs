using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Searching.Suggestions;

/// <summary>The documents of a segment that hold a form in any of some fields, in order, deleted ones too. For one thread.</summary>
internal sealed class FormDocuments(IReadOnlyList<DocsEnum> fields)
{
    /// <summary>Behind the last document.</summary>
    public const int End = DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>The document that it stands on, -1 before the first.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Goes on to the next document.</summary>
    public int Next() => Advance(Document + 1);

    /// <summary>Goes on to the first document from a number on.</summary>
    public int Advance(int target)
    {
        var next = End;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var document = field.DocID;
            if (document < target)
            {
                document = document == target - 1 ? field.NextDoc() : field.Advance(target);
            }

            next = Math.Min(next, document);
        }

        return Document = next;
    }
}
