using System.Globalization;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Searching;

namespace SearchService.Tests.Searching.Facets;

/// <summary>A query of words, phrases, operators, fields and dates that knows by itself, without parser and index, what it finds.</summary>
/// <param name="Text">The query text.</param>
/// <param name="Finds">Whether an article holds what is asked, when all words are needed and when one of those in a row is enough.</param>
public sealed record FacetQuery(string Text, Func<ClassifiedArticle, SearchOperator, bool> Finds)
{
    /// <summary>Everything.</summary>
    public static FacetQuery Everything { get; } = new("", (_, _) => true);

    /// <summary>A word in any inflection, in the headline or the text.</summary>
    public static FacetQuery Word(string word) => Fixed(word, article => HasLemma(article.Article.Headline, word) || Texts(article).Any(text => HasLemma(text, word)));

    /// <summary>A word in the headline.</summary>
    public static FacetQuery InHeadline(string word) => Fixed("titre:" + word, article => HasLemma(article.Article.Headline, word));

    /// <summary>A word in the text.</summary>
    public static FacetQuery InText(string word) => Fixed("texte:" + word, article => Texts(article).Any(text => HasLemma(text, word)));

    /// <summary>Two words in a row.</summary>
    public static FacetQuery Phrase(string first, string second) =>
        Fixed($"\"{first} {second}\"", article => Texts(article).Prepend(article.Article.Headline).Any(text => HasRow(text, first, second)));

    /// <summary>A word of a topic.</summary>
    public static FacetQuery InTopic(string word) => Fixed("sujet:" + word, article => article.Topics.Any(topic => Forms(topic).Contains(Forms(word)[0])));

    /// <summary>A word of the source.</summary>
    public static FacetQuery InSource(string word) =>
        Fixed("source:" + word, article => article.Article.Source is { } source && Forms(source).Contains(Forms(word)[0]));

    /// <summary>A month of publication.</summary>
    public static FacetQuery Month(int year, int month) => Fixed(
        string.Create(CultureInfo.InvariantCulture, $"date:{year:0000}-{month:00}"),
        article => article.Article.PublishedAt is { } date && date.Year == year && date.Month == month);

    /// <summary>Both.</summary>
    public static FacetQuery Both(FacetQuery left, FacetQuery right) =>
        new($"({left.Text} ET {right.Text})", (article, words) => left.Finds(article, words) && right.Finds(article, words));

    /// <summary>One of two.</summary>
    public static FacetQuery Either(FacetQuery left, FacetQuery right) =>
        new($"({left.Text} OU {right.Text})", (article, words) => left.Finds(article, words) || right.Finds(article, words));

    /// <summary>One without the other.</summary>
    public static FacetQuery Without(FacetQuery left, FacetQuery right) =>
        new($"({left.Text} SAUF {right.Text})", (article, words) => left.Finds(article, words) && !right.Finds(article, words));

    /// <summary>Words in a row, of which one may be enough, with clauses that always hold.</summary>
    public static FacetQuery Row(IReadOnlyList<FacetQuery> words, IReadOnlyList<FacetQuery> filters, IReadOnlyList<FacetQuery> excluded) => new(
        string.Join(' ', [.. words.Select(word => word.Text), .. filters.Select(filter => filter.Text), .. excluded.Select(word => "-" + word.Text)]),
        (article, combination) => filters.All(filter => filter.Finds(article, combination)) && !excluded.Any(word => word.Finds(article, combination))
            && (combination == SearchOperator.Any ? words.Any(word => word.Finds(article, combination)) : words.All(word => word.Finds(article, combination))));

    private static FacetQuery Fixed(string text, Func<ClassifiedArticle, bool> finds) => new(text, (article, _) => finds(article));

    private static IEnumerable<string> Texts(ClassifiedArticle article) =>
        article.Article.Paragraphs.SelectMany(paragraph => paragraph.Heading is { } heading ? new[] { heading, paragraph.Text } : [paragraph.Text]);

    private static bool HasLemma(string text, string word) => Lemmas(text).Intersect(Lemmas(word)).Any();

    private static bool HasRow(string text, string first, string second)
    {
        var forms = Forms(text);
        return Enumerable.Range(0, Math.Max(0, forms.Count - 1)).Any(i => forms[i] == Forms(first)[0] && forms[i + 1] == Forms(second)[0]);
    }

    private static IEnumerable<string> Lemmas(string text) => TextAnalysis.Analyze(text, AnalysisLevel.Lemma).Select(token => token.Term);

    private static List<string> Forms(string text) => TextAnalysis.Analyze(text, AnalysisLevel.Exact).ConvertAll(token => token.Term);
}
