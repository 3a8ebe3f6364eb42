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
internal sealed class StoryGroups(FacetValueNumbers stories)
{
    private const int None = -1;
    private const int Several = -2;

    private readonly List<int> _parents = [];
    private readonly Dictionary<int, int> _ofStories = [];
    private readonly Dictionary<ulong, Key> _keys = [];
    private readonly ulong[] _keysOfArticle = new ulong[ContentFingerprint.Bands];
    private readonly BytesRef _bytes = new();
    private int[] _numbers = [];
    private SortedSetDocValues? _story;
    private BinaryDocValues? _fingerprints;

    public void SetSegment(AtomicReaderContext context)
    {
        _numbers = stories.NumbersOf(context.AtomicReader);
        _story = _numbers.Length > 0 ? context.AtomicReader.GetSortedSetDocValues(IndexSchema.StoryFacet) : null;
        _fingerprints = context.AtomicReader.GetBinaryDocValues(IndexSchema.Fingerprint);
    }

    /// <summary>Takes a document in.</summary>
    /// <returns>The group it is in so far: one that is there, or the next number from 0.</returns>
    public int Add(int doc)
    {
        var keys = KeysOf(doc);
        if (StoryOf(doc) is { } story)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofStories, story, out var exists);
            group = exists ? group : NewGroup();
            foreach (var key in keys)
            {
                ref var known = ref KnownAs(key);
                known.Story = known.Story == None || known.Story == group ? group : Several;
            }

            return group;
        }

        var joined = None;
        foreach (var key in keys)
        {
            ref var known = ref KnownAs(key);
            joined = known.Group == None ? joined : Join(joined, known.Group);
        }

        joined = joined == None ? NewGroup() : joined;
        foreach (var key in keys)
        {
            KnownAs(key).Group = joined;
        }

        return joined;
    }

    /// <summary>In which group each number that <see cref="Add"/> gave is in the end, now that all documents are known.</summary>
    public int[] Resolve()
    {
        var story = new int[_parents.Count];
        Array.Fill(story, None);
        foreach (var key in _keys.Values)
        {
            if (key is { Group: not None, Story: not None })
            {
                ref var known = ref story[Root(key.Group)];
                known = known == None || known == key.Story ? key.Story : Several;
            }
        }

        var groups = new int[_parents.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            var root = Root(i);
            groups[i] = story[root] >= 0 ? story[root] : root;
        }

        return groups;
    }

    private ReadOnlySpan<ulong> KeysOf(int doc)
    {
        if (_fingerprints is null)
        {
            return [];
        }

        _fingerprints.Get(doc, _bytes);
        return _keysOfArticle.AsSpan(0, ContentFingerprint.Read(_bytes, _keysOfArticle));
    }

    private int? StoryOf(int doc)
    {
        if (_story is null)
        {
            return null;
        }

        _story.SetDocument(doc);
        return _story.NextOrd() is var ord && ord != SortedSetDocValues.NO_MORE_ORDS ? _numbers[ord] : null;
    }

    private ref Key KnownAs(ulong key)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out var exists);
        if (!exists)
        {
            known = new Key { Group = None, Story = None };
        }

        return ref known;
    }

    private int NewGroup()
    {
        _parents.Add(_parents.Count);
        return _parents.Count - 1;
    }

    private int Join(int left, int right)
    {
        right = Root(right);
        if (left == None || left == right)
        {
            return right;
        }

        left = Root(left);
        return _parents[Math.Max(left, right)] = Math.Min(left, right);
    }

    private int Root(int group)
    {
        while (_parents[group] != group)
        {
            group = _parents[group] = _parents[_parents[group]];
        }

        return group;
    }

    /// <summary>Where a key was met: among articles without a story, and in which story.</summary>
    private struct Key
    {
        public int Group;
        public int Story;
    }
}
