using System.Text;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>An engine with a corpus that a test writes and reads.</summary>
public sealed class TestCorpus : IDisposable
{
    private readonly TestEngine _engine = new();
    private DateTime _modified = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public ArticleStore Store => _engine.Store;

    public string Folder => _engine.Corpus;

    /// <summary>A line of JSON Lines.</summary>
    public static string Line(Article article) => Encoding.UTF8.GetString(ArticleJsonWriter.WriteSubmission(article));

    /// <summary>A line of an article that is a headline alone.</summary>
    public static string Line(string id, string headline) => Line(Make.Article(id, headline));

    /// <summary>Writes a file of lines; each writing shows in the file's time, however fast they follow.</summary>
    public string Write(string name, params string[] lines) => Write(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    /// <summary>Writes a file of bytes.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        Touch(path);
        return path;
    }

    /// <summary>Gives a file a later time.</summary>
    public void Touch(string path)
    {
        _modified = _modified.AddSeconds(1);
        File.SetLastWriteTimeUtc(path, _modified);
    }

    /// <summary>Reads what changed.</summary>
    public Task<CorpusReport> ReadAsync() => _engine.Get<CorpusSync>().RunAsync(null, TestContext.Current.CancellationToken);

    /// <summary>The headline that the store holds, or null.</summary>
    public string? Headline(string id) => Store.Get(id)?.Classified.Article.Headline;

    /// <summary>What a client puts.</summary>
    public ChangeResult Put(Article article) => Store.Apply(ArticleChange.Put(Make.Plain(article)));

    public T Get<T>()
        where T : notnull => _engine.Get<T>();

    public void Dispose() => _engine.Dispose();
}
