using Lucene.Net.Documents;
using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Searching.Suggestions;

/// <summary>
/// How the articles write a word: the index has only folded forms, so a few of the articles that hold it are read. Where they do not tell, the dictionary
/// does.
/// </summary>
internal static class SurfaceForms
{
    /// <summary>A word as it should be shown.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="form">The folded form.</param>
    /// <param name="maxArticles">How many articles are read.</param>
    public static string Of(FormReader forms, string form, int maxArticles = 4)
    {
        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        var analysis = new FrenchText();
        foreach (var document in forms.Documents(form).Take(maxArticles))
        {
            foreach (var text in TextsOf(forms.Reader, document))
            {
                analysis.Analyze(text);
                foreach (ref readonly var word in analysis.AnalyzedWords)
                {
                    if (word.Forms.Exact == form && WrittenForm.At(text, word, analysis.IsAllCapitals) is { } written)
                    {
                        votes[written] = votes.GetValueOrDefault(written) + 1;
                    }
                }
            }
        }

        // A few articles may all write a name that contains the word: what is no name in the dictionary has no capital.
        return votes.Count == 0 ? WrittenForm.Of(form) : WrittenForm.WithoutCapital(votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).First().Key);
    }

    /// <summary>Two words in a row as an article writes them, with what joins them.</summary>
    /// <param name="forms">The view.</param>
    /// <param name="document">An article in which they stand in a row.</param>
    /// <param name="first">The first folded form.</param>
    /// <param name="second">The second.</param>
    /// <returns>The two words with the hyphen, apostrophe or space between them, or null where they are not found so.</returns>
    public static string? OfPair(FormReader forms, int document, string first, string second)
    {
        var analysis = new FrenchText();
        foreach (var text in TextsOf(forms.Reader, document))
        {
            analysis.Analyze(text);
            var words = analysis.AnalyzedWords;
            for (var i = 1; i < words.Length; i++)
            {
                if (words[i - 1].Forms.Exact == first && words[i].Forms.Exact == second)
                {
                    var between = text[words[i - 1].End..words[i].Start];
                    var one = WrittenForm.At(text, words[i - 1], analysis.IsAllCapitals) ?? WrittenForm.Of(first);
                    var other = WrittenForm.At(text, words[i], analysis.IsAllCapitals) ?? WrittenForm.Of(second);
                    return one + (between.Length == 1 && !char.IsWhiteSpace(between[0]) ? between : " ") + other;
                }
            }
        }

        return null;
    }

    /// <summary>The texts of an article: the headline first.</summary>
    private static IEnumerable<string> TextsOf(IndexReader reader, int document)
    {
        var visitor = new DocumentStoredFieldVisitor(IndexSchema.Source);
        reader.Document(document, visitor);
        var article = ArticleDocument.FromDocument(visitor.Document).Article;
        yield return article.Headline;
        foreach (var paragraph in article.Paragraphs)
        {
            yield return paragraph.Text;
            if (paragraph.Heading is not null)
            {
                yield return paragraph.Heading;
            }
        }
    }
}
