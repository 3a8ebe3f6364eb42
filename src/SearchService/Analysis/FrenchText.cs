using SearchService.Analysis.Lemmas;
using SearchService.Analysis.Lexicon;
using SearchService.Analysis.Tokens;

namespace SearchService.Analysis;

/// <summary>
/// The analysis of one text: its words in order, each with its folded form, the lemmas it has at its place, and its stem. An object is used again
/// for text after text, by one thread at a time, and then allocates nothing.
/// </summary>
public sealed class FrenchText
{
    private static readonly WordCache Words = new(new Lemmatizer(FrenchLexicon.Default));

    private AnalyzedWord[] _words = new AnalyzedWord[64];
    private readonly char[] _plural = new char[FrenchLexicon.MaxFormLength];
    private int _count;

    /// <summary>The words of the text that was analysed last.</summary>
    public ReadOnlySpan<AnalyzedWord> AnalyzedWords => _words.AsSpan(0, _count);

    /// <summary>Whether the text that was analysed last is several words in capitals: then capitals make neither names nor acronyms.</summary>
    public bool IsAllCapitals { get; private set; }

    /// <summary>Analyses a text.</summary>
    public void Analyze(ReadOnlySpan<char> text)
    {
        _count = 0;
        IsAllCapitals = text.Contains(' ') && !text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z');
        var scanner = new TextScanner(text);
        var before = ContextClass.None;
        var beforeThat = ContextClass.None;
        while (scanner.MoveNext())
        {
            var token = scanner.Current;
            var written = text[token.Start..token.TailStart];
            if (token.Plural && written.Length < _plural.Length && written[^1] is not ('s' or 'x'))
            {
                written.CopyTo(_plural);
                _plural[written.Length] = 's';
                written = _plural.AsSpan(0, written.Length + 1);
            }

            var forms = Words.Get(written, token.Kind, token.OpensSentence, IsAllCapitals);
            if (token.OpensSentence)
            {
                before = beforeThat = ContextClass.None;
            }

            var lemmas = ContextWords.Choose(forms, token.Elided, before, beforeThat);
            string? compound = null;
            if (token.OpensCompound)
            {
                var joined = Words.Get(text[token.Start..token.CompoundEnd], TokenKind.Compound, opensSentence: false, IsAllCapitals);
                compound = joined.Exact.Length > 0 ? joined.All[0] : null;
                lemmas = compound is null ? forms.AfterPronoun : lemmas; // dit-il, va-t-on
            }

            if (_count == _words.Length)
            {
                Array.Resize(ref _words, 2 * _count);
            }

            _words[_count++] = new AnalyzedWord(token.Start, token.End, forms, lemmas, compound, token.OpensCompound ? token.CompoundEnd : 0);
            beforeThat = before;
            before = forms.Context;
        }
    }
}
