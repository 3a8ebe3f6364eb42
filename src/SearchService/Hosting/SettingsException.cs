namespace SearchService.Hosting;

/// <summary>The service cannot start as it is configured; the message, in French, says what to change.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Says what to change.</summary>
    public SettingsException(string message)
        : base(message)
    {
    }
}
