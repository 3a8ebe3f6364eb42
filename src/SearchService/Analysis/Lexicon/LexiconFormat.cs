namespace SearchService.Analysis.Lexicon;

/// <summary>
/// The layout of a compiled lexicon, shared by the tool that writes it and the service that reads it. Little-endian, in this order:
/// <code>
/// magic        4 bytes, <see cref="Magic"/>
/// alphabet     byte count n, then n UTF-16 characters: symbol s stands for the s-th, from 1
/// suffixes     ushort count, then each as byte length and UTF-16 characters
/// readings     ushort count of sets, then each as byte count of readings, then each reading as byte cut, ushort suffix, byte class:
///              the lemma is the form without its last "cut" characters, then the suffix
/// slots        int count, then the automaton as that many uints
/// </code>
/// The automaton is a minimal acyclic one (J. Daciuk et al., "Incremental Construction of Minimal Acyclic Finite-State Automata", Computational
/// Linguistics 26, 2000). A state is a run of slots: first, if the arc that leads here is final, the number of the form's reading set
/// (with <see cref="NoArcs"/> if nothing follows), then an arc a slot. Slot 0 is unused; the initial state starts at 1.
/// </summary>
internal static class LexiconFormat
{
    /// <summary>The first four bytes; the last one is the version of the layout.</summary>
    public const uint Magic = 0x014C_5246;

    /// <summary>Where the initial state starts.</summary>
    public const int Root = 1;

    /// <summary>In a slot with a reading set: the state has no arcs.</summary>
    public const uint NoArcs = 1u << 31;

    /// <summary>In an arc: the symbol.</summary>
    public const uint SymbolMask = 0xFF;

    /// <summary>In an arc: it is the last of its state.</summary>
    public const uint LastArc = 1u << 8;

    /// <summary>In an arc: a form ends at its target.</summary>
    public const uint FinalArc = 1u << 9;

    /// <summary>In an arc: how far its target is shifted.</summary>
    public const int TargetShift = 10;
}
