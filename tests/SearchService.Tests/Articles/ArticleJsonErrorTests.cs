using System.Text;
using SearchService.Articles;

namespace SearchService.Tests.Articles;

/// <summary>What the writer of a wrong article is told, word for word.</summary>
public sealed class ArticleJsonErrorTests
{
    private const string Date = "doit être une date ISO 8601 avec son décalage, par exemple 2025-12-24T09:30:00+01:00.";
    private const string Id = "« id » doit avoir de 1 à 200 caractères parmi A-Z a-z 0-9 . _ : -";
    private const string Incomplete = "contient un caractère Unicode incomplet.";
    private const string Version = "« version » doit être un entier de 1 à 9007199254740991.";
    private const string Status = "« status » doit valoir usable, withheld ou canceled.";

    [Theory]
    [InlineData("id", "7", "« id » doit être un texte.")]
    [InlineData("id", "null", "« id » manque.")]
    [InlineData("id", "\" \"", "« id » manque.")]
    [InlineData("id", "\"a b\"", Id)]
    [InlineData("id", "\"é\"", Id)]
    [InlineData("id", "\"a/b\"", Id)]
    [InlineData("headline", "[]", "« headline » doit être un texte.")]
    [InlineData("headline", "null", "« headline » manque ou est vide.")]
    [InlineData("headline", "\" \\n\\u0000 \"", "« headline » manque ou est vide.")]
    [InlineData("headline", "\"\\ud83d\"", "« headline » " + Incomplete)]
    [InlineData("headline", "\"\\ude00\\ud83d\"", "« headline » " + Incomplete)]
    [InlineData("paragraphs", "\"texte\"", "« paragraphs » doit être une liste.")]
    [InlineData("paragraphs", "{}", "« paragraphs » doit être une liste.")]
    [InlineData("paragraphs", "[1]", "« paragraphs » doit être un texte.")]
    [InlineData("paragraphs", "[[\"a\"]]", "« paragraphs » doit être un texte.")]
    [InlineData("paragraphs", "[{\"text\":true}]", "« paragraphs.text » doit être un texte.")]
    [InlineData("paragraphs", "[{\"text\":\"a\",\"heading\":1}]", "« paragraphs.heading » doit être un texte.")]
    [InlineData("paragraphs", "[\"\\udc00\"]", "« paragraphs » " + Incomplete)]
    [InlineData("topics", "\"Sport\"", "« topics » doit être une liste.")]
    [InlineData("topics", "[{}]", "« topics » doit être un texte.")]
    [InlineData("derived", "true", "« derived » doit être une liste.")]
    [InlineData("story", "[\"S\"]", "« story » doit être un texte.")]
    [InlineData("source", "1", "« source » doit être un texte.")]
    [InlineData("byline", "{}", "« byline » doit être un texte.")]
    [InlineData("url", "false", "« url » doit être un texte.")]
    [InlineData("publishedAt", "1766566200", "« publishedAt » " + Date)]
    [InlineData("publishedAt", "\"hier\"", "« publishedAt » " + Date)]
    [InlineData("publishedAt", "\"24/12/2025\"", "« publishedAt » " + Date)]
    [InlineData("publishedAt", "\"2025-02-29\"", "« publishedAt » " + Date)]
    [InlineData("publishedAt", "\"2025-12-24T09:30:00+15:00\"", "« publishedAt » " + Date)]
    [InlineData("publishedAt", "\"\\ud800\"", "« publishedAt » " + Date)]
    [InlineData("embargoUntil", "\"\"", "« embargoUntil » " + Date)]
    [InlineData("version", "0", Version)]
    [InlineData("version", "-1", Version)]
    [InlineData("version", "1.5", Version)]
    [InlineData("version", "\"2\"", Version)]
    [InlineData("version", "9223372036854775808", Version)]
    [InlineData("status", "\"Usable\"", Status)]
    [InlineData("status", "\"draft\"", Status)]
    [InlineData("status", "1", "« status » doit être un texte.")]
    public void A_field_of_the_wrong_kind_is_named(string field, string value, string message)
    {
        var other = field == "headline" ? "\"id\":\"a\"" : "\"headline\":\"H\"" + (field == "id" ? "" : ",\"id\":\"a\"");

        var error = Refused($$"""{{{other}},"{{field}}":{{value}}}""");

        Assert.Equal(ArticleError.InvalidArticle, error.Code);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("story", 200)]
    [InlineData("source", 200)]
    [InlineData("byline", 200)]
    [InlineData("url", 2000)]
    public void A_text_that_is_too_long_is_refused(string field, int longest)
    {
        string Json(int length) => $$"""{"id":"a","headline":"H","{{field}}":"{{new string('x', length)}}"}""";

        Assert.True(ArticleJsonReader.TryRead(Encoding.UTF8.GetBytes(Json(longest)), out _, out _, out _));
        Assert.Equal($"« {field} » a plus de {longest} caractères.", Refused(Json(longest + 1)).Message);
    }

    [Fact]
    public void A_topic_that_is_too_long_is_refused() => Assert.Equal(
        "« topics » contient un libellé de plus de 200 caractères.",
        Refused($$"""{"id":"a","headline":"H","topics":["Sport","{{new string('x', 201)}}"]}""").Message);

    [Fact]
    public void An_identifier_of_200_characters_is_the_longest()
    {
        string Json(int length) => $$"""{"headline":"H","id":"{{new string('x', length)}}"}""";

        Assert.True(ArticleJsonReader.TryRead(Encoding.UTF8.GetBytes(Json(200)), out _, out _, out _));
        Assert.Equal(Id, Refused(Json(201)).Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"article\"")]
    [InlineData("null")]
    [InlineData("12")]
    public void Anything_but_an_object_is_no_article(string json)
    {
        var error = Refused(json);

        Assert.Equal(ArticleError.InvalidArticle, error.Code);
        Assert.Equal("Un article doit être un objet JSON.", error.Message);
        Assert.Null(error.ArticleId);
    }

    [Theory]
    [InlineData("""{"id": }""", 8)]
    [InlineData("""{"id":"a","headline":"H"} et la suite""", 27)]
    [InlineData("""{"id":"a","headline":"H",}""", 26)]
    [InlineData("""{'id':'a'}""", 2)]
    [InlineData("""{"id":"a"/* note */}""", 10)]
    [InlineData("pas du JSON", 1)]
    [InlineData("{\"id\":\"a\tb\"}", 9)]
    public void What_is_not_JSON_is_told_with_the_byte(string json, int place)
    {
        var error = Refused(json);

        Assert.Equal(ArticleError.InvalidJson, error.Code);
        Assert.Equal($"Ce n'est pas du JSON valide (octet {place}).", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("""{"id":"a","headline":"H""")]
    public void A_text_that_ends_too_early_is_no_JSON(string json) => Assert.Equal(ArticleError.InvalidJson, Refused(json).Code);

    [Fact]
    public void The_first_error_is_told_with_the_identifier()
    {
        var error = Refused("""{"version":0,"id":"depeche-1","headline":5,"status":"x"}""");

        Assert.Equal("depeche-1", error.ArticleId);
        Assert.Equal(Version, error.Message);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_and_not_guessed()
    {
        byte[] json = [.. "{\"id\":\"a\",\"headline\":\"caf"u8, 0xE9, .. "\"}"u8];

        Assert.False(ArticleJsonReader.TryRead(json, out _, out var error, out _));
        Assert.Equal("« headline » " + Incomplete, error.Message);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(100, false)]
    [InlineData(100_000, false)]
    public void Nesting_is_followed_to_a_limit_and_never_breaks_the_reader(int depth, bool accepted)
    {
        var json = $$"""{"id":"a","headline":"H","x":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.Equal(accepted, ArticleJsonReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out var error, out var unknown));
        Assert.Equal(accepted ? 1 : 0, unknown);
        Assert.Equal(accepted ? null : ArticleError.InvalidJson, error?.Code);
    }

    private static ArticleError Refused(string json)
    {
        Assert.False(ArticleJsonReader.TryRead(Encoding.UTF8.GetBytes(json), out var article, out var error, out _));
        Assert.Null(article);
        return error;
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"headline\":\"Titre\",\"publishedAt\":\"2025-\\ud800-01-0112\"}")]
    [InlineData("{\"id\":\"a\",\"headline\":\"Titre\",\"embargoUntil\":\"\\udc00\"}")]
    public void Half_a_surrogate_pair_in_a_date_is_an_error_and_no_exception(string json)
    {
        Assert.False(ArticleJsonReader.TryRead(System.Text.Encoding.UTF8.GetBytes(json), out _, out var error, out _));
        Assert.Equal(ArticleError.InvalidArticle, error.Code);
    }
}
