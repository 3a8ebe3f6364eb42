using SearchService.Tests.Support;

namespace SearchService.Tests.Integration;

/// <summary>The real French news page, where it lies beside the checkout.</summary>
public sealed class SeedTests : IAsyncLifetime
{
    private TestService? _service;
    private HttpClient? _client;

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _service = new TestService(("Corpus:Path", Repository.Shared("seed")));
        _client = await _service.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_page_gives_51_articles()
    {
        Assert.Equal(51, (await Client.SearchAsync("")).GetProperty("total").GetInt32());
        Assert.Equal(51, (await Client.JsonAsync("/api/index")).GetProperty("documents").GetInt32());
    }

    [Theory]
    [InlineData("sanctions", "sanction")]
    [InlineData("noël", "NOEL")]
    [InlineData("noël", "Noel")]
    [InlineData("oeufs", "œufs")]
    [InlineData("vache", "vaches")]
    public async Task Two_spellings_find_the_same(string one, string other)
    {
        var found = (await Client.IdsAsync(one, "&size=50")).Order().ToArray();
        Assert.NotEmpty(found);
        Assert.Equal(found, (await Client.IdsAsync(other, "&size=50")).Order());
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("all")]
    [InlineData("any")]
    public async Task A_phrase_is_found_in_its_order_only(string words)
    {
        Assert.Single(await Client.IdsAsync("\"train blindé\"", "&operator=" + words));
        Assert.Empty(await Client.IdsAsync("\"blindé train\"", "&operator=" + words));
    }

    [Fact]
    public async Task The_story_facet_lists_13_and_the_topic_facet_at_least_4()
    {
        var facets = (await Client.SearchAsync("")).GetProperty("facets");
        Assert.Equal(13, facets.GetProperty("story").GetArrayLength());
        Assert.True(facets.GetProperty("topic").GetArrayLength() >= 4);
    }
}
