using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SearchService.Commands;

/// <summary>Sends a verb's work to a running service.</summary>
public sealed class ServiceClient : IDisposable
{
    private readonly HttpClient _http;

    private ServiceClient(Uri address, string? key)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>The option that names the service.</summary>
    public static Option<string> UrlOption() => new("--url") { Description = "Adresse d'un service en marche, à qui envoyer le travail." };

    /// <summary>The option that carries the key.</summary>
    public static Option<string> KeyOption() => new("--key") { Description = "Clé d'administration de ce service." };

    /// <summary>A client for an address, or null if none is given.</summary>
    /// <exception cref="HttpRequestException">The address is none.</exception>
    public static ServiceClient? For(string? url, string? key)
    {
        if (url is null)
        {
            return null;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new ServiceClient(address, key)
            : throw new HttpRequestException($"--url = {url} : une adresse comme http://localhost:5080 est attendue.");
    }

    /// <summary>Sends a request and reads its JSON answer.</summary>
    /// <exception cref="HttpRequestException">The service cannot be reached, or its answer is an error; the message says which.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await _http.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var json = Parse(body);
        if (response.IsSuccessStatusCode)
        {
            return json;
        }

        var detail = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("detail", out var text) ? text.GetString() : null;
        throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"Le service répond {(int)response.StatusCode} : {detail ?? body}"));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static JsonElement Parse(string body)
    {
        try
        {
            return body.Length > 0 ? JsonElement.Parse(body) : default;
        }
        catch (JsonException e)
        {
            throw new HttpRequestException("La réponse n'est pas du JSON : à cette adresse répond autre chose que ce service.", e);
        }
    }
}
