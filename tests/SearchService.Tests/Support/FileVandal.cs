namespace SearchService.Tests.Support;

/// <summary>Damages files at random, as disks, power cuts and people do; the same number always does the same.</summary>
public sealed class FileVandal(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Damages one file below a folder, or two by giving each the name of the other.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="spared">The names of files that stay as they are.</param>
    /// <returns>What was done, for a person, and the files it was done to, relative to the folder.</returns>
    public (string What, string[] Files) Strike(string folder, Func<string, bool> spared)
    {
        while (true)
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !spared(Path.GetFileName(file))).Order(StringComparer.Ordinal)];
            var file = files[_random.Next(files.Length)];
            var name = Path.GetRelativePath(folder, file);
            var sound = File.ReadAllBytes(file);
            var damaged = (byte[])sound.Clone();
            switch (_random.Next(10))
            {
                case 0:
                    File.Delete(file);
                    return ($"deleted {name}", [name]);
                case 1:
                    Array.Resize(ref damaged, _random.Next(sound.Length + 1));
                    break;
                case 2:
                    Array.Resize(ref damaged, sound.Length + 1 + _random.Next(100));
                    break;
                case 3:
                    var from = _random.Next(sound.Length + 1);
                    Array.Clear(damaged, from, Math.Min(512, sound.Length - from));
                    break;
                case 4:
                    var start = _random.Next(sound.Length + 1);
                    _random.NextBytes(damaged.AsSpan(start, Math.Min(64, sound.Length - start)));
                    break;
                case 5:
                    var others = files.Where(other => other != file && Path.GetExtension(other) == Path.GetExtension(file)).ToArray();
                    if (others.Length == 0)
                    {
                        continue;
                    }

                    var other = others[_random.Next(others.Length)];
                    var otherBytes = File.ReadAllBytes(other);
                    if (otherBytes.AsSpan().SequenceEqual(sound))
                    {
                        continue;
                    }

                    File.WriteAllBytes(file, otherBytes);
                    File.WriteAllBytes(other, sound);
                    return ($"swapped {name} and {Path.GetRelativePath(folder, other)}", [name, Path.GetRelativePath(folder, other)]);
                default: // the commonest, and the hardest to see
                    if (sound.Length > 0)
                    {
                        damaged[_random.Next(sound.Length)] ^= (byte)(1 << _random.Next(8));
                    }

                    break;
            }

            if (!damaged.AsSpan().SequenceEqual(sound))
            {
                File.WriteAllBytes(file, damaged);
                return ($"{sound.Length} bytes of {name} became {damaged.Length}, the first difference at {damaged.AsSpan().CommonPrefixLength(sound)}", [name]);
            }
        }
    }
}
