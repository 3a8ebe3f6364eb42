using System.Runtime.InteropServices;
using SearchService.Analysis.Lexicon;

namespace SearchService.Lexicon;

/// <summary>
/// Builds the minimal acyclic automaton of a sorted list of forms, each with a number (Daciuk et al. 2000, the algorithm for sorted input): states
/// that can no longer change are looked up among those already known, so that common endings are stored once.
/// </summary>
internal sealed class AutomatonBuilder
{
    private readonly Dictionary<State, State> _known = new(new StateComparer());
    private readonly State _root = new();
    private byte[] _previous = [];

    /// <summary>Adds a form.</summary>
    /// <param name="symbols">The form; forms come in ascending order, none twice.</param>
    /// <param name="value">Its number, from 0.</param>
    /// <exception cref="ArgumentException">The form does not come after the one before.</exception>
    public void Add(byte[] symbols, int value)
    {
        if (symbols.Length == 0 || symbols.AsSpan().SequenceCompareTo(_previous) <= 0)
        {
            throw new ArgumentException("Forms must be added in ascending order.", nameof(symbols));
        }

        var state = _root;
        var at = 0;
        while (at < symbols.Length && at < _previous.Length && symbols[at] == _previous[at])
        {
            state = state.Arcs[^1].Target;
            at++;
        }

        Freeze(state);
        for (; at < symbols.Length; at++)
        {
            var next = new State();
            state.Arcs.Add(new Arc(symbols[at], next));
            state = next;
        }

        state.Value = value;
        _previous = symbols;
    }

    /// <summary>The automaton in the slots of <see cref="LexiconFormat"/>.</summary>
    public uint[] Build()
    {
        Freeze(_root);
        var slots = new List<uint> { 0 };
        var addresses = new Dictionary<State, int>(ReferenceEqualityComparer.Instance);

        // The root first, then each state after the ones that name it: addresses are given before arcs are written.
        var order = new List<State>();
        Visit(_root);
        foreach (var state in order)
        {
            addresses.Add(state, slots.Count);
            CollectionsMarshal.SetCount(slots, slots.Count + (state.Value >= 0 ? 1 : 0) + state.Arcs.Count);
        }

        foreach (var state in order)
        {
            var at = addresses[state];
            if (state.Value >= 0)
            {
                slots[at++] = (uint)state.Value | (state.Arcs.Count == 0 ? LexiconFormat.NoArcs : 0);
            }

            for (var i = 0; i < state.Arcs.Count; i++)
            {
                var (symbol, target) = state.Arcs[i];
                slots[at++] = symbol
                    | (i == state.Arcs.Count - 1 ? LexiconFormat.LastArc : 0)
                    | (target.Value >= 0 ? LexiconFormat.FinalArc : 0)
                    | ((uint)addresses[target] << LexiconFormat.TargetShift);
            }
        }

        return [.. slots];

        void Visit(State state)
        {
            if (state.Visited)
            {
                return;
            }

            state.Visited = true;
            order.Add(state);
            foreach (var arc in state.Arcs)
            {
                Visit(arc.Target);
            }
        }
    }

    /// <summary>Replaces what hangs on the last arc by its known equal, from the end up.</summary>
    private void Freeze(State state)
    {
        if (state.Arcs.Count == 0)
        {
            return;
        }

        var last = state.Arcs[^1];
        if (last.Target.Frozen)
        {
            return;
        }

        Freeze(last.Target);
        if (_known.TryGetValue(last.Target, out var twin))
        {
            state.Arcs[^1] = last with { Target = twin };
        }
        else
        {
            last.Target.Frozen = true;
            _known.Add(last.Target, last.Target);
        }
    }

    private readonly record struct Arc(byte Symbol, State Target);

    private sealed class State
    {
        public List<Arc> Arcs { get; } = [];

        public int Value { get; set; } = -1;

        public bool Frozen { get; set; }

        public bool Visited { get; set; }
    }

    // Targets of a state to be frozen are frozen themselves: equal ones are the same object.
    private sealed class StateComparer : IEqualityComparer<State>
    {
        public bool Equals(State? x, State? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Value == y.Value && x.Arcs.Count == y.Arcs.Count
            && x.Arcs.Zip(y.Arcs).All(pair => pair.First.Symbol == pair.Second.Symbol && ReferenceEquals(pair.First.Target, pair.Second.Target)));

        public int GetHashCode(State obj)
        {
            var hash = new HashCode();
            hash.Add(obj.Value);
            foreach (var arc in obj.Arcs)
            {
                hash.Add(arc.Symbol);
                hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(arc.Target));
            }

            return hash.ToHashCode();
        }
    }
}
