using System.Net;
using SearchService.Pages.Help;
using SearchService.Pages.Results;
using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Pages;

/// <summary>The page that explains the query language, and its promise that each example can be tried.</summary>
public sealed class HelpPageTests(SampleService news) : IClassFixture<SampleService>
{
    private static readonly HelpExample[] Examples = [.. QueryHelp.Sections.SelectMany(section => section.Examples)];

    public static TheoryData<string> Queries => [.. Examples.Select(example => example.Query)];

    public static TheoryData<string> Constructs =>
    [
        "\"", "« ", "\"~", "=", " -", " SAUF ", " OU ", " ET ", "(", "*", "~", "titre:", "texte:", "sujet:", "dossier:", "source:", "auteur:", "title:", "date:2025-12", "date:[", " PRES/5 ", " MEMEPARA ",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Each_example_finds_something_as_it_stands(string query)
    {
        var answer = await news.Client.SearchAsync(query);

        Assert.NotEqual(0, answer.GetProperty("total").GetInt32());
        Assert.Empty(answer.GetProperty("problems").EnumerateArray());
        Assert.False(answer.GetProperty("relaxed").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("didYouMean").ValueKind);
    }

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Each_construct_has_an_example(string construct) =>
        Assert.Contains(Examples, example => example.Query.Contains(construct, StringComparison.Ordinal));

    [Theory]
    [InlineData("incendie -pompier", "incendie SAUF pompier")]
    [InlineData("incendie -pompier", "incendie NOT pompier")]
    [InlineData("grippe OU bronchiolite", "grippe OR bronchiolite")]
    [InlineData("incendie ET mistral", "incendie AND mistral")]
    [InlineData("\"feu de forêt\"", "« feu de forêt »")]
    [InlineData("\"feu de forêt\"", "“feu de forêt”")]
    [InlineData("titre:grippe", "title:grippe")]
    [InlineData("texte:mistral", "text:mistral")]
    [InlineData("sujet:Santé", "topic:Santé")]
    [InlineData("dossier:grippe", "story:grippe")]
    [InlineData("auteur:Tanguy", "author:Tanguy")]
    public async Task What_is_said_to_be_the_same_is_the_same(string one, string other) =>
        Assert.Equal(await news.Client.IdsAsync(one), await news.Client.IdsAsync(other));

    [Fact]
    public async Task The_page_links_each_example_and_is_set_in_French()
    {
        using var answer = await news.Client.GetAsync("/aide");
        var html = WebUtility.HtmlDecode(PageScript.Without(await answer.Content.ReadAsStringAsync()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(Examples, example => Assert.Contains(
            $"<a href=\"{SearchAddress.Of(new SearchRequest { Query = example.Query })}\"><code>{example.Query}</code></a>", html, StringComparison.Ordinal));
        var body = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
        var said = Examples.Aggregate(body, (rest, example) => rest.Replace(example.Query, "", StringComparison.Ordinal));
        Assert.DoesNotMatch(" [:;!?»]|« |\\p{L}'\\p{L}", said);
    }
}
