namespace SearchService.Benchmarks.Http;

/// <summary>What a load over HTTP does.</summary>
/// <param name="Url">Where the service answers.</param>
/// <param name="Queries">The queries, asked in a random order that is the same in each run.</param>
/// <param name="Connections">How many connections at once, one measurement for each number.</param>
/// <param name="Duration">How long each measurement lasts.</param>
/// <param name="WarmUp">How long the same requests are sent before it without being counted.</param>
/// <param name="Shapes">The names of the shapes of requests, see <see cref="RequestShapes"/>.</param>
internal sealed record HttpSettings(
    Uri Url, IReadOnlyList<string> Queries, IReadOnlyList<int> Connections, TimeSpan Duration, TimeSpan WarmUp, IReadOnlyList<string> Shapes);
