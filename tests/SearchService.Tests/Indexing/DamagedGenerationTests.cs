using SearchService.Indexing;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

/// <summary>A generation with one wrong byte, wherever it stands: opening it either works or fails in the one way that callers know.</summary>
public sealed class DamagedGenerationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Generation => _folder.File("000001");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_wrong_byte_is_an_index_exception_or_no_matter()
    {
        Build();
        var refused = 0;
        var escaped = new HashSet<string>();
        foreach (var file in Directory.GetFiles(Generation))
        {
            var sound = File.ReadAllBytes(file);
            for (var place = 0; place < sound.Length; place += 1 + (sound.Length / 60))
            {
                var damaged = (byte[])sound.Clone();
                damaged[place] ^= 0xC1;
                File.WriteAllBytes(file, damaged);
                refused += Try(() => IndexGeneration.OpenReadOnly(Generation).Dispose(), $"opening {Path.GetFileName(file)}", escaped);
                Try(() => GenerationChecks.FindDamage(Generation), $"checking {Path.GetFileName(file)}", escaped);
            }

            File.WriteAllBytes(file, sound);
        }

        Assert.Empty(escaped);
        Assert.True(refused > 0);
        IndexGeneration.Open(Generation).Dispose();
    }

    private static int Try(Action work, string what, HashSet<string> escaped)
    {
        try
        {
            work();
            return 0;
        }
        catch (IndexException)
        {
            return 1;
        }
#pragma warning disable CA1031 // whatever else escapes is what this test looks for
        catch (Exception e)
#pragma warning restore CA1031
        {
            escaped.Add($"{what}: {e.GetType().Name}");
            return 0;
        }
    }

    private void Build()
    {
        using var generation = IndexGeneration.Create(Generation, DateTimeOffset.UnixEpoch);
        generation.Apply([new StoredChange(1, "a", Make.Plain(Make.Article("a", "Titre", "Un paragraphe.")), 1)], 1);
        generation.Commit();
    }
}
