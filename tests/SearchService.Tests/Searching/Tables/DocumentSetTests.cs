using CsCheck;
using Lucene.Net.Search;
using SearchService.Searching.Tables;

namespace SearchService.Tests.Searching.Tables;

/// <summary>Sets of bits against sets of numbers.</summary>
public sealed class DocumentSetTests
{
    private static readonly Gen<(int Documents, int[] Left, int[] Right)> Sets = Gen.Int[1, 300].SelectMany(documents =>
        Gen.Select(Gen.Const(documents), Gen.Int[0, documents - 1].Array[0, 80], Gen.Int[0, documents - 1].Array[0, 80]));

    [Fact]
    public void Operations_are_those_of_sets() => Sets.Sample(sample =>
    {
        var (documents, left, right) = sample;
        using var other = Of(documents, right);
        Assert.Equal(left.Union(right).Order(), Read(Change(set => set.Or(other))));
        Assert.Equal(left.Intersect(right).Order(), Read(Change(set => set.And(other))));
        Assert.Equal(left.Except(right).Order(), Read(Change(set => set.AndNot(other))));
        Assert.Equal(Enumerable.Range(0, documents), Read(Change(set => set.AddAll())));
        Assert.Equal(left.Except(right).Order(), Read(Change(set => Array.ForEach(right, set.Remove))));
        using var one = Of(documents, left);
        Assert.Equal(left.Distinct().Count(), one.Count());
        Assert.All(Enumerable.Range(0, documents), document => Assert.Equal(left.Contains(document), one.Contains(document)));

        DocumentSet Change(Action<DocumentSet> change)
        {
            var set = Of(documents, left);
            change(set);
            return set;
        }
    });

    [Fact]
    public void Rented_memory_comes_empty()
    {
        for (var i = 0; i < 10; i++)
        {
            using var set = DocumentSet.Rent(1000);
            Assert.Equal(0, set.Count());
            set.AddAll();
            Assert.Equal(1000, set.Count());
        }
    }

    [Fact]
    public void A_kept_set_stays_as_it_is_whatever_happens_to_those_that_share_its_memory() => Sets.Sample(sample =>
    {
        var (documents, left, right) = sample;
        var kept = DocumentSet.Create(documents);
        Array.ForEach(left, kept.Add);
        using var other = Of(documents, right);
        Action<DocumentSet>[] changes = [set => set.Or(other), set => set.And(other), set => set.AndNot(other), set => set.AddAll(), set => Array.ForEach(right, set.Remove)];
        foreach (var change in changes)
        {
            var sharing = DocumentSet.Rent(documents);
            sharing.Or(kept);
            Assert.Equal(kept.Count(), sharing.Count());
            change(sharing);
            sharing.Dispose();
            using var empty = DocumentSet.Rent(documents);
            Assert.Equal(0, empty.Count());
            Assert.Equal(left.Distinct().Order(), Enumerable.Range(0, documents).Where(kept.Contains));
        }
    });

    private static DocumentSet Of(int documents, int[] members)
    {
        var set = DocumentSet.Rent(documents);
        Array.ForEach(members, set.Add);
        return set;
    }

    private static List<int> Read(DocumentSet set)
    {
        var read = new List<int>();
        for (var document = set.NextFrom(0); document != DocIdSetIterator.NO_MORE_DOCS; document = set.NextFrom(document + 1))
        {
            read.Add(document);
        }

        Assert.Equal(read.Count, set.Count());
        set.Dispose();
        return read;
    }
}
