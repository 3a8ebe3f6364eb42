namespace SearchService.Tests.Endpoints;

/// <summary>Tests that run while no other does.</summary>
[CollectionDefinition(nameof(OneServiceInTheProcess), DisableParallelization = true)]
public sealed class OneServiceInTheProcess;
