using System.Security.Cryptography;
using System.Text;
using SearchService.Articles;

namespace SearchService.Tests.Articles;

/// <summary>The rule of identifiers.</summary>
public sealed class ArticleIdTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("afp-20251224-0042", true)]
    [InlineData("AZaz09._:-", true)]
    [InlineData("-", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("a/b", false)]
    [InlineData("a%20b", false)]
    [InlineData("a\n", false)]
    [InlineData("١", false)]
    public void An_identifier_is_made_of_few_characters(string? id, bool valid) => Assert.Equal(valid, ArticleId.IsValid(id));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void An_identifier_has_at_most_200_characters(int length, bool valid) => Assert.Equal(valid, ArticleId.IsValid(new string('x', length)));

    [Fact]
    public void The_identifier_of_a_headline_is_the_start_of_its_hash()
    {
        const string Headline = "Le café rouvre";
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Headline)));

        var id = ArticleId.ForHeadline(Headline);

        Assert.Equal("page-" + hash[..16].ToLowerInvariant(), id);
        Assert.True(ArticleId.IsValid(id));
    }

    [Theory]
    [InlineData("L'été à Noël")]
    [InlineData("Ça brûle à l'Hérault")]
    [InlineData("Ǻ et ệ")]
    public void A_headline_has_the_same_identifier_composed_and_decomposed(string headline)
    {
        var decomposed = headline.Normalize(NormalizationForm.FormD);

        Assert.NotEqual(headline.Length, decomposed.Length);
        Assert.Equal(ArticleId.ForHeadline(headline), ArticleId.ForHeadline(decomposed));
    }

    [Fact]
    public void Headlines_that_differ_in_a_letter_have_different_identifiers() =>
        Assert.NotEqual(ArticleId.ForHeadline("Noël"), ArticleId.ForHeadline("Noel"));
}
