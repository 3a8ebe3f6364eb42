using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// The folded forms of the words of one view of the index, for one request: the place that knows in which fields they stand. Look-ups keep their
/// iterators, so it is not for two threads.
/// </summary>
internal sealed class FormReader
{
    // They hold most articles, and each costs a look-up a word.
    private const int LargestSegments = 4;

    private static readonly string[] LemmaFields = [.. IndexSchema.TextFields.Select(field => IndexSchema.At(field, AnalysisLevel.Lemma)).Distinct()];
    private static readonly string[] HeadlineFields = [IndexSchema.At(IndexSchema.Headline, AnalysisLevel.Exact)];

    private readonly Dictionary<(int Segment, string Field), TermsEnum?> _terms = [];
    private readonly BytesRef _bytes = new();
    private readonly int[] _largest;

    /// <summary>Reads the forms of a view.</summary>
    public FormReader(IndexReader reader)
    {
        Reader = reader;
        Segments = [.. reader.Leaves];
        _largest = [.. Enumerable.Range(0, Segments.Count).OrderByDescending(segment => Segments[segment].AtomicReader.MaxDoc).Take(LargestSegments)];
    }

    /// <summary>The fields that together hold every form of an article.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. IndexSchema.TextFields.Select(field => IndexSchema.At(field, AnalysisLevel.Exact)).Distinct()];

    /// <summary>The view.</summary>
    public IndexReader Reader { get; }

    /// <summary>Its segments.</summary>
    public IReadOnlyList<AtomicReaderContext> Segments { get; }

    /// <summary>About how many articles hold a form: in each segment as many as in the field that has it most; deleted ones may count.</summary>
    public int Frequency(string form)
    {
        var frequency = 0;
        _bytes.CopyChars(form);
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            var most = 0;
            foreach (var field in Fields)
            {
                if (Terms(segment, field) is { } terms && terms.SeekExact(_bytes))
                {
                    most = Math.Max(most, terms.DocFreq);
                }
            }

            frequency += most;
        }

        return frequency;
    }

    /// <summary>Adds the forms that an automaton accepts, each with its <see cref="Frequency"/>.</summary>
    /// <param name="automaton">The automaton.</param>
    /// <param name="frequencies">Where to add them; a form that is there already is left as it is.</param>
    public void Collect(Automaton automaton, Dictionary<string, int> frequencies)
    {
        var compiled = new CompiledAutomaton(automaton, finite: true, simplify: false);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in Segments)
        {
            var inSegment = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var field in Fields)
            {
                var terms = segment.AtomicReader.GetTerms(field) is { } all ? compiled.GetTermsEnum(all) : null;
                while (terms is not null && terms.MoveNext())
                {
                    var form = terms.Term.Utf8ToString();
                    inSegment[form] = Math.Max(inSegment.GetValueOrDefault(form), terms.DocFreq);
                }
            }

            foreach (var (form, frequency) in inSegment)
            {
                found[form] = found.GetValueOrDefault(form) + frequency;
            }
        }

        foreach (var (form, frequency) in found)
        {
            frequencies.TryAdd(form, frequency);
        }
    }

    /// <summary>The forms of a segment that start so, the first of each field, each with the number of its documents there.</summary>
    /// <param name="segment">The number of the segment.</param>
    /// <param name="prefix">The start.</param>
    /// <param name="maxPerField">How many to read of each field.</param>
    public IEnumerable<(string Form, int Frequency)> StartingWith(int segment, string prefix, int maxPerField) =>
        Fields.SelectMany(field => StartingWith(segment, field, prefix).Take(maxPerField).Select(terms => (terms.Term.Utf8ToString(), terms.DocFreq)));

    /// <summary>The documents of a segment whose headlines hold one of the forms that start so, deleted ones too; a document may be named twice.</summary>
    /// <param name="segment">The number of the segment.</param>
    /// <param name="prefix">The start.</param>
    /// <param name="isWanted">Which of these forms.</param>
    public IEnumerable<int> InHeadlinesStartingWith(int segment, string prefix, Func<string, bool> isWanted)
    {
        DocsEnum? documents = null;
        foreach (var terms in StartingWith(segment, HeadlineFields[0], prefix))
        {
            if (isWanted(terms.Term.Utf8ToString()))
            {
                documents = terms.Docs(null, documents, DocsFlags.NONE);
                while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    yield return documents.DocID;
                }
            }
        }
    }

    /// <summary>The documents of a segment that hold a form anywhere, deleted ones too; null if there are none.</summary>
    public FormDocuments? Anywhere(int segment, string form) => DocumentsOf(segment, form, Fields);

    /// <summary>Adds the documents of a segment that hold a form anywhere, deleted ones too: for frequent words twice as fast as one list in order.</summary>
    /// <param name="segment">The number of the segment.</param>
    /// <param name="form">The form.</param>
    /// <param name="documents">Where to add them.</param>
    public void AddAnywhere(int segment, string form, FixedBitSet documents)
    {
        _bytes.CopyChars(form);
        foreach (var field in Fields)
        {
            if (Terms(segment, field) is { } terms && terms.SeekExact(_bytes))
            {
                var list = terms.Docs(null, null, DocsFlags.NONE);
                for (var document = list.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = list.NextDoc())
                {
                    documents.Set(document);
                }
            }
        }
    }

    /// <summary>The documents of a segment that hold a lemma, or the joined form of a hyphenated word, anywhere.</summary>
    public FormDocuments? OfLemma(int segment, string lemma) => DocumentsOf(segment, lemma, LemmaFields);

    /// <summary>The documents of a segment whose headline holds a form, deleted ones too.</summary>
    public FormDocuments? InHeadlines(int segment, string form) => DocumentsOf(segment, form, HeadlineFields);

    /// <summary>The articles that hold a form, without deleted ones; those added last come first, segment by segment.</summary>
    public IEnumerable<int> Documents(string form)
    {
        for (var segment = Segments.Count - 1; segment >= 0; segment--)
        {
            var live = Segments[segment].AtomicReader.LiveDocs;
            var documents = Anywhere(segment, form);
            while (documents is not null && documents.Next() != FormDocuments.End)
            {
                if (live?.Get(documents.Document) != false)
                {
                    yield return Segments[segment].DocBase + documents.Document;
                }
            }
        }
    }

    /// <summary>The articles in which two forms stand one behind the other, without deleted ones; one may be named for each of its fields.</summary>
    /// <param name="first">A form.</param>
    /// <param name="second">The form behind it.</param>
    /// <param name="maxTried">How many articles that hold both are looked at.</param>
    public IEnumerable<int> InARow(string first, string second, int maxTried) =>
        WithBoth(first, second, Enumerable.Range(0, Segments.Count), Fields).Take(maxTried).Where(article => article.InARow).Select(article => article.Document);

    /// <summary>In what part of the headlines that hold two forms they stand one behind the other, 0 to 1; read off the largest segments.</summary>
    /// <param name="first">A form.</param>
    /// <param name="second">The form behind it.</param>
    /// <param name="maxTried">How many headlines are looked at.</param>
    public double Adjacency(string first, string second, int maxTried) =>
        WithBoth(first, second, _largest, HeadlineFields).Take(maxTried).Select(article => article.InARow ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private IEnumerable<(int Document, bool InARow)> WithBoth(string first, string second, IEnumerable<int> segments, IReadOnlyList<string> fields)
    {
        foreach (var segment in segments)
        {
            foreach (var field in fields)
            {
                if (Positions(segment, field, first) is not { } one || Positions(segment, field, second) is not { } other)
                {
                    continue;
                }

                var document = one.NextDoc();
                while (document != DocIdSetIterator.NO_MORE_DOCS)
                {
                    var next = other.DocID < document ? other.Advance(document) : other.DocID;
                    if (next == document)
                    {
                        yield return (Segments[segment].DocBase + document, Follow(one, other));
                        document = one.NextDoc();
                    }
                    else
                    {
                        document = next == DocIdSetIterator.NO_MORE_DOCS ? next : one.Advance(next);
                    }
                }
            }
        }
    }

    private IEnumerable<TermsEnum> StartingWith(int segment, string field, string prefix)
    {
        // An iterator of its own: the caller looks other forms up meanwhile.
        var terms = Segments[segment].AtomicReader.GetTerms(field)?.GetEnumerator();
        var start = new BytesRef(prefix);
        if (terms is null || terms.SeekCeil(start) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        do
        {
            if (!StringHelper.StartsWith(terms.Term, start))
            {
                yield break;
            }

            yield return terms;
        }
        while (terms.MoveNext());
    }

    private FormDocuments? DocumentsOf(int segment, string form, IReadOnlyList<string> fields)
    {
        List<DocsEnum>? documents = null;
        _bytes.CopyChars(form);
        foreach (var field in fields)
        {
            if (Terms(segment, field) is { } terms && terms.SeekExact(_bytes))
            {
                (documents ??= []).Add(terms.Docs(null, null, DocsFlags.NONE));
            }
        }

        return documents is null ? null : new FormDocuments(documents);
    }

    private TermsEnum? Terms(int segment, string field)
    {
        if (!_terms.TryGetValue((segment, field), out var terms))
        {
            terms = Segments[segment].AtomicReader.GetTerms(field)?.GetEnumerator();
            _terms.Add((segment, field), terms);
        }

        return terms;
    }

    private DocsAndPositionsEnum? Positions(int segment, string field, string form)
    {
        _bytes.CopyChars(form);
        return Terms(segment, field) is { } terms && terms.SeekExact(_bytes)
            ? terms.DocsAndPositions(Segments[segment].AtomicReader.LiveDocs, null, DocsAndPositionsFlags.NONE)
            : null;
    }

    private static bool Follow(DocsAndPositionsEnum one, DocsAndPositionsEnum other)
    {
        var left = one.Freq;
        var leftOther = other.Freq - 1;
        var position = other.NextPosition();
        while (left-- > 0)
        {
            var wanted = one.NextPosition() + 1;
            while (position < wanted && leftOther-- > 0)
            {
                position = other.NextPosition();
            }

            if (position == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
