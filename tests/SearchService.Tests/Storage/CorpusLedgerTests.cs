using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Storage;

public sealed class CorpusLedgerTests : IDisposable
{
    private const string Name = "depeches/juin.jsonl";

    private static readonly FileStamp Stamp = new(120, 638_000_000_000_000_000, [1, 2, 3]);

    private readonly TempFolder _folder = new();
    private readonly ArticleStore _store;
    private readonly CorpusLedger _ledger;

    public CorpusLedgerTests()
    {
        _store = ArticleStore.Open(_folder.Path, TimeProvider.System);
        _ledger = new CorpusLedger(_store, TimeProvider.System);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_file_is_known_once_it_was_read_to_its_end()
    {
        Assert.Null(_ledger.Find(Name));

        var reading = _ledger.Begin(Name);
        Assert.Null(_ledger.Find(Name));
        _ledger.End(reading, Stamp);

        var known = _ledger.Find(Name)!;
        Assert.Equal((Stamp.Size, Stamp.Modified), (known.Size, known.Modified));
        Assert.Equal(Stamp.Hash, known.Hash);
        Assert.Null(_ledger.Find("depeches/juillet.jsonl"));
    }

    [Fact]
    public void A_file_whose_reading_began_anew_counts_as_unread()
    {
        Read((1, "a", "Titre", null));

        _ledger.Begin(Name);

        Assert.Null(_ledger.Find(Name));
    }

    [Fact]
    public void The_first_reading_brings_its_articles_into_the_store()
    {
        var results = Read((1, "a", "Titre", null), (2, "b", "Autre", 7));

        Assert.All(results, result => Assert.Equal(ChangeOutcome.Created, result.Change?.Outcome));
        Assert.Equal(7, _store.Get("b")!.Version);
    }

    [Fact]
    public void What_a_file_said_before_is_not_asked_again()
    {
        Read((1, "a", "Titre", null));
        _store.Apply(Changes.Put("a", "Corrigé par un client"));

        var results = Read((1, "a", "Titre", null), (2, "b", "Nouveau", null));

        Assert.Null(results[0].Change);
        Assert.Null(results[0].ClashesWithLine);
        Assert.Equal(ChangeOutcome.Created, results[1].Change?.Outcome);
        Assert.Equal("Corrigé par un client", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void What_a_file_says_anew_replaces_what_the_store_holds()
    {
        Read((1, "a", "Titre", null));
        _store.Apply(Changes.Put("a", "Corrigé par un client"));

        Read((1, "a", "Corrigé par le fichier", null));

        var stored = _store.Get("a")!;
        Assert.Equal(("Corrigé par le fichier", 3), (stored.Classified.Article.Headline, stored.Version));
    }

    [Fact]
    public void A_file_that_goes_back_to_older_words_says_something_new()
    {
        Read((1, "a", "Titre", null));
        Read((1, "a", "Faute de frappe", null));

        Read((1, "a", "Titre", null));

        Assert.Equal("Titre", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void A_line_that_was_gone_for_a_reading_is_new_when_it_comes_back()
    {
        Read((1, "a", "Titre", null), (2, "b", "Autre", null));
        Read((1, "b", "Autre", null));
        _store.Apply(Changes.Put("a", "Corrigé par un client"));
        Assert.Equal("Corrigé par un client", _store.Get("a")!.Classified.Article.Headline);

        Read((1, "a", "Titre", null), (2, "b", "Autre", null));

        Assert.Equal("Titre", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void Taking_a_line_out_of_a_file_deletes_nothing()
    {
        Read((1, "a", "Titre", null));

        Read();

        Assert.NotNull(_store.Get("a"));
    }

    [Fact]
    public void A_deleted_article_stays_gone_whatever_a_file_says()
    {
        Read((1, "a", "Titre", null));
        _store.Apply(ArticleChange.Delete("a"));

        var results = Read((1, "a", "Titre changé", null));

        Assert.Equal(ChangeOutcome.StaysGone, results[0].Change?.Outcome);
        Assert.Null(_store.Get("a"));
    }

    [Fact]
    public void Two_different_articles_under_one_identifier_clash_and_the_first_is_kept()
    {
        var results = Read((1, "a", "Premier", null), (4, "a", "Second", null));

        Assert.Null(results[1].Change);
        Assert.Equal(1, results[1].ClashesWithLine);
        Assert.Equal("Premier", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void The_same_article_twice_in_a_file_is_no_clash()
    {
        var results = Read((1, "a", "Titre", null), (2, "a", "Titre", null));

        Assert.Null(results[1].Change);
        Assert.Null(results[1].ClashesWithLine);
        Assert.Equal(1, _store.Get("a")!.Version);
    }

    [Fact]
    public void Several_versions_of_an_article_in_a_file_are_no_clash()
    {
        Read((1, "a", "Premier", 1), (2, "a", "Deuxième", 2), (3, "a", "Troisième", 3));
        Assert.Equal(3, _store.Get("a")!.Version);

        var again = Read((1, "a", "Premier", 1), (2, "a", "Deuxième", 2), (3, "a", "Troisième", 3));

        Assert.All(again, result => Assert.Null(result.Change));
        Assert.Equal("Troisième", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void A_lower_version_than_the_store_holds_is_refused_to_a_file()
    {
        _store.Apply(Changes.Put("a", "Titre", 5));

        Assert.Equal(ChangeOutcome.VersionConflict, Read((1, "a", "Vieux titre", 4))[0].Change?.Outcome);
    }

    [Fact]
    public void Each_file_is_noted_for_itself()
    {
        Read((1, "a", "Titre", null));
        _store.Apply(Changes.Put("a", "Corrigé par un client"));

        Read("depeches/juillet.jsonl", (1, "a", "Titre", null));

        Assert.Equal("Titre", _store.Get("a")!.Classified.Article.Headline);
    }

    [Fact]
    public void A_reading_that_was_cut_short_goes_on_where_it_stopped()
    {
        var cut = _ledger.Begin(Name);
        _ledger.Apply(cut, [Item(1, "a", "Titre", null)]);

        var results = Read((1, "a", "Titre", null), (2, "b", "Autre", null));

        Assert.Null(results[0].Change);
        Assert.Null(results[0].ClashesWithLine);
        Assert.Equal(ChangeOutcome.Created, results[1].Change?.Outcome);
        Assert.NotNull(_ledger.Find(Name));
    }

    [Fact]
    public void The_ledger_is_kept_with_the_store()
    {
        Read((1, "a", "Titre", null));
        _store.Dispose();

        using var store = ArticleStore.Open(_folder.Path, TimeProvider.System);
        Assert.NotNull(new CorpusLedger(store, TimeProvider.System).Find(Name));
    }

    private static FileItem Item(int line, string id, string headline, long? version) =>
        new(line, Make.Plain(Make.Article(id, headline) with { Version = version }));

    private IReadOnlyList<FileItemResult> Read(params (int Line, string Id, string Headline, long? Version)[] items) => Read(Name, items);

    private IReadOnlyList<FileItemResult> Read(string name, params (int Line, string Id, string Headline, long? Version)[] items)
    {
        var reading = _ledger.Begin(name);
        var results = _ledger.Apply(reading, [.. items.Select(item => Item(item.Line, item.Id, item.Headline, item.Version))]);
        _ledger.End(reading, Stamp);
        return results;
    }
}
