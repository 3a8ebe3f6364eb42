using CsCheck;
using SearchService.Articles;
using SearchService.Tests.Support;

namespace SearchService.Tests.Integration;

/// <summary>Whatever happens in whatever order, store, index and search say what the simplest model says. MODEL_SEQUENCES tries more sequences.</summary>
public sealed class ModelTests
{
    private static readonly Gen<string> Id = Gen.Int[0, 4].Select(number => $"a{number}");

    private static readonly Gen<NewsStep> Put = Gen.Select(
        Id,
        Gen.Int[0, NewsModel.Texts.Count - 1],
        Gen.Frequency((3, Gen.Const((long?)null)), (2, Gen.Long[1, 6].Select(version => (long?)version))),
        Gen.Frequency((4, Gen.Const(ArticleStatus.Usable)), (1, Gen.Enum<ArticleStatus>())),
        Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[0, 12].Select(hour => (int?)hour))),
        (id, text, version, status, embargo) => (NewsStep)new NewsStep.Put(id, text, version, status, embargo));

    private static readonly Gen<NewsStep> Step = Gen.Frequency(
        (12, Put),
        (3, Id.Select(id => (NewsStep)new NewsStep.Delete(id))),
        (2, Gen.Int[1, 4].Select(hours => (NewsStep)new NewsStep.Wait(hours))),
        (8, Gen.Const<NewsStep>(new NewsStep.Follow())),
        (3, Gen.Const<NewsStep>(new NewsStep.Commit())),
        (2, Gen.Const<NewsStep>(new NewsStep.Kill())),
        (1, Gen.Const<NewsStep>(new NewsStep.Restart())),
        (1, Gen.Const<NewsStep>(new NewsStep.Rebuild())),
        (1, Gen.Const<NewsStep>(new NewsStep.Rollback())));

    [Fact]
    public void A_service_says_what_the_model_says() => Step.List[1, 40].Sample(
        steps =>
        {
            using var run = new NewsRun();
            foreach (var step in steps)
            {
                run.Do(step);
            }
        },
        iter: RunSize.Of("MODEL_SEQUENCES", 30),
        print: steps => string.Join("\n", steps));
}
