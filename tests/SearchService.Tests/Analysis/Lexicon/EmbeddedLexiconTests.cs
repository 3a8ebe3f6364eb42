using System.Diagnostics;
using SearchService.Analysis.Lexicon;
using SearchService.Tests.Support;

namespace SearchService.Tests.Analysis.Lexicon;

/// <summary>The lexicon that the program was built with.</summary>
public sealed class EmbeddedLexiconTests
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public EmbeddedLexiconTests() => Dictionary.Required();

    [Fact]
    public void It_is_small() => Assert.InRange(Embedded().Length, 100_000, MaxBytes);

    [Fact]
    public void It_opens_in_well_under_a_second()
    {
        var bytes = Embedded();
        var watch = Stopwatch.StartNew();

        FrenchLexicon.Open(bytes);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 500);
    }

    [Fact]
    public void It_is_the_one_that_the_analysis_uses_and_the_version_names() =>
        Assert.EndsWith("+" + FrenchLexicon.Open(Embedded()).Identity, SearchService.Analysis.FrenchAnalyzer.Version, StringComparison.Ordinal);

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        string[] forms = ["journaux", "été", "anticonstitutionnellement", "xyz", "日本", "", new string('a', 100), "mangeassions"];
        var found = Count(forms);

        // The runtime may allocate on this thread for a while, when it compiles the code again.
        Assert.Contains(Enumerable.Range(0, 20), _ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            found += Count(forms);
            return GC.GetAllocatedBytesForCurrentThread() == before;
        });
        Assert.True(found > 0);
    }

    [Theory]
    [InlineData("été", "été:Noun être:Participle")]
    [InlineData("journaux", "journal:Noun")]
    [InlineData("yeux", "oeil:Noun")]
    [InlineData("aujourdhui", "aujourdhui:Noun")]
    [InlineData("onu", "onu:Acronym")]
    [InlineData("rennes", "renne:Noun rennes:Name")]
    public void A_form_has_the_readings_that_news_means(string form, string readings)
    {
        var lexicon = FrenchLexicon.Default;
        var set = lexicon.Find(form);
        Assert.True(set >= 0, "The form is unknown.");
        Assert.Equal(
            readings.Split(' ').Order(StringComparer.Ordinal),
            Enumerable.Range(0, lexicon.Count(set)).Select(i => lexicon.Reading(form, set, i)).Select(reading => $"{reading.Lemma}:{reading.Class}")
                .Order(StringComparer.Ordinal));
    }

    private static int Count(string[] forms)
    {
        var count = 0;
        for (var i = 0; i < 1000; i++)
        {
            foreach (var form in forms)
            {
                var set = FrenchLexicon.Default.Find(form);
                count += set < 0 ? 0 : FrenchLexicon.Default.Count(set);
            }
        }

        return count;
    }

    private static byte[] Embedded()
    {
        using var stream = typeof(FrenchLexicon).Assembly.GetManifestResourceStream("lexicon.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
