using System.Text;
using CsCheck;
using SearchService.Articles;
using SearchService.Tests.Support;

namespace SearchService.Tests.Articles;

/// <summary>What is written is what is read.</summary>
public sealed class ArticleJsonWriterTests
{
    [Fact]
    public void Any_article_survives_being_written_and_read() => RandomArticles.Any.Sample(article =>
    {
        Assert.True(
            ArticleJsonReader.TryRead(ArticleJsonWriter.WriteSubmission(article), out var read, out var error, out var unknown), error?.Message);

        Assert.Equal(0, unknown);
        Assert.Equal(article.Paragraphs, read.Paragraphs);
        Assert.Equal(article.Topics, read.Topics);
        Assert.Equal(article.PublishedAt?.Offset, read.PublishedAt?.Offset);
        // Records compare lists by reference; the lists were compared above.
        Assert.Equal(article, read with { Paragraphs = article.Paragraphs, Topics = article.Topics });
    });

    [Fact]
    public void Any_derivation_survives_being_written_and_read() =>
        Gen.Select(RandomArticles.Any, RandomArticles.Text, RandomArticles.Text).Sample((article, story, topic) =>
        {
            var classified = new ClassifiedArticle(article, new Derivation(story, [topic], ""));

            var read = ClassifiedArticleReader.Read(ArticleJsonWriter.WriteClassified(classified, 9));

            Assert.Equal(classified.Story, read.Story);
            Assert.Equal(classified.Topics, read.Topics);
            Assert.Equal(classified.Derived, read.Derived);
            Assert.Equal(article.Story, read.Article.Story);
            Assert.Equal(article.Topics, read.Article.Topics);
            Assert.Equal(9, read.Article.Version);
        });

    [Fact]
    public void The_content_leaves_out_the_version_so_that_equal_bytes_mean_equal_content()
    {
        var article = Make.Article("a", "H", "p");

        Assert.Equal(ArticleJsonWriter.WriteContent(article), ArticleJsonWriter.WriteContent(article with { Version = 5 }));
        Assert.NotEqual(ArticleJsonWriter.WriteContent(article), ArticleJsonWriter.WriteContent(article with { Source = "DV" }));
        Assert.Contains("\"version\":5", Text(ArticleJsonWriter.WriteSubmission(article with { Version = 5 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_apostrophes_and_marks_stay_readable()
    {
        var json = Text(ArticleJsonWriter.WriteContent(Make.Article("a", "L'œuvre d’été </script> & \"mot\"")));

        Assert.Contains("L'œuvre d’été </script> & \\\"mot\\\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_every_field_in_the_order_of_the_contract()
    {
        var article = Make.Article("a", "H") with { PublishedAt = Make.Date("2025-12-24T09:30:00+01:00") };

        var json = Text(ArticleJsonWriter.WriteClassified(new ClassifiedArticle(article, new Derivation("S", [], "")), 3));

        Assert.Equal(
            """
            {"id":"a","headline":"H","paragraphs":[],"topics":[],"story":"S","derived":["story"],"source":null,"byline":null,"url":null,
            "publishedAt":"2025-12-24T09:30:00+01:00","version":3,"status":"usable","embargoUntil":null}
            """.ReplaceLineEndings(""),
            json);
    }

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
