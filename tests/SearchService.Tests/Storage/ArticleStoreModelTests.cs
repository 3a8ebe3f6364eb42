using CsCheck;
using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

/// <summary>The store against a dictionary that follows the rules of versions word by word.</summary>
public sealed class ArticleStoreModelTests
{
    private static readonly Gen<ArticleChange> AnyChange = Gen.Frequency(
        (5, Gen.Select(
            Gen.Int[0, 4],
            Gen.Int[0, 2],
            Gen.Frequency((2, Gen.Const((long?)null)), (3, Gen.Long[1, 6].Select(version => (long?)version))),
            Gen.Frequency((4, Gen.Const(ArticleStatus.Usable)), (1, Gen.Enum<ArticleStatus>())),
            Gen.Enum<ChangeOrigin>(),
            (id, headline, version, status, origin) => Changes.Put($"a{id}", $"Titre {headline}", version, status, null, origin))),
        (1, Gen.Int[0, 4].Select(id => ArticleChange.Delete($"a{id}"))));

    [Fact]
    public void The_store_does_what_a_dictionary_does() => AnyChange.Array[1, 8].List[1, 12].Sample(
        batches =>
        {
            using var folder = new TempFolder();
            var model = new Model();
            var store = ArticleStore.Open(folder.Path, TimeProvider.System);
            try
            {
                foreach (var batch in batches)
                {
                    Assert.Equal(batch.Select(model.Apply), store.Apply(batch));
                    model.Check(store);
                }

                store.Dispose();
                store = ArticleStore.Open(folder.Path, TimeProvider.System);
                model.Check(store);
            }
            finally
            {
                store.Dispose();
            }
        },
        iter: 40);

    private sealed class Model
    {
        private readonly Dictionary<string, (long Version, long Sequence, Article? Article)> _entries = [];
        private long _sequence;

        public ChangeResult Apply(ArticleChange change)
        {
            var known = _entries.TryGetValue(change.Id, out var entry);
            var there = known && entry.Article is not null;
            if (change.Article is not { } article)
            {
                if (!there)
                {
                    return new ChangeResult(ChangeOutcome.NotFound, 0, 0);
                }

                _entries[change.Id] = (0, ++_sequence, null);
                return new ChangeResult(ChangeOutcome.Deleted, 0, _sequence);
            }

            if (known && change.Origin == ChangeOrigin.File && (!there || entry.Article!.Status == ArticleStatus.Canceled))
            {
                return new ChangeResult(ChangeOutcome.StaysGone, entry.Version, entry.Sequence);
            }

            if (there && article.Version < entry.Version)
            {
                return new ChangeResult(ChangeOutcome.VersionConflict, entry.Version, entry.Sequence);
            }

            var same = there && (entry.Article!.Headline, entry.Article.Status) == (article.Headline, article.Status);
            if (same && (article.Version ?? entry.Version) == entry.Version)
            {
                return new ChangeResult(ChangeOutcome.Unchanged, entry.Version, entry.Sequence);
            }

            var version = article.Version ?? (there ? entry.Version + 1 : 1);
            _entries[change.Id] = (version, ++_sequence, article);
            return new ChangeResult(there ? ChangeOutcome.Updated : ChangeOutcome.Created, version, _sequence);
        }

        public void Check(ArticleStore store)
        {
            Assert.Equal(_sequence, store.LastSequence);
            foreach (var (id, (version, sequence, article)) in _entries)
            {
                var stored = store.Get(id);
                Assert.Equal(article?.Headline, stored?.Classified.Article.Headline);
                if (stored is not null)
                {
                    Assert.Equal((version, sequence), (stored.Version, stored.Sequence));
                    Assert.Equal(article!.Status == ArticleStatus.Usable, stored.Visible);
                }
            }

            using var snapshot = store.OpenSnapshot();
            var visible = _entries.Where(entry => entry.Value.Article?.Status == ArticleStatus.Usable).Select(entry => entry.Key).Order();
            Assert.Equal(visible, snapshot.ReadVisible(_sequence).Select(entry => entry.Id).Order());
            Assert.Equal(
                _entries.OrderBy(entry => entry.Value.Sequence).Select(entry => (entry.Key, entry.Value.Sequence, entry.Value.Version)),
                snapshot.ReadChanges(0, int.MaxValue).Select(change => (change.Id, change.Sequence, change.Version)));
        }
    }
}
