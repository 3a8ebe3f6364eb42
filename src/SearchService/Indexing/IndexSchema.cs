using Lucene.Net.Analysis;
using SearchService.Analysis;

namespace SearchService.Indexing;

/// <summary>Every field of the index, once. Headline and text stand as forms and as lemmas; stems stand together.</summary>
public static class IndexSchema
{
    /// <summary>The identity of the fields and their types: an index made by another is rebuilt.</summary>
    public const string Version = "5";

    /// <summary>The identifier: a term, and doc values for the order of equals.</summary>
    public const string Id = "id";

    /// <summary>The version of the article, as numeric doc values.</summary>
    public const string ArticleVersion = "version";

    /// <summary>The headline.</summary>
    public const string Headline = "headline";

    /// <summary>The paragraphs and their intertitres, a value each.</summary>
    public const string Text = "text";

    /// <summary>
    /// How early the words of the text first stand there: lemmas with a frequency of as many as there are <see cref="OpeningEnds"/> behind their first place.
    /// Without positions.
    /// </summary>
    public const string Opening = "opening";

    /// <summary>The steps of <see cref="Opening"/>, by the number of words before their end: about those of <c>3 · exp(-place / 220)</c>, rounded.</summary>
    public static IReadOnlyList<int> OpeningEnds { get; } = [40, 150, 400];

    /// <summary>Where in <see cref="Text"/> a paragraph or intertitre ends and the next begins: one term, <see cref="BreakMark"/>, at the position before the latter.</summary>
    public const string TextBreaks = "text.breaks";

    /// <summary>The term of <see cref="TextBreaks"/>.</summary>
    public const string BreakMark = "break";

    /// <summary>The article as JSON, stored.</summary>
    public const string Source = "article";

    /// <summary>Topics as sorted set doc values; a topic <c>A/B</c> also stands as <c>A</c>.</summary>
    public const string TopicFacet = "topic";

    /// <summary>The story as sorted set doc values.</summary>
    public const string StoryFacet = "story";

    /// <summary>The source as sorted set doc values.</summary>
    public const string SourceFacet = "source";

    /// <summary>The words of the topics, for <c>sujet:</c>.</summary>
    public const string TopicWords = "topic.exact";

    /// <summary>The words of the story, for <c>dossier:</c>.</summary>
    public const string StoryWords = "story.exact";

    /// <summary>The words of the source, for <c>source:</c>.</summary>
    public const string SourceWords = "source.exact";

    /// <summary>The words of the byline, for <c>auteur:</c>.</summary>
    public const string BylineWords = "byline.exact";

    /// <summary>The words of the headline with their spelling, as sorted set doc values in the form of <see cref="HeadlineWord"/>.</summary>
    public const string HeadlineWords = "headline.words";

    /// <summary>The instant of publication in Unix milliseconds, as numeric doc values; absent if undated.</summary>
    public const string Published = "published";

    /// <summary>The day written in the date of publication, in its own offset, as yyyymmdd: a term and numeric doc values; absent if undated.</summary>
    public const string Day = "day";

    /// <summary>The keys of <see cref="ContentFingerprint"/>, by which near-duplicates are found, as binary doc values.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>The stems of the whole article: they help the order of hits and need no place.</summary>
    public const string Stems = "article.stem";

    /// <summary>The fields in which words are found.</summary>
    public static IReadOnlyList<string> TextFields { get; } = [Headline, Text];

    /// <summary>The name under which a field of text stands at a level; all have their stems in one.</summary>
    public static string At(string field, AnalysisLevel level) => (field, level) switch
    {
        (Headline or Text, AnalysisLevel.Stem) => Stems,
        (Headline, AnalysisLevel.Exact) => "headline.exact",
        (Headline, AnalysisLevel.Lemma) => "headline.lemma",
        (Text, AnalysisLevel.Exact) => "text.exact",
        (Text, AnalysisLevel.Lemma) => "text.lemma",
        (Opening, AnalysisLevel.Lemma) => "opening.lemma",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of text at this level."),
    };

    /// <summary>The analyzer of all fields, by the level in their name.</summary>
    public static Analyzer CreateAnalyzer() => new ByLevel();

    private sealed class ByLevel() : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
    {
        protected override Analyzer GetWrappedAnalyzer(string fieldName) =>
            TextAnalysis.Analyzer(AnalysisLevels.Parse(Path.GetExtension(fieldName).TrimStart('.')) ?? AnalysisLevel.Exact);

        protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) => components;
    }
}
