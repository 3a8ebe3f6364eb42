using Microsoft.Extensions.DependencyInjection;
using SearchService.Hosting;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

/// <summary>The store and its index through starts of the service.</summary>
public sealed class StoreVerificationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Index => _folder.File("index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sound_store_is_found_sound_after_the_start()
    {
        Fill();

        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Damage_that_the_start_does_not_meet_is_found_after_it()
    {
        Fill();
        await FaultsAsync(); // builds the index: the next start reads little of the store
        var path = Path.Combine(Index, ArticleStore.FileName);
        var bytes = File.ReadAllBytes(path);
        var text = "numéro 500"u8;
        for (var at = 0; bytes.AsSpan(at).IndexOf(text) is >= 0 and var found;)
        {
            var page = (at + found) / 4096;
            bytes.AsSpan(page * 4096, 4096).Fill(0xA5); // an article in the middle: the probe reads the last one
            at = (page + 1) * 4096;
        }

        File.WriteAllBytes(path, bytes);

        Assert.NotEmpty(await FaultsAsync());
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task An_index_from_before_a_restore_is_not_taken_for_the_stores_own_when_the_numbers_are_alike()
    {
        Fill();
        StoreBackup.Create(Index, _folder.File("copie"), TimeProvider.System, _ => { }, CancellationToken.None);
        await RunAsync(client => client.BulkAsync("""{"id":"perdu","headline":"Une baleine au large de Groix"}"""));

        StoreRestore.Prepare(Index, _folder.File("copie"), TimeProvider.System, _ => { }, CancellationToken.None).Decide();
        using (var store = ArticleStore.Open(Index, TimeProvider.System))
        {
            store.Apply(Changes.Put("neuf", "Un cachalot au large de Sein")); // the number that the whale had
        }

        Assert.Equal((0, 1), await RunAsync(async client => ((await client.IdsAsync("baleine")).Length, (await client.IdsAsync("cachalot")).Length)));
    }

    [Fact]
    public async Task An_index_that_knows_more_than_the_store_never_counts_again()
    {
        Fill();
        await RunAsync(client => client.BulkAsync("""{"id":"perdu","headline":"Une baleine au large de Groix"}"""));
        var before = Identity();
        Database.Execute(Index, "DELETE FROM articles WHERE id = 'perdu'"); // as if the store had lost its last change

        Assert.Empty(await RunAsync(client => client.IdsAsync("baleine")));
        Assert.NotEqual(before, Identity());
    }

    private void Fill()
    {
        using var store = ArticleStore.Open(Index, TimeProvider.System);
        store.Apply(Changes.PutMany(1000));
    }

    private string Identity()
    {
        using var store = ArticleStore.Open(Index, TimeProvider.System);
        return store.Identity;
    }

    private Task<IReadOnlyList<string>> FaultsAsync() => RunAsync(async (_, service) =>
    {
        var verification = service.Services.GetRequiredService<StoreVerification>();
        await Eventually.TrueAsync(() => Task.FromResult(verification.Faults is not null), "the store is verified");
        return verification.Faults!;
    });

    private Task<T> RunAsync<T>(Func<HttpClient, Task<T>> work) => RunAsync((client, _) => work(client));

    private async Task<T> RunAsync<T>(Func<HttpClient, TestService, Task<T>> work)
    {
        await using var service = new TestService(("Index:Directory", Index));
        using var client = await service.StartAsync();
        return await work(client, service);
    }
}
