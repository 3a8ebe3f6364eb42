using SearchService.Analysis;
using SearchService.Analysis.Lemmas;
using SearchService.Searching.Queries;

namespace SearchService.Searching.Highlighting;

/// <summary>From the words of a text to what a query looks for: by the lemma or form of a phrase's first word, so that a text is read once.</summary>
internal sealed class LeafIndex
{
    private readonly Dictionary<string, List<LemmaEntry>> _byLemma = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FormEntry>> _byForm = new(StringComparer.Ordinal);
    private ulong _lemmaMarks;

    /// <summary>Looks for one more leaf.</summary>
    public void Add(LeafSpans spans, ExpandedForms forms)
    {
        switch (spans.Leaf)
        {
            case QueryTerm term:
                // The words of an expression may stand anywhere.
                foreach (var phrase in term.Together ? [term.Phrase] : term.Words.Select(word => new LemmaPhrase([word.Lemmas])))
                {
                    Add(phrase, spans);
                }

                foreach (var alternative in term.Alternatives)
                {
                    Add(alternative, spans);
                }

                break;
            case QueryPhrase phrase when spans is SloppySpans sloppy:
                for (var number = 0; number < sloppy.Forms.Count; number++)
                {
                    Add(_byForm, sloppy.Forms[number], new FormEntry(spans, phrase.Forms, number));
                }

                break;
            case QueryPhrase phrase:
                Add(_byForm, phrase.Forms[0], new FormEntry(spans, phrase.Forms, 0));
                break;
            case QueryPattern pattern:
                foreach (var form in forms.Of(pattern))
                {
                    Add(_byForm, form, new FormEntry(spans, [form], 0));
                }

                break;
        }
    }

    /// <summary>Tells the leaves where they stand among the words of a text.</summary>
    public void Read(ReadOnlySpan<AnalyzedWord> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            if ((word.Forms.LemmaMarks & _lemmaMarks) != 0) // else no lemma is one that is looked for
            {
                foreach (var lemma in word.Lemmas)
                {
                    if (_byLemma.TryGetValue(lemma, out var entries))
                    {
                        ReadLemma(words, i, entries);
                    }
                }
            }

            if (word.Compound is { } compound && _byLemma.TryGetValue(compound, out var joined))
            {
                ReadCompound(words, i, joined);
            }

            if (_byForm.Count > 0 && _byForm.TryGetValue(word.Forms.Exact, out var forms))
            {
                ReadForm(words, i, forms);
            }
        }
    }

    private static void ReadLemma(ReadOnlySpan<AnalyzedWord> words, int at, List<LemmaEntry> entries)
    {
        foreach (var (spans, phrase) in entries)
        {
            if (spans.Active && StartsAt(words[at..], phrase))
            {
                spans.Add(at, at + phrase.Positions.Count - 1);
            }
        }
    }

    private static void ReadCompound(ReadOnlySpan<AnalyzedWord> words, int at, List<LemmaEntry> entries)
    {
        var last = at;
        while (last + 1 < words.Length && words[last + 1].Start < words[at].CompoundEnd)
        {
            last++;
        }

        foreach (var (spans, phrase) in entries)
        {
            if (spans.Active && phrase.Positions.Count == 1)
            {
                spans.Add(at, last);
            }
        }
    }

    private static void ReadForm(ReadOnlySpan<AnalyzedWord> words, int at, List<FormEntry> entries)
    {
        foreach (var (spans, forms, number) in entries)
        {
            if (!spans.Active)
            {
                continue;
            }

            if (spans is SloppySpans sloppy)
            {
                sloppy.AddWord(number, at);
            }
            else if (StartsAt(words[at..], forms))
            {
                spans.Add(at, at + forms.Count - 1);
            }
        }
    }

    private static bool StartsAt(ReadOnlySpan<AnalyzedWord> words, LemmaPhrase phrase)
    {
        if (phrase.Positions.Count > words.Length)
        {
            return false;
        }

        // The first word is what led here.
        for (var i = 1; i < phrase.Positions.Count; i++)
        {
            if (!Shares(words[i].Lemmas, phrase.Positions[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Shares(string[] lemmas, IReadOnlyList<string> others)
    {
        foreach (var lemma in lemmas)
        {
            if (others.Contains(lemma))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsAt(ReadOnlySpan<AnalyzedWord> words, IReadOnlyList<string> forms)
    {
        if (forms.Count > words.Length)
        {
            return false;
        }

        for (var i = 1; i < forms.Count; i++)
        {
            if (words[i].Forms.Exact != forms[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Add<T>(Dictionary<string, List<T>> entries, string term, T entry)
    {
        if (!entries.TryGetValue(term, out var list))
        {
            entries.Add(term, list = []);
        }

        list.Add(entry);
    }

    private void Add(LemmaPhrase phrase, LeafSpans spans)
    {
        foreach (var lemma in phrase.Positions[0].Distinct(StringComparer.Ordinal))
        {
            Add(_byLemma, lemma, new LemmaEntry(spans, phrase));
            _lemmaMarks |= WordForms.MarkOf(lemma);
        }
    }

    private readonly record struct LemmaEntry(LeafSpans Spans, LemmaPhrase Phrase);

    private readonly record struct FormEntry(LeafSpans Spans, IReadOnlyList<string> Forms, int Number);
}
