using System.Text.RegularExpressions;

namespace SearchService.Tests.Support;

/// <summary>A client of the administration page that follows nothing and keeps nothing by itself: tests say which cookie and which headers are sent.</summary>
public sealed partial class AdminVisitor(Uri site) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };

    /// <summary>The cookie that is sent, as <c>name=value</c>, or null.</summary>
    public string? Cookie { get; set; }

    /// <summary>Asks for the page.</summary>
    public Task<HttpResponseMessage> GetAsync(params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, "/administration", null, headers);

    /// <summary>Sends one of its forms.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/administration" + path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), headers);

    /// <summary>Sends anything.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Shows a key and keeps the cookie.</summary>
    public async Task SignInAsync(string key)
    {
        using var answer = await PostAsync("/connexion", [("cle", key)]);
        Cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    /// <summary>What the forms of the page carry along.</summary>
    public async Task<(string Name, string Value)> FormAsync()
    {
        using var page = await GetAsync();
        return ("formulaire", Form().Match(await page.Content.ReadAsStringAsync()).Groups["value"].Value);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"formulaire\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Form();
}
