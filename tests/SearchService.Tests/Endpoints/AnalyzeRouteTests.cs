using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class AnalyzeRouteTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("""{"text":"L'Été à Nantes","field":"exact"}""", "ete a nantes")]
    [InlineData("""{"text":"écoles","field":"stem"}""", "ecol")]
    [InlineData("""{"text":"","field":"exact"}""", "")]
    [InlineData("""{"text":"?! …","field":"exact"}""", "")]
    public async Task A_text_gives_its_terms(string json, string terms)
    {
        using var answer = await PostAsync(json);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(terms, string.Join(' ', Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>()).Select(token => token.GetProperty("term").GetString())));
    }

    [Theory]
    [InlineData("""{"text":"écoles"}""")]
    [InlineData("""{"text":"écoles","field":""}""")]
    [InlineData("""{"text":"écoles","field":null}""")]
    [InlineData("""{"text":"écoles","field":"lemma"}""")]
    public async Task Without_a_level_the_terms_are_lemmas(string json)
    {
        Dictionary.Required();
        using var answer = await PostAsync(json);
        Assert.Equal(
            """{"term":"école","start":0,"end":6,"position":0,"kind":"lemma"}""",
            Assert.Single(Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>())).GetRawText());
    }

    [Fact]
    public async Task A_token_tells_its_place_in_the_text()
    {
        using var answer = await PostAsync("""{"text":"Vu: l'avocat","field":"exact"}""");

        var token = Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>()).Last();
        Assert.Equal("""{"term":"avocat","start":6,"end":12,"position":1,"kind":"exact"}""", token.GetRawText());
    }

    [Fact]
    public async Task Alternatives_at_one_place_and_joined_words_are_tokens_of_their_own()
    {
        Dictionary.Required();
        using var answer = await PostAsync("""{"text":"l'anti-porte","field":"lemma"}""");

        Assert.Equal(
            ["anti 2 6 0 lemma", "antiporte 2 12 0 compound", "porte 7 12 1 lemma", "porter 7 12 1 lemma"],
            Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>()).Select(token => string.Join(' ', token.EnumerateObject().Select(value => value.Value))));
    }

    [Fact]
    public async Task Synonyms_stand_over_the_words_that_they_are_for()
    {
        Dictionary.Required();
        using var answer = await PostAsync("""{"text":"les Nations unies"}""");

        var synonyms = Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>()).Where(token => token.GetProperty("kind").GetString() == "synonym");
        Assert.Contains("onu 4 17 1 synonym", synonyms.Select(token => string.Join(' ', token.EnumerateObject().Select(value => value.Value))));
    }

    [Theory]
    [InlineData("exact", "exact")]
    [InlineData("lemma", "lemma")]
    [InlineData("stem", "stem")]
    public async Task The_kind_is_that_of_the_level(string field, string kind)
    {
        using var answer = await PostAsync($$"""{"text":"mot","field":"{{field}}"}""");
        Assert.Equal(kind, Assert.Single(Tokens(await answer.Content.ReadFromJsonAsync<JsonElement>())).GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("""{"text":"a","field":"lemme"}""", "invalid_parameter")]
    [InlineData("""{"text":"a","field":"Exact"}""", "invalid_parameter")]
    [InlineData("""{"field":"exact"}""", "invalid_parameter")]
    [InlineData("""{"text":null}""", "invalid_parameter")]
    [InlineData("""{"text":"a""", "invalid_json")]
    [InlineData("""{"text":5}""", "invalid_json")]
    [InlineData("""{"text":"\uD800"}""", "invalid_json")]
    [InlineData("[]", "invalid_json")]
    [InlineData("null", "invalid_parameter")]
    [InlineData("", "invalid_parameter")]
    public async Task What_is_no_question_is_refused(string json, string code)
    {
        using var answer = await PostAsync(json);
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_text_longer_than_the_limit_is_refused()
    {
        using var answer = await PostAsync($$"""{"text":"{{new string('a', 100_001)}}"}""");
        await answer.CleanProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Fact]
    public async Task Another_type_of_content_is_refused()
    {
        using var body = new StringContent("texte", Encoding.UTF8, "text/plain");
        using var answer = await news.Client.PostAsync("/api/analyze", body);
        await answer.CleanProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    private static IEnumerable<JsonElement> Tokens(JsonElement answer)
    {
        Assert.Equal(["tokens"], answer.Names());
        return answer.GetProperty("tokens").EnumerateArray();
    }

    private async Task<HttpResponseMessage> PostAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await news.Client.PostAsync("/api/analyze", body);
    }
}
