namespace SearchService.Lexicon;

/// <summary>A condition of an affix rule: letters, <c>.</c> for any, <c>[abc]</c> and <c>[^abc]</c>, held against the end of a word.</summary>
internal sealed class EndingCondition
{
    private readonly List<(string Letters, bool Negated)> _positions = [];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public EndingCondition(string text)
    {
        if (text == ".")
        {
            return;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '[')
            {
                _positions.Add(text[at] == '.' ? ("", true) : (text[at].ToString(), false));
                continue;
            }

            var end = text.IndexOf(']', at);
            if (end < 0)
            {
                throw new FormatException($"The condition \"{text}\" has a bracket that is not closed.");
            }

            var negated = text[at + 1] == '^';
            _positions.Add((text[(at + (negated ? 2 : 1))..end], negated));
            at = end;
        }
    }

    /// <summary>Whether a word ends as the condition says.</summary>
    public bool Holds(string word)
    {
        if (word.Length < _positions.Count)
        {
            return false;
        }

        var start = word.Length - _positions.Count;
        for (var i = 0; i < _positions.Count; i++)
        {
            if (_positions[i].Letters.Contains(word[start + i], StringComparison.Ordinal) == _positions[i].Negated)
            {
                return false;
            }
        }

        return true;
    }
}
