using System.Text.Json;
using SearchService.Articles;
using SearchService.Classification;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Searching;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>
/// An index folder that was damaged while the service was stopped, in one way after the other: after the next start and its verification each answer is
/// that of the sound index, and damage to a file of the live generation was reported. <c>DAMAGE_ROUNDS</c> sets how often, <c>DAMAGE_SEED</c> where the numbers begin.
/// </summary>
public sealed class DamagedIndexTests : IAsyncLifetime
{
    private static readonly string[] Words =
        ["pont", "tunnel", "ministre", "école", "grève", "budget", "musée", "canicule", "finale", "procès", "port", "forêt", "élections", "hôpital", "train", "satellite"];

    private static readonly SearchRequest[] Requests =
    [
        Ask(""), Ask("pont"), Ask("écoles ministres"), Ask("\"tunnel budget\""), Ask("proc*"), Ask("grève -musée"), Ask("canicule OU finale"), Ask("titre:hôpital"), Ask("titelle"),
    ];

    private readonly TempFolder _sound = new();
    private string[] _expected = [];
    private string _live = "";

    public async ValueTask InitializeAsync()
    {
        await using var engine = await BackgroundEngine.StartAsync(_sound);
        await engine.UntilReadyAsync();
        Write(engine, 0, 120);
        engine.Get<RebuildJobs>().TryStart(out var job);
        await job.Ended;
        for (var part = 0; part < 6; part++)
        {
            Write(engine, 100 + (20 * part), 25); // the first few replace articles of before
        }

        engine.Get<ArticleStore>().Apply([.. Enumerable.Range(0, 20).Select(i => ArticleChange.Delete($"a{i * 7}"))]);
        CatchUpAndCommit(engine);
        await engine.UntilSettledAsync();
        _expected = Answers(engine);
        _live = engine.Status.Generation!;
        Assert.NotNull(engine.Get<GenerationFolder>().Previous);
    }

    public ValueTask DisposeAsync()
    {
        _sound.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task After_verification_every_answer_is_right_whatever_was_damaged()
    {
        var rounds = RunSize.Of("DAMAGE_ROUNDS", 40);
        var seed = RunSize.Of("DAMAGE_SEED", Random.Shared.Next(1_000_000));
        var healed = 0;
        for (var round = 0; round < rounds; round++)
        {
            healed += await RoundAsync(seed + round) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds from seed {seed}: {healed} healed by a rebuild, {rounds - healed} of no matter");
        Assert.True(healed > 0);
    }

    /// <returns>Whether another generation than before is live at the end.</returns>
    private async Task<bool> RoundAsync(int seed)
    {
        using var folder = new TempFolder();
        CopyTo(folder);
        var (what, files) = new FileVandal(seed).Strike(folder.File("index"), name => name.StartsWith(ArticleStore.FileName, StringComparison.Ordinal));
        try
        {
            await using var engine = await BackgroundEngine.StartAsync(folder);
            await engine.UntilReadyAsync();
            AskEarly(engine); // while the files are being read: any answer, but an answer

            await engine.UntilSettledAsync();
            Assert.Equal(_expected, Answers(engine));

            var healed = engine.Status.Generation != _live;
            Assert.True(healed || !files.Any(IsOfTheLiveCommit), "Nobody noticed.");
            Assert.True(!healed || engine.Errors.Count > 0, "Nobody told.");
            return healed;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}: {what}.", e);
        }
    }

    /// <summary>Whether a file is one that answers come from: not a lock, a hint or the list of checksums.</summary>
    private bool IsOfTheLiveCommit(string file) => file.StartsWith(Path.Combine("generations", _live), StringComparison.Ordinal)
        && Path.GetFileName(file) is not ("write.lock" or "segments.gen") && !Path.GetFileName(file).StartsWith("checksums_", StringComparison.Ordinal);

    private static void AskEarly(BackgroundEngine engine)
    {
        foreach (var request in Requests)
        {
            try
            {
                engine.Get<ArticleSearcher>().Search(request);
            }
#pragma warning disable CA1031 // as at the HTTP border, where each becomes a problem
            catch (Exception e)
#pragma warning restore CA1031
            {
                engine.Get<IndexHealth>().Suspect(e);
            }
        }
    }

    // Scores count what is deleted until it is merged away: a rebuilt index may differ there, and in which passage answers best.
    private static string[] Answers(BackgroundEngine engine) => [.. Requests
        .Select(request => engine.Get<ArticleSearcher>().Search(request))
        .Select(response => JsonSerializer.Serialize(response with
        {
            Generation = "",
            TookMs = 0,
            NextCursor = null,
            Hits = [.. response.Hits.Select(hit => hit with { Score = 0, Passages = [.. hit.Passages.OrderBy(passage => passage.Paragraph)] })],
        }))];

    private static SearchRequest Ask(string query) => new() { Query = query, Sort = SearchSort.Newest, Size = 100 };

    private static void Write(BackgroundEngine engine, int first, int count)
    {
        var classifier = engine.Get<ArticleClassifier>();
        engine.Get<ArticleStore>().Apply([.. Enumerable.Range(first, count).Select(i => ArticleChange.Put(classifier.Classify(Story(i, first))))]);
        CatchUpAndCommit(engine);
    }

    private static void CatchUpAndCommit(BackgroundEngine engine)
    {
        engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
        engine.Get<IndexFollower>().Commit();
    }

    private static Article Story(int number, int salt)
    {
        var random = new Random(number + (1000 * salt));
        string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)])) + ".";
        return Make.Article($"a{number}", Sentence(4), Sentence(30), Sentence(20)) with
        {
            Source = number % 3 == 0 ? "AFP" : "Reuters",
            Topics = [number % 2 == 0 ? "Politique" : "Culture"],
            PublishedAt = DateTimeOffset.UnixEpoch.AddHours(number),
        };
    }

    private void CopyTo(TempFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(_sound.File("index"), "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(_sound.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
