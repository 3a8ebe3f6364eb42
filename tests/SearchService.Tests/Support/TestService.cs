using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SearchService.Tests.Support;

/// <summary>The whole service on a real port of this machine, with folders of its own. By default its corpus is empty.</summary>
public sealed class TestService : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TempFolder _folder = new();
    private readonly Action<IServiceCollection>? _services;

    public TestService(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    public TestService(Action<IServiceCollection>? services, params (string Key, string Value)[] settings)
    {
        _services = services;
        Corpus = _folder.File("corpus");
        Directory.CreateDirectory(Corpus);
        _settings = new Dictionary<string, string>
        {
            ["Corpus:Path"] = Corpus,
            ["Index:Directory"] = _folder.File("index"),
            ["Index:RefreshMilliseconds"] = "50",
            ["Urls"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        UseKestrel(0);
    }

    public string Corpus { get; }

    public string IndexDirectory => _settings["Index:Directory"];

    /// <summary>Starts the service and waits until it answers searches.</summary>
    public async Task<HttpClient> StartAsync()
    {
        var client = CreateClient();
        for (var i = 0; i < 600; i++)
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode)
            {
                return client;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The service was not ready after 30 s.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (_services is not null)
        {
            builder.ConfigureTestServices(_services);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}
