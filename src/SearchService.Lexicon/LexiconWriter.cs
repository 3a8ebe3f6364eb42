using System.Text;
using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>Writes a compiled lexicon in the layout of <see cref="LexiconFormat"/>.</summary>
internal static class LexiconWriter
{
    /// <summary>Compiles a table of forms.</summary>
    /// <exception cref="InvalidOperationException">The table is too large for the layout.</exception>
    public static byte[] Write(FormTable table)
    {
        var alphabet = table.Forms.Keys.SelectMany(form => form).Distinct().Order().ToList();
        Fits(alphabet.Count, byte.MaxValue, "characters");
        var symbols = alphabet.Select((c, i) => (c, i)).ToDictionary(pair => pair.c, pair => (byte)(pair.i + 1));
        var suffixes = new Numbers<string>();
        var sets = new Numbers<string>();
        var encoded = new List<(byte Cut, ushort Suffix, byte Class)[]>();
        var builder = new AutomatonBuilder();
        foreach (var (form, readings) in table.Forms)
        {
            var set = readings.Select(reading =>
            {
                var common = CommonPrefix(form, reading.Lemma);
                return ((byte)(form.Length - common), (ushort)suffixes.Of(reading.Lemma[common..]), (byte)reading.Class);
            }).ToArray();
            var number = sets.Of(string.Join(' ', set));
            if (number == encoded.Count)
            {
                encoded.Add(set);
            }

            builder.Add([.. form.Select(c => symbols[c])], number);
        }

        Fits(suffixes.Count, ushort.MaxValue, "suffixes");
        Fits(sets.Count, ushort.MaxValue, "sets of readings");
        var slots = builder.Build();
        Fits(slots.Length, 1 << (32 - LexiconFormat.TargetShift), "slots");

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.Unicode, leaveOpen: true))
        {
            writer.Write(LexiconFormat.Magic);
            writer.Write((byte)alphabet.Count);
            alphabet.ForEach(c => writer.Write((ushort)c));
            writer.Write((ushort)suffixes.Count);
            foreach (var suffix in suffixes.Values)
            {
                writer.Write((byte)suffix.Length);
                foreach (var c in suffix)
                {
                    writer.Write((ushort)c);
                }
            }

            writer.Write((ushort)encoded.Count);
            foreach (var set in encoded)
            {
                writer.Write((byte)set.Length);
                foreach (var (cut, suffix, wordClass) in set)
                {
                    writer.Write(cut);
                    writer.Write(suffix);
                    writer.Write(wordClass);
                }
            }

            writer.Write(slots.Length);
            foreach (var slot in slots)
            {
                writer.Write(slot);
            }
        }

        return bytes.ToArray();
    }

    private static int CommonPrefix(string form, string lemma) => form.AsSpan().CommonPrefixLength(lemma);

    private static void Fits(int count, int limit, string what)
    {
        if (count > limit)
        {
            throw new InvalidOperationException($"The lexicon has {count} {what}; its layout holds {limit}.");
        }
    }

    /// <summary>Numbers values in the order they are first seen.</summary>
    private sealed class Numbers<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = [];

        public int Count => _numbers.Count;

        public List<T> Values { get; } = [];

        public int Of(T value)
        {
            if (!_numbers.TryGetValue(value, out var number))
            {
                _numbers.Add(value, number = _numbers.Count);
                Values.Add(value);
            }

            return number;
        }
    }
}
