using Lucene.Net.Index;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// The words of the headlines of one segment, in order, with their frequencies, so that the most frequent with a given start are found without reading
/// all of them; and the documents by date. Made once for a segment, from its doc values; deletions are the caller's to check. Immutable, safe for all threads.
/// </summary>
internal sealed class SegmentWords
{
    // A block whose most frequent word is too rare is skipped whole: a start of one letter costs hundreds of comparisons, not hundreds of thousands.
    private const int BlockSize = 64;

    private readonly List<string> _words = [];
    private readonly List<string?> _written = [];
    private readonly int[] _wordOfValue;
    private readonly int[] _counts;
    private readonly int[] _newest;
    private readonly int[] _mostInBlock;
    private readonly int[] _published;

    /// <summary>Reads a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="published">When each document was published, as <see cref="PublicationMinutes"/> counts; kept.</param>
    public SegmentWords(AtomicReader segment, int[] published)
    {
        _published = published;
        NewestFirst = NewestFirstOf(_published);
        var values = segment.GetSortedSetDocValues(IndexSchema.HeadlineWords);
        var valueCount = values is null ? 0 : checked((int)values.ValueCount);
        var written = new List<string?>(valueCount);
        _wordOfValue = new int[valueCount];
        ReadWords(values, written);
        var valueCounts = new int[valueCount];
        _newest = new int[_words.Count];
        Array.Fill(_newest, PublicationMinutes.Undated);
        for (var document = 0; document < segment.MaxDoc && values is not null; document++)
        {
            values.SetDocument(document);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd())
            {
                valueCounts[value]++;
                ref var newest = ref _newest[_wordOfValue[value]];
                newest = Math.Max(newest, _published[document]);
            }
        }

        _counts = new int[_words.Count];
        ChooseSpellings(valueCounts, written);
        _mostInBlock = new int[(_words.Count + BlockSize - 1) / BlockSize];
        for (var word = 0; word < _counts.Length; word++)
        {
            _mostInBlock[word / BlockSize] = Math.Max(_mostInBlock[word / BlockSize], _counts[word]);
        }

        foreach (var minutes in _published)
        {
            Newest = Math.Max(Newest, minutes);
        }
    }

    /// <summary>When its newest article was published, in minutes as <see cref="PublicationMinutes"/> counts.</summary>
    public int Newest { get; } = PublicationMinutes.Undated;

    /// <summary>How many words it has.</summary>
    public int Count => _words.Count;

    /// <summary>The documents, newest first, undated last.</summary>
    public int[] NewestFirst { get; }

    /// <summary>The folded form of a word.</summary>
    public string WordAt(int word) => _words[word];

    /// <summary>How headlines write it most often, or null if they do not tell, and how many do.</summary>
    public string? WrittenAt(int word) => _written[word];

    /// <summary>How many headlines have it.</summary>
    public int CountAt(int word) => _counts[word];

    /// <summary>When the newest of them was published.</summary>
    public int NewestAt(int word) => _newest[word];

    /// <summary>When a document was published.</summary>
    public int PublishedAt(int document) => _published[document];

    /// <summary>The word of an ordinal of the doc values.</summary>
    public int WordOf(long value) => _wordOfValue[value];

    /// <summary>The number of a word, or -1.</summary>
    public int Find(string form)
    {
        var at = FirstFrom(form);
        return at < _words.Count && _words[at] == form ? at : -1;
    }

    /// <summary>The words that start so: from the first, to the second, exclusive.</summary>
    public (int From, int To) StartingWith(string prefix) => (FirstFrom(prefix), FirstFrom(prefix + char.MaxValue));

    /// <summary>The most frequent of a stretch of words.</summary>
    /// <param name="range">The stretch.</param>
    /// <param name="size">How many.</param>
    public IEnumerable<int> MostFrequent((int From, int To) range, int size)
    {
        var best = new PriorityQueue<int, int>(size + 1);
        for (var word = range.From; word < range.To;)
        {
            var blockEnd = Math.Min(range.To, ((word / BlockSize) + 1) * BlockSize);
            if (best.Count < size || _mostInBlock[word / BlockSize] > _counts[best.Peek()])
            {
                for (; word < blockEnd; word++)
                {
                    if (best.Count < size)
                    {
                        best.Enqueue(word, _counts[word]);
                    }
                    else if (_counts[word] > _counts[best.Peek()])
                    {
                        best.DequeueEnqueue(word, _counts[word]);
                    }
                }
            }

            word = blockEnd;
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    /// <summary>How many headlines have a word of a stretch, each counted for each; stops at a limit.</summary>
    public int Total((int From, int To) range, int limit)
    {
        var total = 0;
        for (var word = range.From; word < range.To && total < limit; word++)
        {
            total += _counts[word];
        }

        return total;
    }

    private void ReadWords(SortedSetDocValues? values, List<string?> written)
    {
        if (values is null)
        {
            return;
        }

        var terms = values.GetTermsEnum();
        while (terms.MoveNext())
        {
            var (form, spelling) = HeadlineWord.Parse(terms.Term.Utf8ToString());
            if (_words.Count == 0 || _words[^1] != form)
            {
                _words.Add(form);
            }

            _wordOfValue[written.Count] = _words.Count - 1;
            written.Add(spelling);
        }
    }

    private void ChooseSpellings(int[] valueCounts, List<string?> written)
    {
        var most = new int[_words.Count];
        _written.AddRange(Enumerable.Repeat<string?>(null, _words.Count));
        for (var value = 0; value < valueCounts.Length; value++)
        {
            var word = _wordOfValue[value];
            _counts[word] += valueCounts[value];
            if (written[value] is { } spelling && valueCounts[value] > most[word])
            {
                most[word] = valueCounts[value];
                _written[word] = spelling;
            }
        }
    }

    private static int[] NewestFirstOf(int[] published)
    {
        var documents = new int[published.Length];
        var keys = new int[published.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = i;
            keys[i] = -published[i]; // the earliest minute has a positive counterpart: see PublicationMinutes
        }

        Array.Sort(keys, documents);
        return documents;
    }

    private int FirstFrom(string form)
    {
        var low = 0;
        var high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[middle], form) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
