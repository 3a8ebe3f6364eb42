using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SearchService.Analysis;

/// <summary>
/// The texts of one field, analysed once and read at every level: three streams over one list of words cost little more than one. Used again for
/// document after document; a stream is good until the next <see cref="Clear"/>. For one thread at a time.
/// </summary>
public sealed class FieldAnalysis
{
    private readonly List<FrenchText> _texts = [];
    private readonly LevelStream[] _streams;
    private int _count;

    /// <summary>An analysis of no text.</summary>
    public FieldAnalysis() => _streams = [.. Enum.GetValues<AnalysisLevel>().Select(level => new LevelStream([this], level))];

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>How many texts there are.</summary>
    public int Count => _count;

    /// <summary>Forgets the texts.</summary>
    public void Clear() => _count = 0;

    /// <summary>Analyses a text behind those already there; <see cref="FrenchAnalyzer.PositionGap"/> positions lie between them.</summary>
    public void Add(string text)
    {
        if (_count == _texts.Count)
        {
            _texts.Add(new FrenchText());
        }

        _texts[_count++].Analyze(text);
    }

    /// <summary>The analysis of a text, by its number in the order of <see cref="Add"/>.</summary>
    public FrenchText Text(int number) => _texts[number];

    /// <summary>How many words all texts have together.</summary>
    public int CountWords()
    {
        var words = 0;
        for (var i = 0; i < _count; i++)
        {
            words += _texts[i].AnalyzedWords.Length;
        }

        return words;
    }

    /// <summary>The terms of all texts at a level, without offsets; of words of grammar no stems, which would be a third of all.</summary>
    public TokenStream At(AnalysisLevel level) => _streams[(int)level];

    /// <summary>The terms of several fields at a level, one field after the other.</summary>
    public static TokenStream At(AnalysisLevel level, params FieldAnalysis[] fields) => new LevelStream(fields, level);

    /// <summary>One term between each two texts of several fields, in the positions that lie there at every level.</summary>
    public static TokenStream Breaks(string term, params FieldAnalysis[] fields) => new BreakStream(term, fields);

    /// <summary>
    /// The lemmas of the first words of several fields, each once for every step that ends behind its first place: of steps that end at 40 and 150 words, a
    /// lemma that first stands at the 30th comes twice.
    /// </summary>
    /// <param name="ends">How many words lie before the end of each step, rising.</param>
    /// <param name="fields">The fields, in the order of reading.</param>
    public static TokenStream Opening(IReadOnlyList<int> ends, params FieldAnalysis[] fields) => new OpeningStream(ends, fields);

    private sealed class OpeningStream : TokenStream
    {
        private readonly IReadOnlyList<int> _ends;
        private readonly FieldAnalysis[] _fields;
        private readonly TermBytesAttribute _term = new();
        private readonly Dictionary<string, int> _earliness = new(StringComparer.Ordinal);
        private readonly IPositionIncrementAttribute _increment;
        private Dictionary<string, int>.Enumerator _next;
        private int _left;

        public OpeningStream(IReadOnlyList<int> ends, FieldAnalysis[] fields)
        {
            _ends = ends;
            _fields = fields;
            AddAttributeImpl(_term);
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override void Reset()
        {
            _earliness.Clear();
            Gather();
            _next = _earliness.GetEnumerator();
            _left = 0;
        }

        public override bool IncrementToken()
        {
            if (_left == 0)
            {
                if (!_next.MoveNext())
                {
                    return false;
                }

                _left = _next.Current.Value;
            }

            _left--;
            _term.Term = _next.Current.Key;
            _increment.PositionIncrement = 1;
            return true;
        }

        private void Gather()
        {
            int place = 0, step = 0;
            foreach (var field in _fields)
            {
                for (var text = 0; text < field._count; text++)
                {
                    foreach (ref readonly var word in field._texts[text].AnalyzedWords)
                    {
                        if (place == _ends[step] && ++step == _ends.Count)
                        {
                            return;
                        }

                        for (var number = 0; word.Term(AnalysisLevel.Lemma, number) is { } term; number++)
                        {
                            _earliness.TryAdd(term, _ends.Count - step);
                        }

                        place++;
                    }
                }
            }
        }
    }

    private sealed class BreakStream : TokenStream
    {
        private readonly FieldAnalysis[] _fields;
        private readonly string _mark;
        private readonly TermBytesAttribute _term = new();
        private readonly IPositionIncrementAttribute _increment;
        private int _field;
        private int _text;
        private int _position;
        private int _marked;

        public BreakStream(string mark, FieldAnalysis[] fields)
        {
            _mark = mark;
            _fields = fields;
            AddAttributeImpl(_term);
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override void Reset()
        {
            _field = _text = 0;
            _position = _marked = -1;
        }

        public override bool IncrementToken()
        {
            for (; _field < _fields.Length; _field++, _text = 0)
            {
                while (_text < _fields[_field]._count)
                {
                    // The same steps as in a stream of words: a text without words takes up nothing.
                    var words = _fields[_field]._texts[_text].AnalyzedWords.Length;
                    var isFirst = _text + _field == 0;
                    _text++;
                    if (words == 0)
                    {
                        continue;
                    }

                    var start = _position + 1 + (isFirst ? 0 : FrenchAnalyzer.PositionGap);
                    _position = start + words - 1;
                    if (start > 0)
                    {
                        _term.Term = _mark;
                        _increment.PositionIncrement = start - 1 - _marked;
                        _marked = start - 1;
                        return true;
                    }
                }
            }

            return false;
        }
    }

    private sealed class LevelStream : TokenStream
    {
        private readonly FieldAnalysis[] _fields;
        private readonly AnalysisLevel _level;
        private readonly TermBytesAttribute _term = new();
        private readonly IPositionIncrementAttribute _increment;
        private int _field;
        private int _text;
        private int _word;
        private int _number;

        public LevelStream(FieldAnalysis[] fields, AnalysisLevel level)
        {
            _fields = fields;
            _level = level;
            AddAttributeImpl(_term);
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override void Reset() => _field = _text = _word = _number = 0;

        public override bool IncrementToken()
        {
            for (; _field < _fields.Length; _field++, _text = 0)
            {
                var field = _fields[_field];
                for (; _text < field._count; _text++, _word = 0)
                {
                    var words = field._texts[_text].AnalyzedWords;
                    for (; _word < words.Length; _word++, _number = 0)
                    {
                        if (words[_word].Term(_level, _number) is { } term && !(_level == AnalysisLevel.Stem && words[_word].Forms.IsGrammatical))
                        {
                            _term.Term = term;
                            _increment.PositionIncrement = _number > 0 ? 0 : _word == 0 && _text + _field > 0 ? 1 + FrenchAnalyzer.PositionGap : 1;
                            _number++;
                            return true;
                        }
                    }
                }
            }

            return false;
        }
    }
}
