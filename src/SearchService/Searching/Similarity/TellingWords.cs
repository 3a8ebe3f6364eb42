using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Ranking;

namespace SearchService.Searching.Similarity;

/// <summary>
/// The words that tell what an article is about: those that stand in it more often, in the headline above all, and in fewer other articles. Made for
/// one search, not for two threads.
/// </summary>
/// <remarks>
/// This is the choice of Lucene's MoreLikeThis, term frequency times inverse document frequency and the 25 best words, without its least frequencies (twice in
/// the article, in five articles at all): a wire flash says everything once. The frequency is dampened as in BM25, so that the query weighs its words as the
/// ranking weighs those of the article found. Grammatical words and bare numbers are left out: a day or a sum that two articles have in common is chance.
/// </remarks>
internal sealed class TellingWords
{
    private const int MostWords = 25;

    private readonly FieldAnalysis _headline = new();
    private readonly FieldAnalysis _lead = new();
    private readonly FieldAnalysis _body = new();
    private readonly RankingParameters _parameters;
    private readonly List<(string Lemma, double Frequency, double Rarity)> _best;

    /// <param name="article">The article.</param>
    /// <param name="reader">Tells how rare words are.</param>
    /// <param name="parameters">What a word counts by its place.</param>
    public TellingWords(Article article, IndexReader reader, RankingParameters parameters)
    {
        _parameters = parameters with { Opening = 0 }; // likeness is a matter of the whole text
        _headline.Add(article.Headline);
        for (var i = 0; i < article.Paragraphs.Count; i++)
        {
            var paragraph = article.Paragraphs[i];
            if (paragraph.Heading is not null)
            {
                _body.Add(paragraph.Heading);
            }

            (i == 0 ? _lead : _body).Add(paragraph.Text);
        }

        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(_headline, parameters.Headline, frequencies);
        Count(_lead, 1, frequencies);
        Count(_body, 1, frequencies);
        var terms = TermLookup.In(reader);
        var own = reader.DocFreq(ArticleDocument.IdTerm(article.Id)) > 0 ? 1 : 0;
        _best =
        [
            .. frequencies
                .Select(word => (Lemma: word.Key, Articles: IndexSchema.TextFields.Max(field => terms.Frequency(At(field, word.Key))), Frequency: Dampened(word.Value)))
                .Where(word => word.Articles > own) // in another article as well
                .Select(word => (word.Lemma, word.Frequency, Rarity: InverseDocumentFrequency.Of(word.Articles, reader.MaxDoc)))
                .OrderByDescending(word => word.Frequency * word.Rarity).ThenBy(word => word.Lemma, StringComparer.Ordinal)
                .Take(MostWords),
        ];
        MostScore = _best.Sum(word => word.Frequency * word.Frequency * word.Rarity);
    }

    /// <summary>The lemmas, most telling first; none if the article shares no word with another.</summary>
    public IEnumerable<string> Lemmas => _best.Select(word => word.Lemma);

    /// <summary>About what an article scores that holds all the words as often.</summary>
    public double MostScore { get; }

    /// <summary>The keys of the article's text.</summary>
    public ulong[] Keys()
    {
        var keys = new ulong[ContentFingerprint.Bands];
        return keys[..ContentFingerprint.Read(new ContentFingerprint().Of(_headline, _lead, _body), keys)];
    }

    /// <summary>Finds articles with any of the words. A word counts more the more often the article has it.</summary>
    public Query ToQuery()
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var (lemma, frequency, _) in _best)
        {
            any.Add(new WordQuery(lemma, Occurrences(lemma), _parameters) { Boost = (float)frequency }, Occur.SHOULD);
        }

        return any;
    }

    private Occurrence[] Occurrences(string lemma)
    {
        return [In(IndexSchema.Headline, _parameters.Headline), In(IndexSchema.Text, 1), In(IndexSchema.Opening, 1.0 / IndexSchema.OpeningEnds.Count)];

        Occurrence In(string field, double weight) => new(
            new TermQuery(At(field, lemma)), field, AnalysisLevel.Lemma, 0, weight, Finds: field != IndexSchema.Opening, TellsRarity: field != IndexSchema.Opening);
    }

    private double Dampened(double frequency) => frequency * (_parameters.K1 + 1) / (frequency + _parameters.K1);

    private static Term At(string field, string lemma) => new(IndexSchema.At(field, AnalysisLevel.Lemma), lemma);

    private static void Count(FieldAnalysis field, double weight, Dictionary<string, double> frequencies)
    {
        for (var i = 0; i < field.Count; i++)
        {
            foreach (ref readonly var word in field.Text(i).AnalyzedWords)
            {
                // The likeliest reading: a second one would be a word that the article may not have at all.
                var lemma = word.Lemmas[0];
                if (!word.Forms.IsGrammatical && !char.IsDigit(lemma[0]))
                {
                    frequencies[lemma] = frequencies.GetValueOrDefault(lemma) + weight;
                }
            }
        }
    }
}
