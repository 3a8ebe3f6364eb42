namespace SearchService.Searching;

/// <summary>A parameter of a request that cannot be used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Message">What is expected, in French.</param>
public sealed record ParameterFault(string Name, string Message);
