using System.Buffers;
using Lucene.Net.Index;
using SearchService.Searching.Tables;

namespace SearchService.Searching.Facets;

/// <summary>Counts the values of one facet during one search, and knows which documents have a selected one. Not for two threads.</summary>
internal sealed class FacetCounter
{
    private readonly FacetValueNumbers _valueNumbers;
    private readonly string _field;
    private readonly string[] _selectedValues;
    private readonly int[] _selected;
    private int[] _counts = []; // rented, and perhaps longer than there are values; most searches only filter by it
    private int _values;

    /// <param name="valueNumbers">Numbers the values; knows those of all segments that will be searched.</param>
    /// <param name="field">The field of doc values.</param>
    /// <param name="selected">The values that the request filters by.</param>
    public FacetCounter(FacetValueNumbers valueNumbers, string field, IReadOnlyList<string> selected)
    {
        _valueNumbers = valueNumbers;
        _field = field;
        _selectedValues = [.. selected.Distinct(StringComparer.Ordinal)];
        _selected = [.. _selectedValues.Select(valueNumbers.NumberOf).Where(number => number >= 0)];
    }

    /// <summary>Whether the request filters by this facet.</summary>
    public bool Filters => _selectedValues.Length > 0;

    /// <summary>Keeps the documents of a set that have one of the selected values.</summary>
    public void Filter(DocumentSet documents, AtomicReader segment)
    {
        using var selected = DocumentSet.Rent(documents.Documents);
        foreach (var number in _selected)
        {
            if (_valueNumbers.ColumnOf(segment) is { } column)
            {
                selected.Or(SegmentTables.Of(segment).Set((_field, number), () => column.With(number)));
            }
        }

        documents.And(selected);
    }

    /// <summary>Counts the values of the documents of a set.</summary>
    public void Count(DocumentSet documents, AtomicReader segment)
    {
        if (_valueNumbers.ColumnOf(segment) is { } column)
        {
            if (_counts.Length == 0)
            {
                _counts = ArrayPool<int>.Shared.Rent(_values = _valueNumbers.Count);
                _counts.AsSpan(0, _values).Clear();
            }

            column.Count(documents, _counts);
        }
    }

    /// <summary>The selected values, and the most frequent others up to a number; most frequent first, then in French order. Once: what was counted is given back.</summary>
    public IReadOnlyList<FacetValue> Top(int size)
    {
        var top = FindTop(size);
        if (_counts.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_counts);
            (_counts, _values) = ([], 0);
        }

        return top;
    }

    private IReadOnlyList<FacetValue> FindTop(int size)
    {
        // The queue's first is its worst, so that most values are turned away by one comparison.
        var best = new PriorityQueue<int, int>(Comparer<int>.Create((left, right) => -Compare(left, right)));
        for (var number = 0; number < _values; number++)
        {
            if (_counts[number] == 0)
            {
                continue;
            }

            if (best.Count < size)
            {
                best.Enqueue(number, number);
            }
            else if (Compare(number, best.Peek()) < 0)
            {
                best.DequeueEnqueue(number, number);
            }
        }

        return
        [
            .. best.UnorderedItems.Select(item => item.Element)
                .Union(_selected.Where(number => CountOf(number) > 0))
                .Order(Comparer<int>.Create(Compare))
                .Select(number => new FacetValue(_valueNumbers.ValueOf(number), _counts[number], Array.IndexOf(_selected, number) >= 0)),
            .. _selectedValues.Where(value => !IsCounted(value)).Order(FacetValueNumbers.FrenchOrder)
                .Select(value => new FacetValue(value, 0, Selected: true)),
        ];
    }

    // A value may have got its number from another search meanwhile.
    private bool IsCounted(string value) => _valueNumbers.NumberOf(value) is >= 0 and var number && CountOf(number) > 0;

    private int CountOf(int number) => number < _values ? _counts[number] : 0;

    private int Compare(int left, int right)
    {
        var order = _counts[right].CompareTo(_counts[left]);
        return order != 0 ? order : _valueNumbers.Compare(left, right);
    }
}
