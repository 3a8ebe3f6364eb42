using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SearchService.Endpoints;

/// <summary>
/// What the OpenAPI document says beside what the routes tell by themselves: what the service is, that writes may need a key, and an example of each request and answer, from
/// <c>OpenApiExamples.json</c>.
/// </summary>
public static class OpenApiExamples
{
    private const string KeyScheme = "adminKey";

    /// <summary>Adds it to the document.</summary>
    public static void AddTo(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "SearchService",
                Version = "1",
                Description = "Full-text search for French news. Errors are `application/problem+json` with a stable `code`. Reading is open; writes need one of "
                    + "`Security:AdminKeys`, or, where none is configured, a caller of the same machine.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of Security:AdminKeys.",
            };
            var examples = Load();
            foreach (var (path, item) in document.Paths)
            {
                foreach (var (method, operation) in item.Operations ?? [])
                {
                    if (examples[$"{method.Method.ToLowerInvariant()} {path}"] is JsonObject example)
                    {
                        Describe(operation, example);
                    }

                    if (method != HttpMethod.Get && path != "/api/analyze")
                    {
                        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
                    }
                }
            }

            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, JsonObject example)
    {
        foreach (var (name, value) in example["parameters"] as JsonObject ?? [])
        {
            operation.Parameters!.OfType<OpenApiParameter>().Single(parameter => parameter.Name == name).Example = value!.DeepClone();
        }

        if (example["request"] is { } request)
        {
            foreach (var content in operation.RequestBody!.Content!.Values)
            {
                content.Example = request.DeepClone();
            }
        }

        operation.Responses ??= [];
        foreach (var (status, body) in example["responses"] as JsonObject ?? [])
        {
            if (!operation.Responses.TryGetValue(status, out var response))
            {
                // The routes tell of no errors: there are too many for each to list them.
                operation.Responses[status] = response = new OpenApiResponse
                {
                    Description = body!["title"]?.GetValue<string>(),
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType() },
                };
            }

            foreach (var content in response.Content?.Values ?? [])
            {
                content.Example = body!.DeepClone();
            }
        }
    }

    private static JsonObject Load()
    {
        using var file = typeof(OpenApiExamples).Assembly.GetManifestResourceStream("OpenApiExamples.json")
            ?? throw new InvalidOperationException("The examples are not in the program.");
        return JsonNode.Parse(file)!.AsObject();
    }
}
