namespace SearchService.Benchmarks.Relevance;

/// <summary>The command line asks for something that does not exist; the message tells what is wrong.</summary>
internal sealed class UsageException(string message) : Exception(message);
