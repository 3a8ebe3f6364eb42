using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>The reference of the API for people, and the examples that it shows.</summary>
public sealed partial class ApiReferenceTests(SampleService news, Chromium chromium) : IClassFixture<SampleService>
{
    public static TheoryData<string, string> Reading => new()
    {
        { "/api/search", "/api/search?q=dindes&size=1" },
        { "/api/suggest", "/api/suggest?q=gr&size=3" },
        { "/api/topics", "/api/topics" },
        { "/api/articles/{id}", "/api/articles/ddo-20251217-001" },
        { "/api/articles/{id}/similar", "/api/articles/ddo-20251217-001/similar?size=1" },
        { "/api/index", "/api/index" },
    };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_asks_this_service_alone_and_within_its_policy(ColorScheme theme)
    {
        await using var tab = await chromium.OpenAsync(news.Address, new() { ColorScheme = theme });
        await tab.GoAsync("/docs");

        await Assertions.Expect(tab.Page.GetByText("Ranked search with facets, passages and highlights").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Grippe aviaire: la vaccination étendue aux dindes").First).ToBeVisibleAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Contains(tab.Requests, address => address.EndsWith("/openapi/v1.json", StringComparison.Ordinal));
        Assert.All(tab.Requests, address => Assert.StartsWith(news.Address.ToString(), address, StringComparison.Ordinal));
        tab.IsQuiet();
    }

    [Fact]
    public async Task A_request_can_be_tried_from_the_page()
    {
        await using var tab = await chromium.OpenAsync(news.Address);
        await tab.GoAsync("/docs");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Test Request" }).First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog).GetByText("200 OK").First).ToBeVisibleAsync();
        Assert.Contains(tab.Requests, address => address.Contains("/api/search?q=dindes", StringComparison.Ordinal));
        Assert.All(tab.Requests, address => Assert.StartsWith(news.Address.ToString(), address, StringComparison.Ordinal));
        tab.IsQuiet();
    }

    [Fact]
    public async Task Its_policy_lets_run_what_it_brought_along_and_nothing_else()
    {
        using var one = await news.Client.GetAsync("/docs/");
        using var other = await news.Client.GetAsync("/docs/");

        var policy = Assert.Single(one.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(policy).Groups["nonce"].Value;
        var html = await one.Content.ReadAsStringAsync();
        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains($"nonce=\"{nonce}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.NotEqual(policy, Assert.Single(other.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Every_operation_has_an_example_of_its_answer_and_writes_name_the_key()
    {
        var document = await news.Client.JsonAsync("/openapi/v1.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                var answers = operation.Value.GetProperty("responses").EnumerateObject()
                    .Where(answer => answer.Name[0] == '2' && answer.Value.TryGetProperty("content", out _)).ToArray();
                Assert.True(answers.Length == 0 || answers.Any(answer => HasExample(answer.Value)), name);
                Assert.True(!operation.Value.TryGetProperty("requestBody", out var body) || HasExample(body), name);
                Assert.Equal(operation.Name != "get" && path.Name != "/api/analyze", operation.Value.TryGetProperty("security", out _));
            }
        }

        static bool HasExample(JsonElement part) => part.GetProperty("content").EnumerateObject().All(content => content.Value.TryGetProperty("example", out _));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task An_example_has_the_shape_of_the_answer(string path, string request)
    {
        var document = await news.Client.JsonAsync("/openapi/v1.json");
        var example = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");

        Assert.Equal(Shape(await news.Client.JsonAsync(request)), Shape(example));
    }

    /// <summary>The places of an answer that hold something, such as <c>.hits[].headline</c>.</summary>
    private static SortedSet<string> Shape(JsonElement element, string place = "") => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(member => Shape(member.Value, $"{place}.{member.Name}"))],
        JsonValueKind.Array => [place, .. element.EnumerateArray().SelectMany(item => Shape(item, place + "[]"))],
        _ => [place],
    };

    [GeneratedRegex("'nonce-(?<nonce>[0-9A-F]{32})'")]
    private static partial Regex Nonce();
}
