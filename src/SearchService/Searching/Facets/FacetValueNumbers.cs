using System.Globalization;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Searching.Facets;

/// <summary>
/// Numbers the values of one facet alike in all segments, so that counting is an array increment. Values are only ever added; a segment's numbers are
/// worked out once, when it is first searched, and forgotten with it.
/// </summary>
public sealed class FacetValueNumbers
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>The order of a French dictionary; no two values are equal.</summary>
    public static IComparer<string> FrenchOrder { get; } = Comparer<string>.Create((left, right) =>
    {
        var order = French.Compare(left, right);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    });

    private readonly string _field;
    private readonly Lock _adding = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<object, int[]> _segments = [];
    private readonly ConditionalWeakTable<object, Lazy<FacetColumn?>> _columns = [];
    private (string Value, byte[] SortKey)[] _values = new (string, byte[])[256];

    /// <summary>Numbers the values of a field of sorted set doc values.</summary>
    public FacetValueNumbers(string field) => _field = field;

    /// <summary>How many values have a number: 0 to this, exclusive.</summary>
    public int Count
    {
        get
        {
            lock (_adding)
            {
                return _numbers.Count;
            }
        }
    }

    /// <summary>The number of a value, or -1 if no document searched so far has it.</summary>
    public int NumberOf(string value)
    {
        lock (_adding)
        {
            return _numbers.GetValueOrDefault(value, -1);
        }
    }

    /// <summary>The value of a number.</summary>
    public string ValueOf(int number) => Volatile.Read(ref _values)[number].Value;

    /// <summary>Compares two values, by their numbers, as a French dictionary orders them.</summary>
    public int Compare(int left, int right)
    {
        var values = Volatile.Read(ref _values);
        var order = values[left].SortKey.AsSpan().SequenceCompareTo(values[right].SortKey);
        return order != 0 ? order : string.CompareOrdinal(values[left].Value, values[right].Value);
    }

    /// <summary>The numbers of a segment's ordinals.</summary>
    public int[] NumbersOf(AtomicReader segment) => _segments.GetValue(segment.CoreCacheKey, _ => Map(segment));

    /// <summary>The values of a segment's documents, or null if it has none.</summary>
    internal FacetColumn? ColumnOf(AtomicReader segment) => _columns.GetValue(
        segment.CoreCacheKey, _ => new Lazy<FacetColumn?>(() => FacetColumn.Read(segment.GetSortedSetDocValues(_field), NumbersOf(segment), segment.MaxDoc))).Value;

    private int[] Map(AtomicReader segment)
    {
        if (segment.GetSortedSetDocValues(_field) is not { } values)
        {
            return [];
        }

        var numbers = new int[checked((int)values.ValueCount)];
        var value = new BytesRef();
        for (var ord = 0; ord < numbers.Length; ord++)
        {
            values.LookupOrd(ord, value);
            numbers[ord] = Add(value.Utf8ToString());
        }

        return numbers;
    }

    private int Add(string value)
    {
        lock (_adding)
        {
            if (!_numbers.TryGetValue(value, out var number))
            {
                number = _numbers.Count;
                if (number == _values.Length)
                {
                    var larger = new (string, byte[])[number * 2];
                    Array.Copy(_values, larger, number);
                    Volatile.Write(ref _values, larger);
                }

                _values[number] = (value, French.GetSortKey(value).KeyData);
                _numbers.Add(value, number);
            }

            return number;
        }
    }
}
