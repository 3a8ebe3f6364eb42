using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SearchService.Tests.Support;

/// <summary>Requests as tests read best.</summary>
public static class ServiceCalls
{
    /// <summary>The JSON of a successful answer.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A search by its query and further parameters (<c>"&amp;topic=Sport"</c>).</summary>
    public static Task<JsonElement> SearchAsync(this HttpClient client, string query, string more = "") =>
        client.JsonAsync("/api/search?q=" + Uri.EscapeDataString(query) + more);

    /// <summary>The headlines of a search, in order.</summary>
    public static async Task<string[]> HeadlinesAsync(this HttpClient client, string query, string more = "") =>
        [.. (await client.SearchAsync(query, more)).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("headline").GetString()!)];

    /// <summary>The identifiers of a search, in order.</summary>
    public static async Task<string[]> IdsAsync(this HttpClient client, string query, string more = "") =>
        [.. (await client.SearchAsync(query, more)).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!)];

    /// <summary>Sends articles in bulk, a JSON object each, and waits until they are searchable.</summary>
    public static async Task<JsonElement> BulkAsync(this HttpClient client, params string[] lines)
    {
        using var body = new StringContent(string.Join('\n', lines) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/articles?refresh=true", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Upserts an article given as JSON and waits until it is searchable.</summary>
    public static async Task<HttpResponseMessage> PutArticleAsync(this HttpClient client, string id, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await client.PutAsync($"/api/articles/{id}?refresh=true", body);
    }

    /// <summary>Checks that an answer is a problem with a code, and returns it.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }
}
