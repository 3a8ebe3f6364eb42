using SearchService.Indexing;
using SearchService.Storage;

namespace SearchService.Hosting;

/// <summary>Says in one message why the service, or a verb, could not go on.</summary>
public static class StartFailure
{
    /// <summary>The message for a person, or null if the exception is a fault of the program.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingsException or IndexFolderInUseException or StoreException or IndexException or RebuildRefusedException => exception.Message,
        IOException when exception.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase)
            || exception.Message.Contains("Failed to bind to address", StringComparison.OrdinalIgnoreCase) =>
            $"L'adresse est déjà prise ou ne peut pas être ouverte : {exception.Message} Choisissez-en une autre avec --Urls=http://localhost:PORT.",
        InvalidOperationException or AggregateException when exception.InnerException is { } inner => Explain(inner),
        _ => null,
    };
}
