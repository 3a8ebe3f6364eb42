using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Matching;

/// <summary>
/// Finds all documents of a segment that match a query, without scoring any: terms become sets, operators work on sets. What is no term, operator, word or phrase
/// is walked through by Lucene. Deleted documents are found as well. For one search.
/// </summary>
internal sealed class MatchingDocuments(IndexSearcher searcher)
{
    /// <summary>A term in one of so many documents is worth a set to keep: decoding it again would cost more than the union.</summary>
    private const int FrequentShare = 64;

    private readonly TermLookup _terms = TermLookup.In(searcher.IndexReader);
    private readonly Dictionary<Query, Weight> _weights = new(ReferenceEqualityComparer.Instance);

    /// <summary>The documents; the caller disposes the set.</summary>
    /// <param name="query">The query, rewritten for the reader of the search.</param>
    /// <param name="segment">The segment.</param>
    public DocumentSet Find(Query query, AtomicReaderContext segment)
    {
        var found = DocumentSet.Rent(segment.AtomicReader.MaxDoc);
        AddTo(found, query, segment);
        return found;
    }

    /// <summary>The documents that hold one of some terms; the caller disposes the set.</summary>
    public DocumentSet Find(IReadOnlyList<Term> terms, AtomicReaderContext segment)
    {
        var found = DocumentSet.Rent(segment.AtomicReader.MaxDoc);
        foreach (var term in terms)
        {
            AddTerm(found, term, segment);
        }

        return found;
    }

    private void AddTo(DocumentSet found, Query query, AtomicReaderContext segment)
    {
        switch (query)
        {
            case ArticleQuery article:
                AddTo(found, article.Words, segment);
                break;
            case WordQuery word:
                AddWord(found, word, segment);
                break;
            case TermQuery term:
                AddTerm(found, term.Term, segment);
                break;
            case ConstantScoreQuery { Query: { } inner }:
                AddTo(found, inner, segment);
                break;
            case ConstantScoreQuery { Filter: KeptFilter filter }:
                filter.AddTo(found, segment);
                break;
            case MatchAllDocsQuery:
                found.AddAll();
                break;
            case DisjunctionMaxQuery either:
                foreach (var inner in either)
                {
                    AddTo(found, inner, segment);
                }

                break;
            case BooleanQuery { MinimumNumberShouldMatch: 0 } clauses:
                AddClauses(found, clauses, segment);
                break;
            case PhraseQuery when KnownPhrase.Of(query, term => TermPlaces.For(segment.AtomicReader, term, () => _terms.Places(term, segment))) is { } phrase:
                phrase.AddTo(found);
                break;
            default:
                AddOther(found, query, segment);
                break;
        }
    }

    private void AddWord(DocumentSet found, WordQuery word, AtomicReaderContext segment)
    {
        if (word.Key is { } key && SegmentTables.Of(segment.AtomicReader).Get<WordDocuments>(key.Occurrences) is { } known)
        {
            known.AddTo(found);
            return;
        }

        foreach (var occurrence in word.Occurrences)
        {
            if (occurrence.Finds)
            {
                AddTo(found, occurrence.Query, segment);
            }
        }
    }

    private void AddTerm(DocumentSet found, Term term, AtomicReaderContext segment)
    {
        var size = segment.AtomicReader.MaxDoc;
        var frequency = _terms.Frequency(term, segment);
        if (frequency == 0)
        {
            return;
        }

        if (frequency < size / FrequentShare)
        {
            found.AddAll(_terms.Documents(term, segment, accepted: null)!);
            return;
        }

        found.Or(SegmentTables.Of(segment.AtomicReader).Set(term, () =>
        {
            var set = DocumentSet.Create(size);
            set.AddAll(_terms.Documents(term, segment, accepted: null)!);
            return set;
        }));
    }

    private void AddClauses(DocumentSet found, BooleanQuery clauses, AtomicReaderContext segment)
    {
        var must = clauses.Clauses.Where(clause => clause.IsRequired).ToList();
        var not = clauses.Clauses.Where(clause => clause.IsProhibited).ToList();
        if (must.Count == 0 && not.Count == 0)
        {
            foreach (var clause in clauses.Clauses)
            {
                AddTo(found, clause.Query, segment);
            }

            return;
        }

        using var matching = DocumentSet.Rent(found.Documents);
        foreach (var clause in must.Count > 0 ? must[..1] : clauses.Clauses.Where(clause => !clause.IsProhibited))
        {
            AddTo(matching, clause.Query, segment);
        }

        foreach (var clause in must.Skip(1))
        {
            using var more = Find(clause.Query, segment);
            matching.And(more);
        }

        foreach (var clause in not)
        {
            using var excluded = Find(clause.Query, segment);
            matching.AndNot(excluded);
        }

        found.Or(matching);
    }

    private void AddOther(DocumentSet found, Query query, AtomicReaderContext segment)
    {
        if (!_weights.TryGetValue(query, out var weight))
        {
            _weights.Add(query, weight = searcher.CreateNormalizedWeight(query));
        }

        if (weight.GetScorer(segment, null) is { } documents)
        {
            found.AddAll(documents);
        }
    }
}
