using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Searching.Ranking;
using SearchService.Searching.Tables;

namespace SearchService.Tests.Searching.Tables;

/// <summary>Phrases from decoded places against Lucene's scorer of phrases, and the places against the postings.</summary>
public sealed class KnownPhraseTests : IDisposable
{
    private const string Text = "text";
    private const int Documents = 700;

    private readonly Random _random = new(5);
    private readonly List<IDisposable> _open = [];
    private AtomicReaderContext _segment;

    public KnownPhraseTests()
    {
        // "z" stands in few documents and "a" in most.
        _segment = Index(Enumerable.Range(0, Documents).Select(_ => string.Join(
            ' ', Enumerable.Range(0, _random.Next(30)).Select(_ => _random.Next(200) == 0 ? "z" : $"{(char)('a' + (_random.Next(6) * _random.Next(2)))}"))));
    }

    public void Dispose() => _open.ForEach(open => open.Dispose());

    [Fact]
    public void Places_are_those_of_the_postings()
    {
        foreach (var term in "abcdefz".Select(letter => new Term(Text, $"{letter}")))
        {
            var places = AllPlaces(term)!;
            var postings = Postings(term)!;
            var number = 0;
            while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                var expected = Enumerable.Range(0, postings.Freq).Select(_ => postings.NextPosition()).ToList();
                Assert.Equal(expected, places.Of(number++).ToArray().Select(place => (int)place));
            }

            Assert.Equal(number, places.Documents.Count);
        }

        Assert.Equal(0, TermPlaces.Read(null, Documents).Documents.Count);
    }

    [Fact]
    public void Phrases_stand_where_Lucene_finds_them_and_as_often()
    {
        var searcher = new IndexSearcher(_segment.Reader);
        for (var i = 0; i < 300; i++)
        {
            var phrase = new PhraseQuery();
            var position = 0;
            for (var word = 0; word < 2 + _random.Next(3); word++)
            {
                phrase.Add(new Term(Text, $"{"abcdefz"[_random.Next(7)]}"), position);
                position += 1 + (_random.Next(5) / 4);
            }

            var expected = Read(searcher.CreateNormalizedWeight(phrase).GetScorer(_segment, null));
            var known = KnownPhrase.Of(phrase, AllPlaces)!;
            Assert.Equal(expected, Read(known));
            using var set = DocumentSet.Rent(Documents);
            KnownPhrase.Of(phrase, AllPlaces)!.AddTo(set);
            Assert.Equal(expected.Select(found => found.Document), Enumerable.Range(0, Documents).Where(set.Contains));
        }
    }

    [Fact]
    public void Words_apart_and_documents_with_more_places_than_are_kept_are_left_to_the_postings()
    {
        var phrase = new PhraseQuery { new Term(Text, "a"), new Term(Text, "z") };
        Assert.NotNull(KnownPhrase.Of(phrase, AllPlaces));
        Assert.Null(KnownPhrase.Of(phrase, _ => null));
        phrase.Slop = 2;
        Assert.Null(KnownPhrase.Of(phrase, AllPlaces));
        phrase.Slop = 0;

        _segment = Index([string.Join(' ', Enumerable.Repeat("a", TermPlaces.MaxPlaces + 1)) + " z"]);
        Assert.False(AllPlaces(new Term(Text, "a")).IsComplete);
        Assert.True(AllPlaces(new Term(Text, "z")).IsComplete);
        Assert.Null(KnownPhrase.Of(phrase, AllPlaces));
    }

    [Fact]
    public void Of_a_text_with_more_places_than_there_are_numbers_for_none_are_kept()
    {
        _segment = Index([string.Join(' ', Enumerable.Repeat("a", ushort.MaxValue + 1)) + " z"]);
        Assert.True(AllPlaces(new Term(Text, "a")).Fit); // those that are kept
        Assert.False(AllPlaces(new Term(Text, "z")).Fit);
        for (var search = 0; search < 3; search++)
        {
            Assert.Null(TermPlaces.For(_segment.AtomicReader, new Term(Text, "z"), () => Postings(new Term(Text, "z"))));
        }
    }

    [Fact]
    public void Places_are_kept_from_the_second_search_on()
    {
        var term = new Term(Text, "a");
        Assert.Null(TermPlaces.For(_segment.AtomicReader, term, () => Postings(term)));
        Assert.Null(TermPlaces.Known(_segment.AtomicReader, term));
        Assert.NotNull(TermPlaces.For(_segment.AtomicReader, term, () => Postings(term)));
        Assert.Same(TermPlaces.Known(_segment.AtomicReader, term), TermPlaces.For(_segment.AtomicReader, term, () => throw new InvalidOperationException()));
    }

    private AtomicReaderContext Index(IEnumerable<string> texts)
    {
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))))
        {
            foreach (var text in texts)
            {
                writer.AddDocument([new TextField(Text, text, Field.Store.NO)]);
            }

            writer.ForceMerge(1);
        }

        var reader = DirectoryReader.Open(directory);
        _open.AddRange([reader, directory]);
        return reader.Leaves[0];
    }

    private TermPlaces AllPlaces(Term term) => TermPlaces.Read(Postings(term), _segment.Reader.MaxDoc);

    private DocsAndPositionsEnum? Postings(Term term) => _segment.AtomicReader.GetTermPositionsEnum(term);

    private static List<(int Document, int Frequency)> Read(DocsEnum? documents)
    {
        var read = new List<(int, int)>();
        while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            read.Add((documents.DocID, documents.Freq));
        }

        return read;
    }
}
