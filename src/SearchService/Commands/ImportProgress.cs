using System.Globalization;

namespace SearchService.Commands;

/// <summary>Tells on standard error how far an import is: on one line of a terminal, now and then in a file.</summary>
/// <param name="output">Where to tell.</param>
/// <param name="isTerminal">Whether a line can be written over.</param>
/// <param name="bytes">How long the files are together, in bytes, compressed as they are.</param>
/// <param name="time">The clock.</param>
internal sealed class ImportProgress(TextWriter output, bool isTerminal, long bytes, TimeProvider time)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(10);
    private readonly long _started = time.GetTimestamp();
    private long _told = time.GetTimestamp();
    private int _width;

    /// <summary>Tells it unless that was done a moment ago.</summary>
    /// <param name="accepted">How many articles were read.</param>
    /// <param name="read">How many of the bytes were.</param>
    public void Tell(long accepted, long read)
    {
        if (time.GetElapsedTime(_told) < _pause)
        {
            return;
        }

        _told = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_started);
        var share = bytes == 0 ? 1 : Math.Min(1, (double)read / bytes);
        var left = share > 0 ? elapsed * ((1 - share) / share) : TimeSpan.Zero;
        Write(string.Create(French, $"Articles lus : {accepted:N0} ; {share:P0} ; {accepted / elapsed.TotalSeconds:N0} par seconde ; reste environ {Duration(left)}"));
    }

    /// <summary>Tells a problem on a line of its own.</summary>
    public void Report(object problem)
    {
        EndLine();
        output.WriteLine(problem);
    }

    /// <summary>Ends the line that is written over, if there is one.</summary>
    public void EndLine()
    {
        if (_width > 0)
        {
            output.WriteLine();
            _width = 0;
        }
    }

    private static string Duration(TimeSpan span) => span.TotalMinutes >= 1
        ? string.Create(French, $"{Math.Ceiling(span.TotalMinutes):N0} min")
        : string.Create(French, $"{Math.Ceiling(span.TotalSeconds):N0} s");

    private void Write(string line)
    {
        if (!isTerminal)
        {
            output.WriteLine(line);
            return;
        }

        output.Write("\r" + line.PadRight(_width)); // a shorter line leaves nothing of the longer one
        _width = line.Length;
    }
}
