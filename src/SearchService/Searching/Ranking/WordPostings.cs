using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Ranking;

/// <summary>The documents of a segment in which one occurrence of a word stands. Not for two threads.</summary>
internal sealed class WordPostings
{
    private readonly DocsEnum _documents;
    private readonly CollectionLengths.FieldFactors? _lengths;
    private readonly double _weight;

    public WordPostings(DocsEnum documents, Occurrence occurrence, CollectionLengths.FieldFactors? lengths)
    {
        _documents = documents;
        _lengths = lengths;
        _weight = occurrence.Weight;
        Occurrence = occurrence;
        Finds = occurrence.Finds;
        IsOpening = occurrence.Field == IndexSchema.Opening;
        Level = (int)occurrence.Level;
        Alternative = occurrence.Alternative;
    }

    public Occurrence Occurrence { get; }

    public bool Finds { get; }

    /// <summary>Whether its frequency tells how early the word stands, and not how often.</summary>
    public bool IsOpening { get; }

    public int Level { get; }

    public int Alternative { get; }

    /// <summary>The document that it stands at; -1 before the first.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>How often it stands there.</summary>
    public int Frequency => _documents.Freq;

    public long Cost => _documents.GetCost();

    public int Next() => Document = _documents.NextDoc();

    /// <summary>Goes to a document or the first one after it.</summary>
    public int Advance(int target) => Document < target ? Document = _documents.Advance(target) : Document;

    /// <summary>How often it stands at its document, weighed and divided by the field's length in relation to the average.</summary>
    public double WeighedFrequency() => _weight * _documents.Freq * (_lengths?.Of(Document) ?? 1);

    /// <summary>Adds its weighed frequencies in all documents before an end, from the present document on, and goes behind them.</summary>
    /// <param name="sums">Takes them, from the start of the block on.</param>
    /// <param name="found">The documents of the block, a bit each: marked if this occurrence finds, else only those that are marked count.</param>
    /// <param name="start">The first document of the block.</param>
    /// <param name="end">The end of the block.</param>
    public void AddTo(double[] sums, ulong[] found, int start, int end)
    {
        var document = Document;
        for (; document < end; document = _documents.NextDoc())
        {
            var place = document - start;
            if (Finds)
            {
                found[place / 64] |= 1UL << place;
            }
            else if ((found[place / 64] & (1UL << place)) == 0)
            {
                continue;
            }

            var frequency = _weight * _documents.Freq * (_lengths?.Of(document) ?? 1);
            sums[place] = IsOpening ? Math.Max(sums[place], frequency) : sums[place] + frequency;
        }

        Document = document;
    }
}
