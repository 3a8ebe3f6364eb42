using Microsoft.Extensions.Options;
using SearchService.Hosting;
using SearchService.Indexing;
using SearchService.Ingestion;
using SearchService.Tests.Support;

namespace SearchService.Tests.Hosting;

public sealed class ServicePathsTests : IDisposable
{
    private readonly TempFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("index", "index")]
    [InlineData("./a/../index/", "index/")]
    public void Relative_paths_start_at_the_content_root(string configured, string below)
    {
        var paths = Resolve(configured, "news");

        Assert.Equal(_root.File(below), paths.IndexDirectory);
        Assert.Equal(_root.File("news"), paths.Corpus);
    }

    [Fact]
    public void Full_paths_stay_as_they_are()
    {
        using var elsewhere = new TempFolder();

        var paths = Resolve(elsewhere.File("index"), elsewhere.File("page.txt"));

        Assert.Equal(new ServicePaths(elsewhere.File("index"), elsewhere.File("page.txt")), paths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_corpus_the_sample_news_beside_the_program_are_served(string corpus)
    {
        var sample = Resolve("index", corpus).Corpus;

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "SampleNews"), sample);
        Assert.NotEmpty(Directory.EnumerateFiles(sample));
    }

    private ServicePaths Resolve(string index, string corpus) => ServicePaths.Resolve(
        _root.Path, Options.Create(new IndexOptions { Directory = index }), Options.Create(new CorpusOptions { Path = corpus }));
}
