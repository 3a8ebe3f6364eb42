namespace SearchService.Tests.Support;

/// <summary>Waits for what a service does on its own.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Asks until the answer is yes; fails after 10 seconds.</summary>
    /// <param name="condition">What is asked.</param>
    /// <param name="what">What is waited for, as the failure tells it.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, $"Not within {Deadline.TotalSeconds} s: {what}.");
            await Task.Delay(50);
        }
    }
}
