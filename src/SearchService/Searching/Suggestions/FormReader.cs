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
    private readonly List<(AtomicReaderContext Segment, TermsEnum[] Fields)> _segments = [];
    private readonly BytesRef _bytes = new();

    /// <summary>Reads the forms of a view.</summary>
    public FormReader(IndexReader reader)
    {
        Reader = reader;
        foreach (var leaf in reader.Leaves)
        {
            _segments.Add((leaf, [.. Fields.Select(field => leaf.AtomicReader.GetTerms(field)).Where(terms => terms is not null).Select(terms => terms!.GetEnumerator())]));
        }
    }

    /// <summary>The fields that together hold every form of an article.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. IndexSchema.TextFields.Select(field => IndexSchema.At(field, AnalysisLevel.Exact)).Distinct()];

    /// <summary>The view.</summary>
    public IndexReader Reader { get; }

    /// <summary>About how many articles hold a form: in each segment as many as in the field that has it most; deleted ones may count.</summary>
    public int Frequency(string form)
    {
        var frequency = 0;
        _bytes.CopyChars(form);
        foreach (var (_, fields) in _segments)
        {
            var most = 0;
            foreach (var terms in fields)
            {
                if (terms.SeekExact(_bytes))
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
        foreach (var (segment, _) in _segments)
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

    /// <summary>The articles that hold a form, newest additions first, without deleted ones.</summary>
    public IEnumerable<int> Documents(string form)
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            var (segment, fields) = _segments[i];
            foreach (var terms in fields)
            {
                if (!terms.SeekExact(new BytesRef(form)))
                {
                    continue;
                }

                var documents = terms.Docs(segment.AtomicReader.LiveDocs, null, DocsFlags.NONE);
                while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    yield return segment.DocBase + documents.DocID;
                }
            }
        }
    }

    /// <summary>The articles in which two forms stand one behind the other, without deleted ones; one may be named for each of its fields.</summary>
    /// <param name="first">A form.</param>
    /// <param name="second">The form behind it.</param>
    /// <param name="maxTried">How many articles that hold both are looked at.</param>
    public IEnumerable<int> InARow(string first, string second, int maxTried)
    {
        foreach (var (segment, fields) in _segments)
        {
            foreach (var terms in fields)
            {
                if (Positions(terms, segment, first) is not { } one || Positions(terms, segment, second) is not { } other)
                {
                    continue;
                }

                for (var document = one.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS;)
                {
                    var next = other.DocID < document ? other.Advance(document) : other.DocID;
                    if (next > document)
                    {
                        document = next == DocIdSetIterator.NO_MORE_DOCS ? next : one.Advance(next);
                        continue;
                    }

                    if (Follow(one, other))
                    {
                        yield return segment.DocBase + document;
                    }

                    if (--maxTried == 0)
                    {
                        yield break;
                    }

                    document = one.NextDoc();
                }
            }
        }
    }

    private static DocsAndPositionsEnum? Positions(TermsEnum terms, AtomicReaderContext segment, string form) =>
        terms.SeekExact(new BytesRef(form)) ? terms.DocsAndPositions(segment.AtomicReader.LiveDocs, null, DocsAndPositionsFlags.NONE) : null;

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
