using System.Text;
using SearchService.Articles;
using SearchService.Tests.Support;

namespace SearchService.Tests.Articles;

/// <summary>What a JSON text says of an article.</summary>
public sealed class ArticleJsonReaderTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var article = Accepted("""
            { "id": "val-2025:12_24.0042", "headline": "Un orgue pour Orval",
              "paragraphs": [ { "text": "Il sonne.", "heading": "Enfin" }, { "text": "On écoute." } ],
              "topics": ["Culture", "Culture/Musique"], "story": "Orgue d'Orval", "source": "DV", "byline": "L. Marchand",
              "url": "https://exemple.test/orgue", "publishedAt": "2025-12-24T09:30:00+01:00",
              "version": 3, "status": "withheld", "embargoUntil": "2025-12-25T00:00:00Z" }
            """);

        Assert.Equal("val-2025:12_24.0042", article.Id);
        Assert.Equal("Un orgue pour Orval", article.Headline);
        Assert.Equal([new Paragraph("Il sonne.", "Enfin"), new Paragraph("On écoute.")], article.Paragraphs);
        Assert.Equal(["Culture", "Culture/Musique"], article.Topics);
        Assert.Equal("Orgue d'Orval", article.Story);
        Assert.Equal("DV", article.Source);
        Assert.Equal("L. Marchand", article.Byline);
        Assert.Equal("https://exemple.test/orgue", article.Url);
        Assert.Equal(Make.Date("2025-12-24T09:30:00+01:00"), article.PublishedAt);
        Assert.Equal(3, article.Version);
        Assert.Equal(ArticleStatus.Withheld, article.Status);
        Assert.Equal(Make.Date("2025-12-25T00:00:00Z"), article.EmbargoUntil);
    }

    [Fact]
    public void An_identifier_and_a_headline_are_enough()
    {
        var article = Accepted("""{"id":"a","headline":"Flash"}""");

        Assert.Empty(article.Paragraphs);
        Assert.Empty(article.Topics);
        Assert.Equal(ArticleStatus.Usable, article.Status);
        Assert.Null(article.Story);
        Assert.Null(article.Source);
        Assert.Null(article.Byline);
        Assert.Null(article.Url);
        Assert.Null(article.PublishedAt);
        Assert.Null(article.Version);
        Assert.Null(article.EmbargoUntil);
    }

    [Fact]
    public void A_null_is_an_absent_field()
    {
        var nulls = Accepted("""
            {"id":"a","headline":"Flash","paragraphs":null,"topics":null,"story":null,"derived":null,"source":null,"byline":null,
             "url":null,"publishedAt":null,"version":null,"status":null,"embargoUntil":null}
            """);

        Assert.Equal(ArticleJsonWriter.WriteSubmission(Accepted("""{"id":"a","headline":"Flash"}""")), ArticleJsonWriter.WriteSubmission(nulls));
    }

    [Fact]
    public void Paragraphs_may_be_texts_and_objects_side_by_side()
    {
        var article = Accepted("""{"id":"a","headline":"H","paragraphs":["un",{"text":"deux","heading":"Titre"},"  ",null,{"text":" trois "}]}""");

        Assert.Equal([new Paragraph("un"), new Paragraph("deux", "Titre"), new Paragraph("trois")], article.Paragraphs);
    }

    [Fact]
    public void A_heading_that_opens_nothing_becomes_a_paragraph()
    {
        var article = Accepted("""{"id":"a","headline":"H","paragraphs":[{"heading":"Seul","text":" "},{}]}""");

        Assert.Equal([new Paragraph("Seul")], article.Paragraphs);
    }

    [Fact]
    public void Unknown_fields_are_counted_and_passed_over()
    {
        var read = ArticleJsonReader.TryRead(
            Utf8("""{"id":"a","rubrique":"Sport","headline":"H","Headline":"x","paragraphs":[{"text":"p","taille":3}],"auteur":{"nom":"X"}}"""),
            out var article, out _, out var unknown);

        Assert.True(read);
        Assert.Equal(4, unknown);
        Assert.Equal("H", article!.Headline);
    }

    [Fact]
    public void A_field_name_with_half_a_surrogate_pair_is_an_unknown_field()
    {
        Assert.True(ArticleJsonReader.TryRead(
            Utf8("""{"id":"a","headline":"H","\ud800":1,"paragraphs":[{"text":"p","\udc00":1}]}"""), out _, out _, out var unknown));

        Assert.Equal(2, unknown);
    }

    [Fact]
    public void Repeated_and_blank_labels_are_dropped() =>
        Assert.Equal(["Sport", "Météo"], Accepted("""{"id":"a","headline":"H","topics":["Sport"," ","Météo",null,"Sport "]}""").Topics);

    [Theory]
    [InlineData("2025-12-24T09:30:00+01:00", "2025-12-24T09:30:00+01:00")]
    [InlineData("2025-12-24T09:30:00Z", "2025-12-24T09:30:00+00:00")]
    [InlineData("2025-12-24T09:30:00.125-05:00", "2025-12-24T09:30:00.125-05:00")]
    [InlineData("2025-12-24T09:30+02:00", "2025-12-24T09:30:00+02:00")]
    [InlineData("2025-07-14T09:30:00", "2025-07-14T09:30:00+00:00")]
    [InlineData("2025-12-24", "2025-12-24T00:00:00+00:00")]
    public void A_date_keeps_its_offset_and_is_utc_without_one(string written, string meant)
    {
        var date = Accepted($$"""{"id":"a","headline":"H","publishedAt":"{{written}}"}""").PublishedAt!.Value;

        Assert.Equal(Make.Date(meant), date);
        Assert.Equal(Make.Date(meant).Offset, date.Offset);
    }

    [Fact]
    public void Control_characters_and_line_breaks_become_spaces() =>
        Assert.Equal("un deux trois  quatre", Accepted("""{"id":"a","headline":"\u0000un\ndeux\u2028trois\r\nquatre\u0085"}""").Headline);

    [Fact]
    public void Text_is_composed()
    {
        var article = Accepted("""{"id":"a","headline":"e\u0301te\u0301","topics":["Me\u0301te\u0301o"],"paragraphs":["c\u0327a"]}""");

        Assert.Equal("été", article.Headline);
        Assert.Equal(["Météo"], article.Topics);
        Assert.Equal("ça", article.Paragraphs[0].Text);
    }

    [Theory]
    [InlineData(""","story":"S","derived":["story"]""")]
    [InlineData(""","topics":["T"],"derived":["topics"]""")]
    [InlineData(""","topics":["T"],"story":"S","derived":["topics","story"]""")]
    public void What_was_derived_is_not_taken_for_the_source_s_own_word(string fields)
    {
        var article = Accepted($$"""{"id":"a","headline":"H"{{fields}}}""");

        Assert.Null(article.Story);
        Assert.Empty(article.Topics);
    }

    [Fact]
    public void A_default_identifier_serves_where_the_text_names_none()
    {
        Assert.True(ArticleJsonReader.TryRead(Utf8("""{"headline":"H"}"""), out var without, out _, out _, "donné"[..2]));
        Assert.True(ArticleJsonReader.TryRead(Utf8("""{"id":"propre","headline":"H"}"""), out var with, out _, out _, "autre"));

        Assert.Equal("do", without.Id);
        Assert.Equal("propre", with.Id);
    }

    [Fact]
    public void An_article_that_the_writer_wrote_with_its_derivation_is_read_back()
    {
        var article = Make.Article("a", "Orgue: il sonne", "Texte.");
        var written = ArticleJsonWriter.WriteClassified(new ClassifiedArticle(article, new Derivation("Orgue", ["Culture"], "r")), 7);

        var read = ClassifiedArticleReader.Read(written);

        Assert.Equal("Orgue", read.Story);
        Assert.Equal(["Culture"], read.Topics);
        Assert.Equal(["topics", "story"], read.Derived);
        Assert.Null(read.Article.Story);
        Assert.Equal(7, read.Article.Version);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"id":"a"}""")]
    public void A_damaged_copy_is_told_as_such(string json) =>
        Assert.Throws<InvalidDataException>(() => ClassifiedArticleReader.Read(Utf8(json)));

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static Article Accepted(string json)
    {
        Assert.True(ArticleJsonReader.TryRead(Utf8(json), out var article, out var error, out _), error?.Message);
        return article;
    }
}
