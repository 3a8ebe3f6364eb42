using System.Net;
using System.Text.RegularExpressions;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Tests.Searching;

/// <summary>What holds of every answer, whatever was asked.</summary>
internal static partial class ResponseChecks
{
    private const int MaxPassages = 3;

    /// <summary>Checks one answer against its request and the articles of the index.</summary>
    public static void Check(SearchRequest request, SearchResponse response, IReadOnlyDictionary<string, Article> articles)
    {
        Assert.Equal(request.Query, response.Query);
        Assert.InRange(response.Total, 0, articles.Count);
        Assert.True(response.Hits.Count <= Math.Min(request.Size, response.Total));
        Assert.Equal(response.Hits.Count, response.Hits.Select(hit => hit.Id).Distinct().Count());
        Assert.All(response.Problems, problem => Assert.InRange(problem.Position, 0, request.Query.Length));
        Assert.True(response.LeftOut.Count == 0 || response.Relaxed);
        Assert.True(response.DidYouMean is null || response.DidYouMean.Query != request.Query);
        foreach (var hit in response.Hits)
        {
            CheckHit(request, hit, articles[hit.Id]);
        }

        if (request.EffectiveSort == SearchSort.Relevance)
        {
            Assert.Equal(response.Hits.Select(hit => hit.Score).OrderDescending(), response.Hits.Select(hit => hit.Score));
        }

        Assert.Equal(request.Facets.Select(field => field.ToString().ToLowerInvariant()).Order(), response.Facets.Keys.Order());
        foreach (var field in request.Facets)
        {
            CheckFacet(request, field, response.Facets[field.ToString().ToLowerInvariant()], response.Total);
        }
    }

    private static void CheckHit(SearchRequest request, SearchHit hit, Article article)
    {
        Assert.True(float.IsFinite(hit.Score) && hit.Score >= 0);
        Assert.True(hit.Folded == 0 || request.Collapse);
        CheckHtml(article.Headline, hit.HeadlineHtml);
        Assert.InRange(hit.Passages.Count, article.Paragraphs.Count == 0 ? 0 : 1, Math.Min(MaxPassages, article.Paragraphs.Count));
        Assert.Equal(hit.Passages.Count, hit.Passages.Select(passage => passage.Paragraph).Distinct().Count());
        foreach (var passage in hit.Passages)
        {
            Assert.Equal(article.Paragraphs[passage.Paragraph].Heading, passage.Heading);
            Assert.Contains(WithoutEllipses(passage.Text, article.Paragraphs[passage.Paragraph].Text), article.Paragraphs[passage.Paragraph].Text, StringComparison.Ordinal);
            CheckHtml(passage.Text, passage.Html);
        }

        Assert.Equal(request.Explain, hit.Explanation is not null);
        if (hit.Explanation is { } explanation)
        {
            AssertNear(hit.Score, explanation.Value, "score of the hit");
            CheckSums(explanation);
        }
    }

    /// <summary>What a passage shows of its paragraph: a cut one begins or ends with an ellipsis.</summary>
    private static string WithoutEllipses(string passage, string paragraph)
    {
        if (passage == paragraph)
        {
            return passage;
        }

        var shown = passage.StartsWith("… ", StringComparison.Ordinal) ? passage[2..] : passage;
        return shown.EndsWith(" …", StringComparison.Ordinal) ? shown[..^2] : shown;
    }

    /// <summary>HTML is the escaped text with marks that open and close in turn, around something.</summary>
    private static void CheckHtml(string text, string html)
    {
        Assert.Equal(text, WebUtility.HtmlDecode(html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)));
        Assert.Matches(MarkedText(), html);
    }

    private static void CheckFacet(SearchRequest request, FacetField field, IReadOnlyList<FacetValue> values, int total)
    {
        var selected = request.Selected(field);
        Assert.Equal(values.Count, values.Select(value => value.Value).Distinct().Count());
        Assert.Equal(values.Select(value => value.Count).OrderDescending(), values.Select(value => value.Count));
        Assert.True(values.Count(value => !value.Selected) <= request.FacetSize);
        Assert.All(values, value => Assert.Equal(selected.Contains(value.Value), value.Selected));
        Assert.All(values, value => Assert.True(value.Count > 0 || value.Selected));
        Assert.All(selected, value => Assert.Contains(values, listed => listed.Value == value));
        if (selected.Count == 0)
        {
            Assert.All(values, value => Assert.True(value.Count <= total));
        }
        else
        {
            Assert.All(values.Where(value => value.Selected), value => Assert.True(value.Count <= total)); // whoever has it passes its filter
        }

        if (field == FacetField.Date)
        {
            Assert.True(values.Sum(value => value.Count) <= total);
        }
    }

    /// <summary>A part is the sum, the product or the best of its details, as it says.</summary>
    private static void CheckSums(ScoreExplanation part)
    {
        foreach (var detail in part.Details)
        {
            CheckSums(detail);
        }

        if (part.Details.Count == 0)
        {
            return;
        }

        var parts = part.Details.Select(detail => (double)detail.Value).ToList();
        var expected = part.Description switch
        {
            _ when part.Description.StartsWith('«') => parts.Sum(),
            _ when part.Description.StartsWith("meilleure", StringComparison.Ordinal) => parts.Max(),
            _ when part.Description.StartsWith("produit", StringComparison.Ordinal) || part.Description.Contains('×') => parts.Aggregate((a, b) => a * b),
            _ => parts.Sum(),
        };
        AssertNear(expected, part.Value, part.Description);
    }

    private static void AssertNear(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-3 * Math.Max(1, Math.Abs(expected)), $"{what}: {actual} instead of {expected}");

    [GeneratedRegex("^(?:(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)|<mark>(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+</mark>)*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MarkedText();
}
