using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Ranking;

/// <summary>
/// Where the words of queries stand in the dictionaries of one view of the index. A search asks for each of its terms several times, for its rarity, its
/// documents and its places, and so do the searches after it; the walk through the dictionaries is done once. Safe for all threads.
/// </summary>
internal sealed class TermLookup
{
    /// <summary>
    /// How many terms, counted in each segment, are kept per view, some hundred bytes each; a full lookup forgets them all, the ones in use are soon there again.
    /// </summary>
    private const int MaxStates = 1 << 18;

    private const int LeastTerms = 10_000;

    private static readonly ConditionalWeakTable<IndexReader, TermLookup> Views = [];

    private readonly IndexReaderContext _view;
    private readonly ConcurrentDictionary<Term, TermContext> _terms = new();
    private readonly ConcurrentDictionary<WordKey, WordStatistics> _statistics = new();
    private readonly ConcurrentDictionary<(int Segment, string Field), ConcurrentStack<TermsEnum>> _idle = new();

    private readonly int _maxTerms;

    private TermLookup(IndexReader view)
    {
        _view = view.Context;
        _maxTerms = Math.Max(LeastTerms, MaxStates / Math.Max(1, view.Leaves.Count));
    }

    /// <summary>The lookup of a view; it lives as long as the view.</summary>
    public static TermLookup In(IndexReader view) => Views.GetValue(view, static view => new TermLookup(view));

    /// <summary>In how many articles of the view a term stands, withdrawn ones that are still in their segment included.</summary>
    public int Frequency(Term term) => Of(term).DocFreq;

    /// <summary>The same in one segment of the view.</summary>
    public int Frequency(Term term, AtomicReaderContext segment) => Of(term).Get(segment.Ord) switch
    {
        null => 0,
        BlockTermState known => known.DocFreq,
        _ => (int)(Documents(term, segment, accepted: null)?.GetCost() ?? 0),
    };

    /// <summary>What the score of a word depends on in the view.</summary>
    /// <param name="word">The word.</param>
    /// <param name="read">Works it out.</param>
    public WordStatistics Statistics(WordKey word, Func<WordStatistics> read)
    {
        if (_statistics.TryGetValue(word, out var known))
        {
            return known;
        }

        if (_statistics.Count >= _maxTerms)
        {
            _statistics.Clear();
        }

        return _statistics.GetOrAdd(word, read());
    }

    /// <summary>The documents of a segment of the view that hold a term, or null if there is none.</summary>
    /// <param name="term">The term.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="accepted">The documents that count, or null for all.</param>
    public DocsEnum? Documents(Term term, AtomicReaderContext segment, IBits? accepted) => At(term, segment, accepted, static (at, accepted) => at.Docs(accepted, null));

    /// <summary>The same with the places, deleted documents included, or null if the term stands nowhere in the segment or its field has no places.</summary>
    public DocsAndPositionsEnum? Places(Term term, AtomicReaderContext segment) =>
        At(term, segment, null, static (at, accepted) => at.DocsAndPositions(accepted, null, DocsAndPositionsFlags.NONE));

    /// <summary>Reads at a term. The walkers through the dictionaries are large, and what is read keeps nothing of them: they are used again.</summary>
    private T? At<T>(Term term, AtomicReaderContext segment, IBits? accepted, Func<TermsEnum, IBits?, T?> read)
        where T : class
    {
        if (Of(term).Get(segment.Ord) is not { } state)
        {
            return null;
        }

        var idle = _idle.GetOrAdd((segment.Ord, term.Field), static _ => []);
        var walker = idle.TryPop(out var taken) ? taken : segment.AtomicReader.GetTerms(term.Field).GetEnumerator();
        walker.SeekExact(term.Bytes, state);
        var found = read(walker, accepted);
        idle.Push(walker);
        return found;
    }

    private TermContext Of(Term term)
    {
        if (_terms.TryGetValue(term, out var known))
        {
            return known;
        }

        if (_terms.Count >= _maxTerms)
        {
            _terms.Clear();
        }

        return _terms.GetOrAdd(term, TermContext.Build(_view, term));
    }
}
