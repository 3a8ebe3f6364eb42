namespace SearchService.Searching.Highlighting;

/// <summary>A part of a query that is looked for in text after text.</summary>
internal abstract class SpanSource
{
    /// <summary>Where it stands in the text, by first word.</summary>
    public List<WordSpan> Spans { get; } = [];

    /// <summary>Fills <see cref="Spans"/> once the words of the text have been seen.</summary>
    /// <param name="words">How many words the text has.</param>
    public abstract void Collect(int words);

    /// <summary>Asks for the words of a span to be marked.</summary>
    /// <param name="number">Its number in <see cref="Spans"/>.</param>
    public abstract void Want(int number);
}
