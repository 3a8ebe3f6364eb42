using Microsoft.Extensions.Time.Testing;
using SearchService.Articles;
using SearchService.Hosting;
using SearchService.Ingestion;

namespace SearchService.Tests.Hosting;

public sealed class RecentProblemsTests
{
    private readonly RecentProblems _problems = new(new FakeTimeProvider());

    [Fact]
    public void The_last_come_first_and_so_many_are_kept()
    {
        for (var line = 1; line <= 500; line++)
        {
            Add("a.jsonl", line);
        }

        var kept = _problems.Read();
        Assert.Equal(500, _problems.Count);
        Assert.Equal(Enumerable.Range(301, 200).Reverse(), kept.Select(entry => entry.Problem.Line));
    }

    [Fact]
    public void A_file_that_is_read_anew_starts_without_problems_and_the_others_keep_theirs()
    {
        Add("a.jsonl", 1);
        Add("b.jsonl", 2);
        Add("a.jsonl", 3);
        _problems.AddRequest(4, new ArticleError(ArticleError.InvalidJson, "x"));

        _problems.Forget("a.jsonl");

        Assert.Equal([4, 2], _problems.Read().Select(entry => entry.Problem.Line));
        Assert.Equal(4, _problems.Count);
    }

    private void Add(string file, int line) => _problems.Add(new IngestionProblem(file, line, new ArticleError(ArticleError.InvalidJson, "x")));
}
