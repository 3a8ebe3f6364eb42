using CsCheck;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class ArticleDocumentTests
{
    private static readonly string[] Words =
        ["élection", "cœur", "l'été", "« Oui »", "G7", "Saint-Malo", "12,5 %", "𝄞", "naïve", "<b>", "\\\""];

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Int[0, Words.Length - 1].Array[1, 6].Select(words => string.Join(' ', words.Select(word => Words[word])))),
        (1, Gen.String.Select(text => ArticleText.Clean(text) ?? "Titre")));

    private static readonly Gen<string?> Optional = Gen.Frequency((1, Gen.Const((string?)null)), (2, Text.Select(text => (string?)text)));

    private static readonly Gen<DateTimeOffset?> Moment = Gen.Select(Gen.Bool, Gen.Int[0, 50_000_000], Gen.Int[-56, 56], (some, minutes, quarters) =>
        some ? new DateTimeOffset(new DateTime(1950, 1, 1), TimeSpan.FromMinutes(15 * quarters)).AddMinutes(minutes) : (DateTimeOffset?)null);

    private static readonly Gen<ClassifiedArticle> Any = Gen.Select(
        Gen.Select(Text, Gen.Select(Text, Optional, (text, heading) => new Paragraph(text, heading)).Array[0, 4]),
        Gen.Select(Text.Array[0, 3], Optional, Text.Array[0, 3], Optional),
        Gen.Select(Optional, Optional, Optional),
        Gen.Select(Moment, Moment),
        (words, labels, origin, moments) => new ClassifiedArticle(
            new Article
            {
                Id = "depeche:2025-06-21_7.a",
                Headline = words.Item1,
                Paragraphs = words.Item2,
                Topics = [.. labels.Item1.Distinct()],
                Story = labels.Item2,
                Source = origin.Item1,
                Byline = origin.Item2,
                Url = origin.Item3,
                PublishedAt = moments.Item1,
                EmbargoUntil = moments.Item2,
            },
            new Derivation(labels.Item4, [.. labels.Item3.Distinct()], "règles-1")));

    [Fact]
    public void An_article_comes_back_from_its_document_as_it_was() => Gen.Select(Any, Gen.Long[1, ArticleJsonReader.MaxVersion]).Sample(
        (article, version) =>
        {
            var back = ArticleDocument.FromDocument(new ArticleDocumentBuilder().Build(article, version));

            Assert.Equal(version, back.Article.Version);
            Assert.Equal(article.Article.Headline, back.Article.Headline);
            Assert.Equal(article.Article.Paragraphs, back.Article.Paragraphs);
            Assert.Equal(article.Topics, back.Topics);
            Assert.Equal(article.Story, back.Story);
            Assert.Equal(article.Derived, back.Derived);
            Assert.Equal(article.Article.PublishedAt?.Offset, back.Article.PublishedAt?.Offset);
            Assert.Equal(ArticleJsonWriter.WriteClassified(article, version), ArticleJsonWriter.WriteClassified(back, version));
        },
        iter: 500);

    [Fact]
    public void The_text_stands_in_its_place_at_every_level()
    {
        var article = Make.Article("a", "Titre") with
        {
            Paragraphs = [new Paragraph("Chapeau", "Ouverture"), new Paragraph("Corps", "Intertitre"), new Paragraph("Fin")],
        };
        var document = new ArticleDocumentBuilder().Build(Make.Plain(article), 1);

        foreach (var level in new[] { AnalysisLevel.Exact, AnalysisLevel.Lemma })
        {
            Assert.Equal([TermAt("Titre", level)], TermsOf(document, IndexSchema.At(IndexSchema.Headline, level)));
            Assert.Equal(
                new[] { "Chapeau", "Ouverture", "Intertitre", "Corps", "Fin" }.Select(text => TermAt(text, level)),
                TermsOf(document, IndexSchema.At(IndexSchema.Text, level)));
        }

        Assert.Equal(
            new[] { "Chapeau", "Ouverture", "Intertitre", "Corps", "Fin" }.SelectMany(text => Enumerable.Repeat(TermAt(text, AnalysisLevel.Lemma), 3)),
            TermsOf(document, IndexSchema.At(IndexSchema.Opening, AnalysisLevel.Lemma)));
        Assert.Equal(Enumerable.Repeat(IndexSchema.BreakMark, 4), TermsOf(document, IndexSchema.TextBreaks));

        Assert.Equal(
            new[] { "Titre", "Chapeau", "Ouverture", "Intertitre", "Corps", "Fin" }.Select(text => TermAt(text, AnalysisLevel.Stem)).Order(),
            TermsOf(document, IndexSchema.Stems).Order());

        static string TermAt(string text, AnalysisLevel level) => TextAnalysis.Analyze(text, level)[0].Term;
    }

    [Theory]
    [InlineData("Sport", "Sport")]
    [InlineData("Sport/Cyclisme", "Sport|Sport/Cyclisme")]
    [InlineData("A/B/C", "A|A/B|A/B/C")]
    [InlineData("Sport/Cyclisme|Sport", "Sport|Sport/Cyclisme")]
    [InlineData("Sport/Cyclisme|Sport/Voile", "Sport|Sport/Cyclisme|Sport/Voile")]
    [InlineData("/Sport", "/Sport")]
    [InlineData("Sport/", "Sport/")]
    [InlineData("", "")]
    public void A_topic_counts_under_those_above_it(string topics, string facets)
    {
        var article = Make.Article("a", "Titre") with { Topics = topics.Split('|', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(facets, string.Join('|', Facet(new ArticleDocumentBuilder().Build(Make.Plain(article), 1), IndexSchema.TopicFacet)));
    }

    [Theory]
    [InlineData("2025-12-24T00:30:00+01:00", 20251224, 1766532600000)]
    [InlineData("2025-12-23T23:30:00+00:00", 20251223, 1766532600000)]
    [InlineData("1969-12-31T23:59:59Z", 19691231, -1000)]
    public void The_day_is_the_one_written_and_the_order_is_by_instant(string published, long day, long instant)
    {
        var document = new ArticleDocumentBuilder().Build(Make.Plain(Make.Article("a", "Titre") with { PublishedAt = Make.Date(published) }), 1);

        Assert.Equal(day, Number(document, IndexSchema.Day));
        Assert.Equal(instant, Number(document, IndexSchema.Published));
    }

    [Fact]
    public void An_undated_article_has_neither_day_nor_instant()
    {
        var document = new ArticleDocumentBuilder().Build(Make.Plain(Make.Article("a", "Titre")), 1);

        Assert.Null(document.GetField(IndexSchema.Day));
        Assert.Null(document.GetField(IndexSchema.Published));
    }

    [Theory]
    [InlineData("lettres")]
    [InlineData("chiffres")]
    [InlineData("idéogrammes")]
    public void A_word_of_any_length_is_no_obstacle(string kind)
    {
        var word = kind switch
        {
            "lettres" => new string('é', 60_000),
            "chiffres" => string.Concat(Enumerable.Range(0, 20_000)),
            _ => new string('漢', 40_000),
        };
        using var folder = new TempFolder();
        using var generation = IndexGeneration.Create(folder.File("000001"), DateTimeOffset.UnixEpoch);

        generation.Apply([new StoredChange(1, "a", Make.Plain(Make.Article("a", word, word + " suite")), 1)], 1);
        generation.Refresh();

        using var lease = generation.Acquire();
        Assert.Equal(1, lease.Searcher.IndexReader.NumDocs);
    }

    private static List<string> TermsOf(Document document, string field)
    {
        var stream = document.GetField(field).GetTokenStream(null);
        var term = stream.GetAttribute<ITermToBytesRefAttribute>();
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            term.FillBytesRef();
            terms.Add(term.BytesRef.Utf8ToString());
        }

        return terms;
    }

    private static long Number(Document document, string field) => document.GetField(field).GetInt64Value()!.Value;

    private static IEnumerable<string> Facet(Document document, string field) =>
        document.Fields.Where(f => f.Name == field).Select(f => f.GetBinaryValue().Utf8ToString()).Order(StringComparer.Ordinal);
}
