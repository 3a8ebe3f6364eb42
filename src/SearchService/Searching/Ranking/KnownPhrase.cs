using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>
/// The documents of a segment in which terms follow each other, deleted ones included, and how often they do, where the places of the terms are known from former searches. What
/// Lucene's scorer of phrases finds, without reading postings. Not for two threads.
/// </summary>
internal sealed class KnownPhrase : DocsEnum
{
    private readonly (TermPlaces Places, int Position)[] _terms; // the rarest first
    private readonly int[] _numbers;
    private int _document = -1;
    private int _frequency;

    private KnownPhrase((TermPlaces Places, int Position)[] terms)
    {
        _terms = terms;
        _numbers = new int[terms.Length];
    }

    public override int DocID => _document;

    public override int Freq => _frequency;

    /// <summary>A phrase in a segment, or null if the places of one of its terms are not known or not all kept, or the terms may stand apart.</summary>
    /// <param name="query">The phrase.</param>
    /// <param name="places">Finds the places of a term.</param>
    public static KnownPhrase? Of(Query query, Func<Term, TermPlaces?> places)
    {
        if (query is not PhraseQuery { Slop: 0 } phrase)
        {
            return null;
        }

        var known = true;
        var terms = phrase.GetTerms();
        var positions = phrase.GetPositions();
        var found = new (TermPlaces, int)[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            if (places(terms[i]) is { IsComplete: true } ofTerm)
            {
                found[i] = (ofTerm, positions[i]);
            }
            else
            {
                known = false; // and on: each is asked for, so that it is known the next time
            }
        }

        return known && terms.Length > 0 ? new KnownPhrase([.. found.OrderBy(term => term.Item1.Documents.Count)]) : null;
    }

    /// <summary>Adds all documents that hold the phrase.</summary>
    /// <param name="found">The set to add them to.</param>
    public void AddTo(DocumentSet found)
    {
        using var candidates = DocumentSet.Rent(found.Documents);
        _terms[0].Places.Documents.AddTo(candidates);
        foreach (var (places, _) in _terms.AsSpan(1))
        {
            using var others = DocumentSet.Rent(found.Documents);
            places.Documents.AddTo(others);
            candidates.And(others);
        }

        for (var document = candidates.NextFrom(0); document != NO_MORE_DOCS; document = candidates.NextFrom(document + 1))
        {
            for (var term = 0; term < _terms.Length; term++)
            {
                _terms[term].Places.Documents.NextFrom(document, ref _numbers[term]);
            }

            if (FrequencyIn(document) > 0)
            {
                found.Add(document);
            }
        }
    }

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        for (var term = 0; term < _terms.Length;)
        {
            var next = _terms[term].Places.Documents.NextFrom(target, ref _numbers[term]);
            if (next == NO_MORE_DOCS)
            {
                return _document = NO_MORE_DOCS;
            }

            // Another document: all the others have to be asked for it.
            term = next == target || term == 0 ? term + 1 : 0;
            target = next;
            if (term == _terms.Length && (_frequency = FrequencyIn(target)) == 0)
            {
                target++;
                term = 0;
            }
        }

        return _document = target;
    }

    /// <summary>That of the rarest term, as in Lucene.</summary>
    public override long GetCost() => _terms[0].Places.Documents.Count;

    private int FrequencyIn(int document)
    {
        var frequency = 0;
        var (lead, leadPosition) = _terms[0];
        foreach (var place in lead.Of(lead.Documents.NumberOf(document, _numbers[0])))
        {
            var all = true;
            for (var i = 1; i < _terms.Length && all; i++)
            {
                var (places, position) = _terms[i];
                var wanted = place + position - leadPosition;
                all = wanted is >= 0 and <= ushort.MaxValue && places.Of(places.Documents.NumberOf(document, _numbers[i])).Contains((ushort)wanted);
            }

            frequency += all ? 1 : 0;
        }

        return frequency;
    }
}
