using Microsoft.Extensions.Time.Testing;
using SearchService.Articles;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class ArticleStoreFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_that_is_opened_again_holds_everything_and_counts_on()
    {
        var article = Make.Article("a", "Un titre « entre guillemets »", "Premier paragraphe.") with
        {
            Topics = ["Économie", "Sport/Cyclisme"],
            PublishedAt = Make.Date("2025-12-24T09:30:00+01:00"),
        };
        using (var store = Open())
        {
            store.Apply(new ArticleChange("a", article, new Derivation("Tour de Bretagne", [], "règles-1"), ChangeOrigin.Client));
            store.Apply(Changes.Put("b", "Effacé"));
            store.Apply(ArticleChange.Delete("b"));
        }

        using var again = Open();
        Assert.Equal(3, again.LastSequence);
        var stored = again.Get("a")!;
        Assert.Equal("Un titre « entre guillemets »", stored.Classified.Article.Headline);
        Assert.Equal("Premier paragraphe.", Assert.Single(stored.Classified.Article.Paragraphs).Text);
        Assert.Equal(["Économie", "Sport/Cyclisme"], stored.Classified.Topics);
        Assert.Equal(TimeSpan.FromHours(1), stored.Classified.Article.PublishedAt!.Value.Offset);
        Assert.Equal(("Tour de Bretagne", "règles-1"), (stored.Classified.Story, stored.Classified.Derivation.Rules));
        Assert.Null(again.Get("b"));
        Assert.Equal(4, again.Apply(Changes.Put("c", "Nouveau")).Sequence);
    }

    [Fact]
    public void The_folder_is_made_if_it_is_missing()
    {
        using var store = ArticleStore.Open(_folder.File("neuf/index"), TimeProvider.System);

        Assert.True(File.Exists(_folder.File("neuf/index/articles.db")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_gives_a_clear_message()
    {
        var file = _folder.Write("occupé", "un fichier");

        var fault = Assert.Throws<StoreException>(() => ArticleStore.Open(file, TimeProvider.System));

        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_of_a_later_program_is_refused(bool readOnly)
    {
        Open().Dispose();
        Execute("PRAGMA user_version = 99");

        var fault = Assert.Throws<StoreException>(() => OpenAndAsk(readOnly));

        Assert.Contains("format 99", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_no_database_gives_a_clear_message(bool readOnly)
    {
        _folder.Write(ArticleStore.FileName, new string('x', 8192));

        var fault = Assert.Throws<StoreException>(() => OpenAndAsk(readOnly));

        Assert.Contains(ArticleStore.FileName, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_only_read_must_be_there()
    {
        var fault = Assert.Throws<StoreException>(() => ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System));

        Assert.Contains(_folder.Path, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File(ArticleStore.FileName)));
    }

    [Fact]
    public void A_reader_beside_a_writer_sees_each_change_and_writes_nothing()
    {
        using var writer = Open();
        writer.Apply(Changes.Put("a", "Premier"));
        using var reader = ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
        Assert.Equal("Premier", reader.Get("a")!.Classified.Article.Headline);

        writer.Apply(Changes.Put("a", "Second"));

        Assert.Equal("Second", reader.Get("a")!.Classified.Article.Headline);
        Assert.Equal(2, reader.LastSequence);
        Assert.Throws<StoreException>(() => reader.Apply(Changes.Put("b", "Interdit")));
    }

    [Fact]
    public void A_store_can_be_read_after_its_writer_has_gone()
    {
        using (var writer = Open())
        {
            writer.Apply(Changes.Put("a", "Titre"));
        }

        using var reader = ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System);
        Assert.NotNull(reader.Get("a"));
    }

    [Fact]
    public void A_batch_that_fails_half_way_leaves_nothing_behind()
    {
        using var store = Open();
        store.Apply(Changes.Put("a", "Avant"));
        Execute("CREATE TRIGGER full BEFORE INSERT ON articles WHEN NEW.id = 'fatal' BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        var fault = Assert.Throws<StoreException>(() => store.Apply(
            [Changes.Put("a", "Après"), Changes.Put("b", "Nouveau"), Changes.Put("fatal", "Titre"), Changes.Put("c", "Suite")]));

        Assert.Contains("disk full", fault.Message, StringComparison.Ordinal);
        Assert.Equal("Avant", store.Get("a")!.Classified.Article.Headline);
        Assert.Null(store.Get("b"));
        Assert.Equal(1, store.LastSequence);
        Assert.Equal(2, store.Apply(Changes.Put("b", "Nouveau")).Sequence);
    }

    [Fact]
    public void A_damaged_copy_of_an_article_is_told_by_its_identifier()
    {
        using var store = Open();
        store.Apply(Changes.Put("a", "Titre"));
        Execute("UPDATE articles SET content = x'7B'");

        var fault = Assert.Throws<StoreException>(() => store.Get("a"));

        Assert.Contains(" a ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_told_once_they_are_durable()
    {
        using var store = Open();
        var told = new List<long>();
        store.Changed += () => told.Add(store.LastSequence);

        store.Apply([Changes.Put("a", "Titre"), Changes.Put("b", "Titre")]);
        store.Apply(Changes.Put("c", "Titre"));

        Assert.Equal([2, 3], told);
    }

    [Fact]
    public async Task Batches_of_several_threads_are_applied_one_after_the_other()
    {
        using var store = Open();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(
            () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    var results = store.Apply([Changes.Put($"t{thread}-{i}", "Titre"), Changes.Put("commun", $"Titre {thread} {i}")]);
                    Assert.Equal(results[0].Sequence + 1, results[1].Sequence);
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(80, store.LastSequence);
        Assert.Equal(40, store.Get("commun")!.Version);
    }

    private ArticleStore Open() => ArticleStore.Open(_folder.Path, new FakeTimeProvider());

    private void OpenAndAsk(bool readOnly)
    {
        using var store = readOnly ? ArticleStore.OpenReadOnly(_folder.Path, TimeProvider.System) : Open();
        _ = store.LastSequence;
    }

    private void Execute(string sql) => Database.Execute(_folder.Path, sql);
}
