using SearchService.Hosting;
using SearchService.Tests.Support;
using static SearchService.Tests.Support.TestCorpus;

namespace SearchService.Tests.Hosting;

/// <summary>Files and the store: each file changes only what it changes itself.</summary>
public sealed class CorpusSyncTests : IDisposable
{
    private readonly TestCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task New_files_are_taken_in_and_classified()
    {
        _corpus.Write("a.jsonl", Line("a", "Tramway: la ligne ouvre"), Line("b", "Deuxième"));
        _corpus.Write("page.txt", "-", "Un titre", "Grand titre", "Texte.");

        var report = await _corpus.ReadAsync();

        Assert.Equal((2, 4L, 4L, 0L), (report.FilesRead, report.Articles, report.Changes, report.ProblemCount));
        Assert.Equal("Tramway", _corpus.Store.Get("a")!.Classified.Story);
        Assert.Equal(["story"], _corpus.Store.Get("a")!.Classified.Derived);
    }

    [Fact]
    public async Task Reading_twice_changes_nothing()
    {
        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B"));
        await _corpus.ReadAsync();
        var sequence = _corpus.Store.LastSequence;

        var again = await _corpus.ReadAsync();

        Assert.Equal(0, again.FilesRead);
        Assert.Equal(sequence, _corpus.Store.LastSequence);
    }

    [Fact]
    public async Task A_file_with_a_new_time_and_the_same_content_is_not_read()
    {
        var path = _corpus.Write("a.jsonl", Line("a", "A"));
        await _corpus.ReadAsync();

        _corpus.Touch(path);

        Assert.Equal(0, (await _corpus.ReadAsync()).FilesRead);
    }

    [Fact]
    public async Task A_changed_line_updates_its_article_and_no_other()
    {
        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B"));
        await _corpus.ReadAsync();

        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B corrigé"), Line("c", "C"));
        var report = await _corpus.ReadAsync();

        Assert.Equal((1, 3L, 2L), (report.FilesRead, report.Articles, report.Changes));
        Assert.Equal(1, _corpus.Store.Get("a")!.Version);
        Assert.Equal(2, _corpus.Store.Get("b")!.Version);
        Assert.Equal("B corrigé", _corpus.Headline("b"));
        Assert.Equal("C", _corpus.Headline("c"));
    }

    [Fact]
    public async Task A_correction_through_the_API_outlives_another_line_s_change()
    {
        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B"));
        await _corpus.ReadAsync();
        _corpus.Put(Make.Article("a", "A corrigé par l'API"));

        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B corrigé"));
        await _corpus.ReadAsync();
        Assert.Equal("A corrigé par l'API", _corpus.Headline("a"));

        _corpus.Write("a.jsonl", Line("a", "A du fichier"), Line("b", "B corrigé"));
        await _corpus.ReadAsync();
        Assert.Equal("A du fichier", _corpus.Headline("a"));
    }

    [Fact]
    public async Task Two_files_that_contradict_each_other_do_not_take_turns()
    {
        _corpus.Write("1.jsonl", Line("a", "Du premier"));
        _corpus.Write("2.jsonl", Line("a", "Du second"));
        await _corpus.ReadAsync();

        _corpus.Write("1.jsonl", Line("a", "Du premier"), Line("b", "B"));
        await _corpus.ReadAsync();

        Assert.Equal("Du second", _corpus.Headline("a"));
    }

    [Fact]
    public async Task Removing_a_line_or_a_file_deletes_nothing()
    {
        _corpus.Write("a.jsonl", Line("a", "A"), Line("b", "B"));
        await _corpus.ReadAsync();

        var path = _corpus.Write("a.jsonl", Line("a", "A"));
        await _corpus.ReadAsync();
        File.Delete(path);
        await _corpus.ReadAsync();

        Assert.Equal("A", _corpus.Headline("a"));
        Assert.Equal("B", _corpus.Headline("b"));
    }

    [Fact]
    public async Task Versions_count_up_within_a_file_and_never_down()
    {
        _corpus.Write("a.jsonl",
            Line(Make.Article("a", "Une") with { Version = 1 }),
            Line(Make.Article("a", "Trois") with { Version = 3 }),
            Line(Make.Article("a", "Deux") with { Version = 2 }));

        var report = await _corpus.ReadAsync();

        Assert.Equal("Trois", _corpus.Headline("a"));
        Assert.Equal(3, _corpus.Store.Get("a")!.Version);
        Assert.Equal(
            "a.jsonl, ligne 3 : L'article a est déjà en version 3 ; la version 2 est refusée. [version_conflict]",
            Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public async Task The_versions_of_a_file_are_not_told_again_as_conflicts_when_another_line_changes()
    {
        string[] versions = [Line(Make.Article("a", "Une") with { Version = 1 }), Line(Make.Article("a", "Trois") with { Version = 3 })];
        _corpus.Write("a.jsonl", versions);
        await _corpus.ReadAsync();

        _corpus.Write("a.jsonl", [.. versions, Line("b", "B")]);
        var report = await _corpus.ReadAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Changes);
        Assert.Equal(3, _corpus.Store.Get("a")!.Version);
    }

    [Fact]
    public async Task A_reading_that_was_stopped_goes_on_next_time()
    {
        _corpus.Write("a.jsonl", [.. Enumerable.Range(0, 1200).Select(i => Line($"n{i}", $"Numéro {i}"))]);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _corpus.Get<CorpusSync>().RunAsync(_ => stop.Cancel(), stop.Token));
        var kept = _corpus.Store.LastSequence;
        var report = await _corpus.ReadAsync();

        Assert.InRange(kept, 1, 1199);
        Assert.Equal((1, 1200L, 1200 - kept), (report.FilesRead, report.Articles, report.Changes));
        Assert.Equal(1200, _corpus.Store.LastSequence);
    }
}
