using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SearchService.Analysis.Lexicon;

/// <summary>
/// The compiled dictionary: every form of French with its lemmas, in an automaton of about 150,000 numbers. Immutable, safe for all threads; a look-up
/// allocates nothing. Empty where the build had no dictionary.
/// </summary>
public sealed class FrenchLexicon
{
    /// <summary>The longest form that is looked up, in UTF-16 units; a longer one is in no dictionary.</summary>
    public const int MaxFormLength = 64;

    private static readonly Lazy<FrenchLexicon> Embedded = new(LoadEmbedded);

    private readonly byte[] _symbols = new byte[char.MaxValue + 1];
    private readonly char[] _letters;
    private readonly char[] _folded;
    private readonly string[] _suffixes;
    private readonly Entry[][] _sets;
    private readonly uint[] _slots;

    private FrenchLexicon(ReadOnlySpan<byte> file)
    {
        var reader = new Reader(file);
        if (reader.UInt32() != LexiconFormat.Magic)
        {
            throw new InvalidDataException("The lexicon is not one of this layout: build the program again.");
        }

        _letters = new char[reader.Byte() + 1];
        _folded = new char[_letters.Length];
        for (var i = 1; i < _letters.Length; i++)
        {
            _letters[i] = (char)reader.UInt16();
            _folded[i] = Characters.BaseLetter(_letters[i]);
            _symbols[_letters[i]] = (byte)i;
        }

        _suffixes = new string[reader.UInt16()];
        for (var i = 0; i < _suffixes.Length; i++)
        {
            _suffixes[i] = reader.Text(reader.Byte());
        }

        _sets = new Entry[reader.UInt16()][];
        for (var i = 0; i < _sets.Length; i++)
        {
            _sets[i] = new Entry[reader.Byte()];
            foreach (ref var entry in _sets[i].AsSpan())
            {
                entry = new Entry(reader.Byte(), reader.UInt16(), (WordClass)reader.Byte());
            }
        }

        _slots = MemoryMarshal.Cast<byte, uint>(reader.Bytes((int)reader.UInt32() * sizeof(uint))).ToArray();
        Identity = Convert.ToHexStringLower(SHA256.HashData(file))[..8];
    }

    /// <summary>The lexicon of this build.</summary>
    public static FrenchLexicon Default => Embedded.Value;

    /// <summary>Whether the build had no dictionary.</summary>
    public bool IsEmpty => _sets.Length == 0;

    /// <summary>Eight hexadecimal digits that change with the content.</summary>
    public string Identity { get; }

    /// <summary>Opens a compiled lexicon.</summary>
    /// <param name="file">The file in the layout of <see cref="LexiconFormat"/>.</param>
    /// <exception cref="InvalidDataException">The file is of another layout.</exception>
    public static FrenchLexicon Open(ReadOnlySpan<byte> file) => new(file);

    /// <summary>Looks a form up.</summary>
    /// <param name="form">The form in the spelling of the lexicon.</param>
    /// <returns>The number of its set of readings, or -1 if the form is unknown.</returns>
    public int Find(ReadOnlySpan<char> form)
    {
        if (IsEmpty || form.IsEmpty || form.Length > MaxFormLength)
        {
            return -1;
        }

        var state = LexiconFormat.Root;
        var final = false;
        foreach (var c in form)
        {
            uint symbol = _symbols[c];
            if (symbol == 0 || state < 0)
            {
                return -1;
            }

            uint arc;
            while (((arc = _slots[state]) & LexiconFormat.SymbolMask) != symbol)
            {
                if ((arc & LexiconFormat.LastArc) != 0)
                {
                    return -1;
                }

                state++;
            }

            (state, final) = Follow(arc);
        }

        // Behind a final arc the state starts after its value; a value without arcs has no state.
        return !final ? -1 : state < 0 ? Value(~state) : Value(state - 1);
    }

    /// <summary>Finds all forms that differ from a form without accents by accents alone.</summary>
    /// <param name="folded">The form without accents.</param>
    /// <param name="found">Called with each form found (valid during the call) and the number of its readings.</param>
    public void FindAccented(ReadOnlySpan<char> folded, Action<ReadOnlySpan<char>, int> found)
    {
        if (IsEmpty || folded.IsEmpty || folded.Length > MaxFormLength)
        {
            return;
        }

        Span<char> form = stackalloc char[folded.Length];
        Descend(folded, form, 0, LexiconFormat.Root, found);
    }

    /// <summary>How many readings a set has.</summary>
    /// <param name="set">A number that a look-up gave.</param>
    public int Count(int set) => _sets[set].Length;

    /// <summary>A reading of a form, most likely first.</summary>
    /// <param name="form">The form that was looked up.</param>
    /// <param name="set">The number that the look-up gave.</param>
    /// <param name="index">Which reading, from 0.</param>
    public LexiconReading Reading(ReadOnlySpan<char> form, int set, int index)
    {
        var entry = _sets[set][index];
        return new LexiconReading(string.Concat(form[..^entry.Cut], _suffixes[entry.Suffix]), entry.Class);
    }

    private static FrenchLexicon LoadEmbedded()
    {
        using var stream = typeof(FrenchLexicon).Assembly.GetManifestResourceStream("lexicon.bin")
            ?? throw new InvalidOperationException("lexicon.bin is not embedded in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new FrenchLexicon(bytes);
    }

    private void Descend(ReadOnlySpan<char> folded, Span<char> form, int at, int state, Action<ReadOnlySpan<char>, int> found)
    {
        while (true)
        {
            var arc = _slots[state];
            var symbol = arc & LexiconFormat.SymbolMask;
            if (_folded[symbol] == folded[at])
            {
                form[at] = _letters[symbol];
                var (next, final) = Follow(arc);
                if (at == folded.Length - 1)
                {
                    if (final)
                    {
                        found(form, next < 0 ? Value(~next) : Value(next - 1));
                    }
                }
                else if (next >= 0)
                {
                    Descend(folded, form, at + 1, next, found);
                }
            }

            if ((arc & LexiconFormat.LastArc) != 0)
            {
                return;
            }

            state++;
        }
    }

    /// <summary>Where an arc leads: the first arc of its target, or the complement of the target's address if it has none.</summary>
    private (int State, bool Final) Follow(uint arc)
    {
        var target = (int)(arc >> LexiconFormat.TargetShift);
        if ((arc & LexiconFormat.FinalArc) == 0)
        {
            return (target, false);
        }

        return ((_slots[target] & LexiconFormat.NoArcs) != 0 ? ~target : target + 1, true);
    }

    private int Value(int slot) => (int)(_slots[slot] & ~LexiconFormat.NoArcs);

    private readonly record struct Entry(byte Cut, ushort Suffix, WordClass Class);

    private ref struct Reader(ReadOnlySpan<byte> file)
    {
        private ReadOnlySpan<byte> _rest = file;

        public byte Byte() => Bytes(1)[0];

        public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

        public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

        public string Text(int length) => new(MemoryMarshal.Cast<byte, char>(Bytes(length * sizeof(char))));

        public ReadOnlySpan<byte> Bytes(int count)
        {
            if (count < 0 || count > _rest.Length)
            {
                throw new InvalidDataException("The lexicon is cut short: build the program again.");
            }

            var bytes = _rest[..count];
            _rest = _rest[count..];
            return bytes;
        }
    }
}
