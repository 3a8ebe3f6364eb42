using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Integration;

/// <summary>The order in which the service stops: requests, what runs in the background, the index, the store, the lock on the folder.</summary>
public sealed class StopTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SIGTERM_finishes_what_runs_and_leaves_nothing_to_replay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are those of Unix.");
        await using var program = await RunningProgram.StartAsync(_folder);
        using var upload = new Upload(program.Client.BaseAddress!, 1, lines: 700);
        var written = new List<string>();
        var writing = WriteAsync(program.Client, written);
        var searching = SearchAsync(program.Client);
        await program.Client.UntilStoredAsync("u1-499");

        var second = (await ProgramRun.OfAsync(RunningProgram.Settings(_folder))).Ended(1);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"processus {program.Id} à l'adresse "), second.Error, StringComparison.Ordinal);
        Assert.Contains(program.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), second.Error, StringComparison.Ordinal);

        await program.SignalAsync("TERM");
        await writing; // ends when the service no longer takes connections: the upload is still running then
        await searching;
        await program.SignalAsync("TERM");
        await upload.AddAsync(900);
        await upload.EndAsync();
        using (var answer = await upload.Answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Assert.Equal("""{"accepted":1600,"rejected":0,"errors":[]}""", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(0, await program.EndAsync());
        Assert.DoesNotContain("   at ", program.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("index/service.json")));
        Assert.NotEmpty(written);
        using var store = ArticleStore.OpenReadOnly(_folder.File("index"), TimeProvider.System);
        Assert.All(written.Concat(Enumerable.Range(0, 1600).Select(i => $"u1-{i}")), id => Assert.NotNull(store.Get(id)));

        var generations = new GenerationFolder(_folder.File("index"));
        using var index = IndexGeneration.OpenReadOnly(generations.PathOf(generations.Current!));
        Assert.Equal(store.LastSequence, index.CommittedSequence);
    }

    [Fact]
    public async Task An_upload_without_end_is_answered_and_what_still_hangs_is_cut_off()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var service = new TestService(
            services => services.AddSingleton<TimeProvider>(clock), ("Index:Directory", _folder.File("index")));
        using var client = await service.StartAsync();
        using var upload = new Upload(client.BaseAddress!, 1, lines: 600);
        await client.UntilStoredAsync("u1-499");
        using var hanging = new TcpClient();
        await hanging.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
        await hanging.GetStream().WriteAsync("PUT /api/articles/a HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"u8.ToArray());
        await hanging.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 100 Continue\r\n\r\n".Length]); // it waits for its body

        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        clock.Advance(TimeSpan.FromSeconds(5));
        await upload.EndAsync();
        using (var answer = await upload.Answer)
        {
            var problem = await answer.CleanProblemAsync(HttpStatusCode.ServiceUnavailable, "overloaded");
            Assert.Equal(500, problem.GetProperty("accepted").GetInt32());
        }

        clock.Advance(TimeSpan.FromSeconds(5));
        using var said = new MemoryStream();
        await Assert.ThrowsAsync<IOException>(() => hanging.GetStream().CopyToAsync(said));
        Assert.Equal(0, said.Length);
    }

    private static async Task WriteAsync(HttpClient client, List<string> written)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var answer = await client.PutArticleAsync($"p{i}", $$"""{"headline":"Écrit {{i}}"}""");
                answer.EnsureSuccessStatusCode();
                written.Add($"p{i}");
            }
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            // No connection any more: it stops.
        }
    }

    private static async Task SearchAsync(HttpClient client)
    {
        try
        {
            while (true)
            {
                using var answer = await client.GetAsync("/api/search?q=envoi");
                answer.EnsureSuccessStatusCode();
            }
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            // No connection any more: it stops.
        }
    }
}
