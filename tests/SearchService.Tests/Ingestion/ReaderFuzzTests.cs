using System.Text;
using CsCheck;
using SearchService.Articles;
using SearchService.Ingestion;
using SearchService.Ingestion.Readers;
using SearchService.Tests.Support;

namespace SearchService.Tests.Ingestion;

/// <summary>
/// Readers against broken files: nothing throws or hangs, each line is an article or a problem, and each article is one that the domain allows.
/// <c>READER_FUZZ</c> is the number of inputs per test.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const int MaxLineBytes = 4096;

    private const string Page =
        "-\nUn titre annoncé\n-\nUn autre\nLe titre de l'article entier\nSon premier paragraphe.\n- Un intertitre -\nSon second.\nE.Rodriguez--AT\n";

    private static readonly int Size = RunSize.Of("READER_FUZZ", 1500);

    private static readonly Gen<byte[]> Line = Gen.Frequency(
        (3, RandomArticles.Any.Select(ArticleJsonWriter.WriteSubmission)),
        (1, Gen.OneOf(
            """{"id":"a","headline":"Un titre","paragraphs":["p",{"text":"t","heading":"h"}],"topics":["A/B"],"publishedAt":"2025-12-24T09:30:00+01:00","version":3,"embargoUntil":null}""",
            """{"id":"a","headline":"Un","paragraphs":null,"topics":null,"story":null,"derived":["story","topics"],"status":"withheld","url":"https://exemple.fr"}""")
            .Select(Encoding.UTF8.GetBytes)));

    private static readonly Gen<byte[]> Lines = Line.Array[1, 4].Select(lines => lines.SelectMany(line => line.Append((byte)'\n')).ToArray());

    private static readonly Gen<byte[]> Pages = Gen.Select(Gen.Const(Page), NastyText.WellFormed.Array[0, 4], (page, more) =>
        Encoding.UTF8.GetBytes(page + string.Join("\n", more)));

    private static readonly Gen<byte[]> Files = Gen.Select(
        Mutations.Of(Gen.OneOf(Lines, Pages)), Gen.Int[0, 9],
        (bytes, coding) => coding switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
            1 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)), 0],
            2 => [.. Encoding.UTF8.Preamble, .. bytes],
            _ => bytes,
        });

    [Fact]
    public async Task Any_bytes_as_JSON_are_an_article_or_an_error()
    {
        var taken = 0;
        var refused = 0;
        await Mutations.Of(Line).SampleAsync(
            bytes =>
            {
                if (ArticleJsonReader.TryRead(bytes, out var article, out var error, out var unknown))
                {
                    Interlocked.Increment(ref taken);
                    AssertAllowed(article);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                    AssertTells(error);
                }

                Assert.InRange(unknown, 0, bytes.Length);
                return Task.CompletedTask;
            },
            iter: Size);

        Assert.True(taken > Size / 20 && refused > Size / 20, $"{taken} articles, {refused} errors: the mutations are too weak or too strong.");
    }

    [Fact]
    public Task Any_bytes_as_JSON_Lines_give_one_item_a_line() => Files.SampleAsync(
        async bytes =>
        {
            var items = await Read.ItemsAsync(new JsonLinesReader(), bytes, MaxLineBytes);

            using var again = new MemoryStream(bytes);
            var lines = (await Read.LinesAsync(again, MaxLineBytes)).Where(line => !line.IsBlank).Select(line => line.Number);
            Assert.Equal(lines, items.Select(item => item.Line));
            Assert.All(items, AssertSound);
        },
        iter: Size);

    [Fact]
    public Task Any_bytes_as_a_news_page_give_articles_and_problems() => Files.SampleAsync(
        async bytes =>
        {
            var items = await Read.ItemsAsync(new NewsPageReader(), bytes, MaxLineBytes);

            Assert.All(items, AssertSound);
            Assert.InRange(items.Count, 0, 3 * (bytes.Count(b => b == '\n') + 1)); // a notice, a problem and an article at most
        },
        iter: Size);

    [Fact]
    public Task Any_bytes_have_a_reader_or_none_and_are_read_to_their_end() => Gen
        .Select(Files, Gen.OneOf("a.jsonl", "a.txt", "a", "a.xml"), Gen.Int[1, 200])
        .SampleAsync(
            async (bytes, name, chunk) =>
            {
                using var content = new MemoryStream(bytes);
                if (await ArticleReaders.ChooseAsync(content, name, CancellationToken.None) is not { } reader)
                {
                    return;
                }

                Assert.Equal(0, content.Position);
                using var slow = new ChunkStream(bytes, chunk);
                var items = new List<ReadItem>();
                await foreach (var item in reader.ReadAsync(slow, new IngestionOptions { MaxLineBytes = MaxLineBytes }, CancellationToken.None))
                {
                    items.Add(item);
                }

                Assert.All(items, AssertSound);
            },
            iter: Size / 2);

    private static void AssertSound(ReadItem item)
    {
        Assert.True(item.Line > 0 && (item.Article ?? (object?)item.Problem) is not null, item.ToString());
        if (item.Article is not null)
        {
            AssertAllowed(item.Article);
        }

        if (item.Problem is not null)
        {
            AssertTells(item.Problem);
        }
    }

    private static void AssertTells(ArticleError error)
    {
        Assert.Matches("^[a-z_0-9]+$", error.Code);
        Assert.NotEqual("", error.Message.Trim());
        Assert.DoesNotContain("Exception", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    /// <summary>An allowed article comes out of its own JSON as it went in: the store can hold it.</summary>
    private static void AssertAllowed(Article article)
    {
        Assert.True(ArticleId.IsValid(article.Id), article.Id);
        Assert.False(string.IsNullOrWhiteSpace(article.Headline));
        Assert.InRange(article.Version ?? 1, 1, ArticleJsonReader.MaxVersion);
        var json = ArticleJsonWriter.WriteSubmission(article);
        Assert.True(ArticleJsonReader.TryRead(json, out var again, out var error, out _), error?.Message);
        Assert.Equal(json, ArticleJsonWriter.WriteSubmission(again));
    }
}
