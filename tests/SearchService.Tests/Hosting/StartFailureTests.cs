using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Tests.Hosting;

public sealed class StartFailureTests
{
    public static TheoryData<Exception> Known { get; } =
        [new SettingsException("Raison."), new StoreException(StoreFault.Other, "Raison."), new IndexException("Raison.")];

    [Theory]
    [MemberData(nameof(Known), DisableDiscoveryEnumeration = true)]
    public void A_fault_that_a_person_can_mend_is_told_in_its_own_words(Exception known)
    {
        Assert.Equal("Raison.", StartFailure.Explain(known));
        Assert.Equal("Raison.", StartFailure.Explain(new InvalidOperationException("Enveloppe.", known)));
        Assert.Equal("Raison.", StartFailure.Explain(new AggregateException(new InvalidOperationException("Enveloppe.", known))));
    }

    [Fact]
    public void A_folder_in_use_is_told_with_its_holder() => Assert.Contains(
        "le processus 12", StartFailure.Explain(new IndexFolderInUseException("index", "le processus 12")), StringComparison.Ordinal);

    [Fact]
    public void A_fault_of_the_program_is_not_explained_away()
    {
        Assert.Null(StartFailure.Explain(new InvalidOperationException("Raison.")));
        Assert.Null(StartFailure.Explain(new IOException("Raison.")));
        Assert.Null(StartFailure.Explain(new KeyNotFoundException("Raison.", new StoreException(StoreFault.Other, "Cause."))));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var app = WebApplication.Create();
        app.Urls.Add($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));

        var message = StartFailure.Explain(fault);
        Assert.StartsWith("L'adresse est déjà prise", message, StringComparison.Ordinal);
        Assert.EndsWith("--Urls=http://localhost:PORT.", message, StringComparison.Ordinal);
    }
}
