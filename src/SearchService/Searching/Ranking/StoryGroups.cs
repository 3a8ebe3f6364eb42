using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Indexing;
using SearchService.Searching.Facets;

namespace SearchService.Searching.Ranking;

/// <summary>
/// Sorts the matches of one search into groups that tell the same: the articles of one running story, and near-duplicates
/// (<see cref="ContentFingerprint"/>). Not for two threads.
/// </summary>
/// <remarks>
/// A story is one group and stories never join, whatever their articles share. Articles without a story that share a key are one group, as are those that
/// a third one without a story links. If keys of such a group stand in articles of exactly one story, it joins that story; of several, it stays by
/// itself. So the groups depend on what is found, never on the order in which it is.
/// </remarks>
internal sealed class StoryGroups(IndexReader reader, FacetValueNumbers stories)
{
    private const int None = -1;
    private const int Several = -2;

    // One key of nine is then taken for a shared one by mistake and looked at in vain.
    private const int BitsForKey = 8;

    private readonly ulong[] _keysOfArticle = new ulong[ContentFingerprint.Bands];
    private readonly BytesRef _bytes = new();
    private int _segment = None;
    private int _docBase;
    private int _segmentEnd;
    private int[] _numbers = [];
    private SortedSetDocValues? _story;
    private BinaryDocValues? _fingerprints;

    /// <summary>The group of each match, as the number of one of the matches in it.</summary>
    /// <param name="documents">The documents of the matches, ascending.</param>
    public int[] Of(ReadOnlySpan<int> documents)
    {
        var groups = new int[documents.Length];
        var storyOf = ByStory(documents, groups);
        var shared = SharedKeys(documents);
        var keys = new Dictionary<ulong, Key>();
        for (var i = 0; i < documents.Length; i++)
        {
            foreach (var hash in KeysOf(documents[i]))
            {
                if (!shared.Contains(hash))
                {
                    continue;
                }

                ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(keys, hash, out var exists);
                key = exists ? key : new Key { Group = None, Story = None };
                if (storyOf[i] != None)
                {
                    key.Story = key.Story == None || key.Story == groups[i] ? groups[i] : Several;
                }
                else
                {
                    key.Group = key.Group == None ? i : Join(groups, i, key.Group);
                }
            }
        }

        JoinStories(groups, keys.Values);
        return groups;
    }

    /// <summary>Puts the matches of each story into one group and every other into its own.</summary>
    /// <returns>The story of each match, or -1.</returns>
    private int[] ByStory(ReadOnlySpan<int> documents, int[] groups)
    {
        var storyOf = new int[documents.Length];
        var first = new Dictionary<int, int>();
        for (var i = 0; i < documents.Length; i++)
        {
            groups[i] = i;
            storyOf[i] = StoryOf(documents[i]);
            if (storyOf[i] != None && !first.TryAdd(storyOf[i], i))
            {
                groups[i] = first[storyOf[i]];
            }
        }

        return storyOf;
    }

    /// <summary>Nearly all keys stand in one match: a table of all would take ten times as long as to tell those few that may stand in several.</summary>
    private RepeatedBits SharedKeys(ReadOnlySpan<int> documents)
    {
        var bits = new RepeatedBits((long)documents.Length * ContentFingerprint.Bands * BitsForKey);
        foreach (var document in documents)
        {
            foreach (var hash in KeysOf(document))
            {
                bits.Add(hash);
            }
        }

        return bits;
    }

    private static void JoinStories(int[] groups, IEnumerable<Key> keys)
    {
        var joined = new Dictionary<int, int>();
        foreach (var key in keys)
        {
            if (key is { Group: not None, Story: not None })
            {
                var root = Root(groups, key.Group);
                joined[root] = joined.TryGetValue(root, out var story) && story != key.Story ? Several : key.Story;
            }
        }

        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = Root(groups, i);
        }

        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = joined.TryGetValue(groups[i], out var story) && story != Several ? story : groups[i];
        }
    }

    private ReadOnlySpan<ulong> KeysOf(int document)
    {
        Enter(document);
        if (_fingerprints is null)
        {
            return [];
        }

        _fingerprints.Get(document - _docBase, _bytes);
        return _keysOfArticle.AsSpan(0, ContentFingerprint.Read(_bytes, _keysOfArticle));
    }

    private int StoryOf(int document)
    {
        Enter(document);
        if (_story is null)
        {
            return None;
        }

        _story.SetDocument(document - _docBase);
        return _story.NextOrd() is var ord && ord != SortedSetDocValues.NO_MORE_ORDS ? _numbers[ord] : None;
    }

    private void Enter(int document)
    {
        if (_segment != None && document >= _docBase && document < _segmentEnd)
        {
            return;
        }

        _segment = ReaderUtil.SubIndex(document, reader.Leaves);
        var context = reader.Leaves[_segment];
        _docBase = context.DocBase;
        _segmentEnd = _docBase + context.AtomicReader.MaxDoc;
        _numbers = stories.NumbersOf(context.AtomicReader);
        _story = _numbers.Length > 0 ? context.AtomicReader.GetSortedSetDocValues(IndexSchema.StoryFacet) : null;
        _fingerprints = context.AtomicReader.GetBinaryDocValues(IndexSchema.Fingerprint);
    }

    private static int Join(int[] groups, int left, int right)
    {
        left = Root(groups, left);
        right = Root(groups, right);
        return groups[Math.Max(left, right)] = Math.Min(left, right);
    }

    private static int Root(int[] groups, int group)
    {
        while (groups[group] != group)
        {
            group = groups[group] = groups[groups[group]];
        }

        return group;
    }

    /// <summary>Which hashes were added more than once: all that were, and by chance some that were not.</summary>
    private readonly struct RepeatedBits
    {
        private readonly ulong[] _once;
        private readonly ulong[] _again;

        public RepeatedBits(long bits)
        {
            var words = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(64, bits) / 64);
            _once = new ulong[words];
            _again = new ulong[words];
        }

        public void Add(ulong hash)
        {
            var bit = 1UL << (int)(hash & 63);
            ref var once = ref _once[(hash >> 6) & (ulong)(_once.Length - 1)];
            if ((once & bit) != 0)
            {
                _again[(hash >> 6) & (ulong)(_again.Length - 1)] |= bit;
            }

            once |= bit;
        }

        public bool Contains(ulong hash) => (_again[(hash >> 6) & (ulong)(_again.Length - 1)] & (1UL << (int)(hash & 63))) != 0;
    }

    /// <summary>Where a key was met: among articles without a story, and in which story.</summary>
    private struct Key
    {
        public int Group;
        public int Story;
    }
}
