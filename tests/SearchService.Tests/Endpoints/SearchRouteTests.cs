using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class SearchRouteTests(NewsService news) : IClassFixture<NewsService>
{
    [Fact]
    public async Task An_answer_has_every_field_of_the_contract()
    {
        var answer = await news.Client.SearchAsync("écoles");

        Assert.Equal(
            ["query", "total", "tookMs", "relaxed", "leftOut", "generation", "hits", "facets", "didYouMean", "problems", "nextCursor"], answer.Names());
        Assert.Equal("écoles", answer.GetProperty("query").GetString());
        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("tookMs").ValueKind);
        Assert.False(answer.GetProperty("relaxed").GetBoolean());
        Assert.Equal(0, answer.GetProperty("leftOut").GetArrayLength());
        Assert.Matches("^[0-9]{6}$", answer.GetProperty("generation").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("didYouMean").ValueKind);
        Assert.Equal(0, answer.GetProperty("problems").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("nextCursor").ValueKind);
        Assert.Equal(["topic", "story", "source", "date"], answer.GetProperty("facets").Names());
        Assert.Equal(["value", "count", "selected"], answer.GetProperty("facets").GetProperty("topic")[0].Names());
    }

    [Fact]
    public async Task A_hit_has_every_field_of_the_contract()
    {
        var hit = (await news.Client.SearchAsync("mairie")).GetProperty("hits")[0];

        Assert.Equal(
            ["id", "score", "headline", "headlineHtml", "topics", "story", "derived", "source", "byline", "publishedAt", "url", "folded", "passages"],
            hit.Names());
        Assert.Equal("n1", hit.GetProperty("id").GetString());
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        Assert.Equal("La <mark>mairie</mark> de Nantes rénove ses écoles", hit.GetProperty("headlineHtml").GetString());
        Assert.Equal("Plan écoles", hit.GetProperty("story").GetString());
        Assert.Equal("C. Marchand", hit.GetProperty("byline").GetString());
        Assert.Equal("2025-03-01T09:30:00+01:00", hit.GetProperty("publishedAt").GetString());
        Assert.Equal("https://exemple.fr/n1", hit.GetProperty("url").GetString());
        Assert.Equal(0, hit.GetProperty("folded").GetInt32());
    }

    [Fact]
    public async Task What_an_article_does_not_say_is_null_in_its_hit()
    {
        var hit = (await news.Client.SearchAsync("flash")).GetProperty("hits")[0];

        Assert.All(["byline", "publishedAt", "url"], name => Assert.Equal(JsonValueKind.Null, hit.GetProperty(name).ValueKind));
        Assert.Equal(0, hit.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task A_passage_tells_its_number_heading_text_and_html()
    {
        var passage = (await news.Client.SearchAsync("maternelles")).GetProperty("hits")[0].GetProperty("passages")[0];

        Assert.Equal(["paragraph", "heading", "text", "html"], passage.Names());
        Assert.Equal(0, passage.GetProperty("paragraph").GetInt32());
        Assert.Equal("Un chantier attendu", passage.GetProperty("heading").GetString());
        Assert.Equal("Douze écoles maternelles seront isolées avant l'hiver.", passage.GetProperty("text").GetString());
        Assert.Equal("Douze écoles <mark>maternelles</mark> seront isolées avant l&#39;hiver.".Replace("&#39;", "'", StringComparison.Ordinal),
            passage.GetProperty("html").GetString());
    }

    [Fact]
    public async Task A_passage_without_a_heading_has_null_there()
    {
        var passage = (await news.Client.SearchAsync("\"conseil municipal\"")).GetProperty("hits")[0].GetProperty("passages")[0];

        Assert.Equal(1, passage.GetProperty("paragraph").GetInt32());
        Assert.Equal(JsonValueKind.Null, passage.GetProperty("heading").ValueKind);
    }

    [Fact]
    public async Task The_score_is_explained_on_request_only()
    {
        var explanation = (await news.Client.SearchAsync("mairie", "&explain=true")).GetProperty("hits")[0].GetProperty("explanation");

        Assert.Equal(["value", "description", "details"], explanation.Names());
        Assert.False((await news.Client.SearchAsync("mairie", "&explain=false")).GetProperty("hits")[0].TryGetProperty("explanation", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("  ")]
    public async Task Nothing_asked_finds_everything_newest_first_with_score_0(string query)
    {
        var answer = await news.Client.SearchAsync(query);

        Assert.Equal(["n5", "n4", "n3", "n2", "n1", "n6"], answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()));
        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit => Assert.Equal(0, hit.GetProperty("score").GetDouble()));
        Assert.Equal(0, answer.GetProperty("hits")[0].GetProperty("passages")[0].GetProperty("paragraph").GetInt32());
    }

    [Fact]
    public async Task Text_without_a_letter_or_digit_finds_nothing_and_says_so()
    {
        var answer = await news.Client.SearchAsync("?!");

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        var problem = Assert.Single(answer.GetProperty("problems").EnumerateArray());
        Assert.Equal(["code", "position", "message"], problem.Names());
        Assert.Equal("nothing_to_search", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Words_that_no_article_has_together_are_searched_one_by_one_and_the_missing_one_is_named()
    {
        var answer = await news.Client.SearchAsync("mairie canicule écoles");

        Assert.True(answer.GetProperty("relaxed").GetBoolean());
        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(1, answer.GetProperty("leftOut").GetArrayLength());
        Assert.Equal(0, (await news.Client.SearchAsync("mairie canicule écoles", "&operator=all")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Size_0_counts_and_shows_no_hit()
    {
        var answer = await news.Client.SearchAsync("", "&size=0");

        Assert.Equal(6, answer.GetProperty("total").GetInt32());
        Assert.Equal(0, answer.GetProperty("hits").GetArrayLength());
        Assert.Equal(["AFP=2", "Reuters=2", "A&B=1", "Ouest Dépêches=1"], answer.Facet("source"));
    }

    [Fact]
    public async Task The_topics_are_listed_with_their_numbers()
    {
        var answer = await news.Client.JsonAsync("/api/topics");

        Assert.Equal(["topics"], answer.Names());
        var topics = answer.GetProperty("topics").EnumerateArray().ToDictionary(t => t.GetProperty("value").GetString()!, t => t.GetProperty("count").GetInt32());
        Assert.Equal(2, topics["Politique"]);
        Assert.Equal(1, topics["Culture"]);
        Assert.Equal(1, topics["Culture/Patrimoine"]);
        Assert.Equal(["value", "count"], answer.GetProperty("topics")[0].Names());
    }
}
