using System.Net;
using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>Health, metrics and OpenAPI. Alone, because OpenTelemetry knows meters by name in the whole process: the end of another test's service
/// would take the instruments of this one along.</summary>
[Collection(nameof(OneServiceInTheProcess))]
public sealed class DescriptionTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task A_healthy_service_says_so(string path, string status) =>
        Assert.Equal(status, (await news.Client.JsonAsync(path)).GetProperty("status").GetString());

    [Fact]
    public async Task Metrics_are_Prometheus_text_with_searches_documents_pending_changes_and_rebuilds()
    {
        await news.Client.SearchAsync("écoles");
        await news.Client.SearchAsync("introuvable");
        using var started = await news.Client.PostAsync("/api/index/rebuild", null);
        await news.Client.RebuildEndAsync(started.Headers.Location!.ToString());

        // An answer may be a third of a second old: the exporter keeps it for other scrapers.
        var text = await Answers.UntilAsync(
            () => news.Client.GetStringAsync("/metrics"), text => text.Contains("searchservice_search_empty", StringComparison.Ordinal));

        Assert.Matches("(?m)^searchservice_search_duration_seconds_bucket\\{.*le=\"0.01\".*\\} [0-9]+", text);
        Assert.Matches("(?m)^searchservice_search_duration_seconds_count\\S* [1-9]", text);
        Assert.Matches("(?m)^searchservice_search_empty_total\\S* [1-9]", text);
        Assert.Matches($"(?m)^searchservice_index_documents\\S* {NewsService.Lines.Length}( |$)", text);
        Assert.Matches("(?m)^searchservice_index_pending\\S* 0( |$)", text);
        Assert.Matches("(?m)^searchservice_rebuilds_total\\{.*outcome=\"succeeded\".*\\} [1-9]", text);
    }

    [Fact]
    public async Task Metrics_come_as_plain_text()
    {
        using var answer = await news.Client.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("text/plain", answer.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAPI_3_1_describes_every_route()
    {
        var api = await news.Client.JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", api.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var routes = api.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name} {path.Name}"));
        Assert.Equal(
            [
                "delete /api/articles/{id}", "delete /api/index/rebuilds/{id}", "get /api/articles/{id}", "get /api/articles/{id}/similar", "get /api/index", "get /api/index/rebuilds/{id}",
                "get /api/search", "get /api/suggest", "get /api/topics", "get /health/live", "get /health/ready", "post /api/analyze", "post /api/articles",
                "post /api/index/rebuild", "post /api/index/rollback", "put /api/articles/{id}",
            ],
            routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OpenAPI_names_the_parameters_as_the_addresses_do()
    {
        var api = await news.Client.JsonAsync("/openapi/v1.json");

        var search = api.GetProperty("paths").GetProperty("/api/search").GetProperty("get");
        Assert.Equal(
            ["q", "topic", "story", "source", "from", "to", "operator", "sort", "size", "page", "cursor", "facets", "facetSize", "collapse", "explain"],
            search.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.All(search.GetProperty("parameters").EnumerateArray(), parameter =>
            Assert.True(!parameter.TryGetProperty("required", out var required) || required.ValueKind == JsonValueKind.False));
    }
}
