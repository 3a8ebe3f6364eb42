using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using SearchService.Analysis;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>Phrases whose words may be moved are marked in the texts that Lucene finds.</summary>
public sealed class SloppyPhraseTests : IDisposable
{
    private static readonly string[] Vocabulary = ["train", "quai", "phare", "grue"];

    private readonly RAMDirectory _directory = new();
    private readonly List<string> _texts = [];
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public SloppyPhraseTests()
    {
        var random = new Random(7);
        using var analyzer = new FrenchAnalyzer(AnalysisLevel.Exact);
        using var writer = new IndexWriter(_directory, new IndexWriterConfig(FrenchAnalyzer.Compatibility, analyzer));
        for (var i = 0; i < 400; i++)
        {
            _texts.Add(string.Join(' ', Enumerable.Range(0, random.Next(1, 10)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])));
            writer.AddDocument([new TextField("text", _texts[^1], Field.Store.NO)]);
        }

        writer.Commit();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("train quai")]
    [InlineData("quai train grue")]
    [InlineData("phare grue quai train")]
    public void Different_words(string phrase)
    {
        for (var slop = 0; slop < 8; slop++)
        {
            var found = Found(phrase, slop);
            Assert.NotEmpty(found);
            Assert.Equal(found, Marked(phrase, slop));
        }
    }

    [Theory]
    [InlineData("train train")]
    [InlineData("train quai train")]
    [InlineData("grue phare phare")]
    public void Equal_words(string phrase)
    {
        for (var slop = 0; slop < 8; slop++)
        {
            Assert.Equal(Found(phrase, slop), Marked(phrase, slop));
        }
    }

    private List<string> Found(string phrase, int slop)
    {
        var query = new PhraseQuery { Slop = slop };
        foreach (var form in phrase.Split(' '))
        {
            query.Add(new Term("text", form));
        }

        return [.. _searcher.Search(query, 1000).ScoreDocs.Select(hit => hit.Doc).Order().Select(document => _texts[document])];
    }

    private List<string> Marked(string phrase, int slop)
    {
        var highlighter = new Highlighter(Clauses.Phrase(phrase, slop), ExpandedForms.None);
        return _texts.FindAll(text => highlighter.Find(text, QueryPlace.Text).Stretches.Count > 0);
    }
}
