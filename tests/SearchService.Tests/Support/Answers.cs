using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SearchService.Tests.Support;

/// <summary>What tests ask of an answer.</summary>
public static class Answers
{
    /// <summary>The names of an object's members, in order.</summary>
    public static string[] Names(this JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    /// <summary>The values of a facet as <c>value=count</c>, with <c>*</c> behind a selected one.</summary>
    public static string[] Facet(this JsonElement search, string name) => [.. search.GetProperty("facets").GetProperty(name).EnumerateArray()
        .Select(value => $"{value.GetProperty("value")}={value.GetProperty("count")}{(value.GetProperty("selected").GetBoolean() ? "*" : "")}")];

    /// <summary>Checks that an answer is a problem with a code and a French title that tells nothing of the inside of the program.</summary>
    public static async Task<JsonElement> CleanProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.ProblemAsync(status, code);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.GetProperty("title").GetString(), FrenchTitles);
        var text = problem.GetRawText();
        Assert.All(Leaks, leak => Assert.DoesNotContain(leak, text, StringComparison.OrdinalIgnoreCase));
        return problem;
    }

    /// <summary>Sends a request without a body, with headers of its own.</summary>
    public static async Task<HttpResponseMessage> CallAsync(
        this HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Put)
        {
            request.Content = new StringContent("""{"headline":"Un titre"}""", MediaTypeHeaderValue.Parse("application/json"));
        }
        else if (path.StartsWith("/api/articles", StringComparison.Ordinal) && method == HttpMethod.Post)
        {
            request.Content = new StringContent("", MediaTypeHeaderValue.Parse("application/x-ndjson"));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Asks until a condition holds.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        T last;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do
        {
            last = await ask();
            if (holds(last))
            {
                return last;
            }

            await Task.Delay(20, CancellationToken.None);
        }
        while (!deadline.IsCancellationRequested);
        throw new TimeoutException($"Still not so after 30 s: {last}");
    }

    /// <summary>Waits until the store holds an article.</summary>
    public static Task<HttpStatusCode> UntilStoredAsync(this HttpClient client, string id) => UntilAsync(
        async () =>
        {
            using var answer = await client.GetAsync("/api/articles/" + id);
            return answer.StatusCode;
        },
        status => status == HttpStatusCode.OK);

    /// <summary>The state of a rebuild once it has ended.</summary>
    public static Task<JsonElement> RebuildEndAsync(this HttpClient client, string path) => UntilAsync(
        () => client.JsonAsync(path), job => job.GetProperty("state").GetString() is "succeeded" or "failed" or "canceled");

    private static readonly string[] FrenchTitles =
    [
        "Paramètre inutilisable", "JSON illisible", "Article inutilisable", "Clé d'administration requise", "Écriture refusée", "Introuvable",
        "Méthode non admise", "Version dépassée", "Reconstruction déjà en cours", "Retour en arrière impossible", "Contenu trop volumineux", "Type de contenu inattendu",
        "Trop de requêtes", "Index en préparation", "Service surchargé",
    ];

    private static readonly string[] Leaks = ["   at ", "Exception", "System.", "Microsoft.", "Lucene", "Sqlite", ".cs", "/src/", "stack", Repository.Root, "traceId"];
}
