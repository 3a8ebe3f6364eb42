namespace SearchService.Searching.Tables;

/// <summary>Memory that segments share beyond what each has for itself: a small index may take much of it, a large one no more. Safe for all threads.</summary>
/// <param name="bytes">How much there is.</param>
internal sealed class TableRoom(long bytes)
{
    private long _taken;

    /// <summary>How many bytes nobody has taken; two segments that ask at once may both get them.</summary>
    public long Free => Math.Max(0, bytes - Interlocked.Read(ref _taken));

    /// <summary>Takes bytes, or with a negative number gives them back.</summary>
    public void Take(long number) => Interlocked.Add(ref _taken, number);
}
