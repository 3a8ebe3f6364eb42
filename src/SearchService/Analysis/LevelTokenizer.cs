using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>
/// The terms of one level as a token stream of Lucene. All levels number the words of a text alike; where a word has several lemmas, or a hyphenated
/// word its joined form, they follow at the same position.
/// </summary>
public sealed class LevelTokenizer : Tokenizer
{
    private readonly AnalysisLevel _level;
    private readonly FrenchText _text = new();
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private char[] _buffer = new char[1024];
    private int _length;
    private int _word;
    private int _alternative;

    /// <summary>A tokenizer of a text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="level">The level.</param>
    public LevelTokenizer(TextReader reader, AnalysisLevel level)
        : base(reader)
    {
        _level = level;
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        var words = _text.AnalyzedWords;
        while (_word < words.Length)
        {
            ref readonly var word = ref words[_word];
            if (word.Term(_level, _alternative) is { } term)
            {
                term.CopyTo(0, _term.ResizeBuffer(term.Length), 0, term.Length);
                _term.Length = term.Length;
                _offset.SetOffset(CorrectOffset(word.Start), CorrectOffset(word.End));
                _increment.PositionIncrement = _alternative == 0 ? 1 : 0;
                _alternative++;
                return true;
            }

            _word++;
            _alternative = 0;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _word = 0;
        _alternative = 0;
        _length = 0;
        int read;
        while ((read = m_input.Read(_buffer, _length, _buffer.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * _length);
            }
        }

        _text.Analyze(_buffer.AsSpan(0, _length));
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _offset.SetOffset(CorrectOffset(_length), CorrectOffset(_length));
    }
}
