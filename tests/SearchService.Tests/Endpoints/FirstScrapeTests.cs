using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>The metrics of a service that was just started. Apart from <see cref="DescriptionTests"/>: its end would take their instruments along.</summary>
[Collection(nameof(OneServiceInTheProcess))]
public sealed class FirstScrapeTests
{
    [Fact]
    public async Task The_gauges_of_the_index_are_in_the_first_scrape()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();

        var text = await client.GetStringAsync("/metrics");

        Assert.Contains("searchservice_index_documents", text, StringComparison.Ordinal);
        Assert.Contains("searchservice_index_pending", text, StringComparison.Ordinal);
    }
}
