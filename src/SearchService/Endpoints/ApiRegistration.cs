using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Observability;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>What the HTTP surface as a whole needs: JSON, errors, OpenAPI, metrics, limits.</summary>
public static class ApiRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = ArticleJsonWriter.Encoder;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // Traces of the process are nobody's business outside.
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Extensions.Remove("exception");
        });
        services.PostConfigure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // also in production: one place answers
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddOperationTransformer((operation, _, _) =>
            {
                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                {
                    parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
                }

                return Task.CompletedTask;
            });
            OpenApiExamples.AddTo(options);
        });
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("searchservice")).WithMetrics(metrics => metrics.AddMeter(SearchMetrics.MeterName).AddPrometheusExporter());
        services.AddSingleton<Visibility>().AddHostedService<AdminKeyReview>();
        return services.AddRequestLimits();
    }

    /// <summary>What every request passes before it comes to its route, in this order.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Problems.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        app.UseSecurityHeaders();
        var stop = app.Services.GetRequiredService<StopDeadline>();
        app.Use(async (context, next) =>
        {
            using var deadline = stop.Requests.UnsafeRegister(state => ((HttpContext)state!).Abort(), context);
            if (HttpMethods.IsHead(context.Request.Method))
            {
                // The routes answer as to GET, and the server, which keeps the method that was sent, leaves the body out.
                context.Request.Method = HttpMethods.Get;
            }

            await next(context);
        });
        app.UseRouting();
        app.UseRateLimiter();
    }

    /// <summary>Maps the descriptions of the service: OpenAPI and metrics.</summary>
    public static void MapDescriptions(this IEndpointRouteBuilder routes)
    {
        // Made at the start, not by the first question about the index: its gauges are in the first scrape too.
        routes.ServiceProvider.GetRequiredService<IndexStatusReader>();
        routes.MapOpenApi("/openapi/{documentName}.json").RequireRateLimiting(SearchOptions.LimiterPolicy); // made anew for each request
        routes.MapApiReference();
        routes.MapPrometheusScrapingEndpoint("/metrics").DisableRateLimiting();
    }
}
