using SearchService;
using SearchService.Commands;
using SearchService.Endpoints;
using SearchService.Hosting;
using SearchService.Pages;

var arguments = CommandArguments.Split(args);
if (arguments.NamesAVerb)
{
    return await CommandLine.RunAsync(arguments);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
    WebRootPath = ContentRoot.WebRoot(),
});

// Until the start has succeeded, one message says what is wrong; the host's stack traces would bury it.
var started = false;
builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);

try
{
    SettingsCheck.Run(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services
        .AddEngine(builder.Configuration, builder.Environment.ContentRootPath)
        .AddBackgroundWork()
        .AddApi()
        .AddPages();

    await using var app = builder.Build();
    app.UseApi();
    app.UsePageFiles();

    app.MapSearch();
    app.MapArticles();
    app.MapIndex();
    app.MapAnalyze();
    app.MapHealth();
    app.MapDescriptions();
    app.MapPages();

    app.Lifetime.ApplicationStarted.Register(() =>
    {
        started = true;
        app.Services.GetRequiredService<IndexFolderLock>().Announce(string.Join(';', app.Urls));
    });
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return 1;
}
