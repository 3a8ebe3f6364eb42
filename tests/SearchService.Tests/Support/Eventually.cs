namespace SearchService.Tests.Support;

/// <summary>Waits for what a service does on its own.</summary>
public static class Eventually
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>Asks until the answer is yes; fails after 10 seconds, or what is given.</summary>
    /// <param name="condition">What is asked.</param>
    /// <param name="what">What is waited for, as the failure tells it.</param>
    /// <param name="deadline">How long to wait, if not 10 seconds.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? deadline = null)
    {
        var patience = deadline ?? Usual;
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < patience, $"Not within {patience.TotalSeconds} s: {what}.");
            await Task.Delay(20);
        }
    }
}
