using System.Text;
using CsCheck;
using SearchService.Articles;

namespace SearchService.Tests.Support;

/// <summary>Articles of every shape, with text as nasty as the domain allows: clean, but in every script and with every escape.</summary>
public static class RandomArticles
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

    private static readonly string[] Pieces =
    [
        "été", "l'œuvre", "\"", "\\", "<mark>", "&amp;", " ", "\u00A0", "€", "😀", "\u0301", "أخبار", "ǅ", "\uFFFD", "\uFFFE", "\u2028", "\0", "\t", "a", "É", "-",
    ];

    /// <summary>Text of a few pieces, also of any code points, brought into the form of the domain.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(
            Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 8].Select(string.Concat),
            Gen.Int[1, 0x10FFFF].Where(Rune.IsValid).Array[1, 20].Select(points => string.Concat(points.Select(point => new Rune(point).ToString()))))
        .Select(text => ArticleText.Clean(text) ?? "vide");

    private static Gen<DateTimeOffset?> Moment { get; } =
        Gen.Select(Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2100, 1, 1)], Gen.Int[-14 * 60, 14 * 60], Gen.Bool)
        .Select((date, offset, there) => there
            ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), TimeSpan.FromMinutes(offset))
            : (DateTimeOffset?)null);

    /// <summary>Any article that the domain allows.</summary>
    public static Gen<Article> Any { get; } =
        Gen.Select(
            Gen.Char[IdCharacters].Array[1, ArticleId.MaxLength].Select(letters => new string(letters)),
            Text,
            Gen.Select(Text, Optional(Text), (text, heading) => new Paragraph(text, heading)).List[0, 4],
            Text.List[0, 3].Select(topics => topics.Distinct().ToList()),
            Optional(Text).Array[4],
            Gen.Select(Moment, Gen.Long[1, ArticleJsonReader.MaxVersion].Nullable(), Gen.Enum<ArticleStatus>(), Moment))
        .Select((id, headline, paragraphs, topics, texts, rest) => new Article
        {
            Id = id,
            Headline = headline,
            Paragraphs = paragraphs,
            Topics = topics,
            Story = texts[0],
            Source = texts[1],
            Byline = texts[2],
            Url = texts[3],
            PublishedAt = rest.Item1,
            Version = rest.Item2,
            Status = rest.Item3,
            EmbargoUntil = rest.Item4,
        });

    private static Gen<string?> Optional(Gen<string> text) => Gen.Select(text, Gen.Bool, (value, there) => there ? value : null);
}
