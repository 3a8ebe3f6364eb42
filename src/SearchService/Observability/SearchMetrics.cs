using System.Diagnostics.Metrics;

namespace SearchService.Observability;

/// <summary>The instruments of the service: a name, a unit and a method each.</summary>
public sealed class SearchMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "SearchService";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _empty;
    private readonly Counter<long> _timeouts;
    private readonly Counter<long> _rebuilds;
    private readonly Counter<long> _ingested;
    private readonly Counter<long> _problems;
    private readonly Counter<long> _unknownFields;

    /// <summary>Makes the instruments.</summary>
    public SearchMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram(
            "searchservice.search.duration", "s", "Time of a search inside the service; its count is the number of searches.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2] });
        _empty = _meter.CreateCounter<long>("searchservice.search.empty", description: "Searches that found nothing.");
        _timeouts = _meter.CreateCounter<long>("searchservice.search.timeouts", description: "Searches given up because they took too long.");
        _rebuilds = _meter.CreateCounter<long>("searchservice.rebuilds", description: "Rebuilds that ended, by outcome.");
        _ingested = _meter.CreateCounter<long>("searchservice.ingestion.articles", description: "Articles read from files and requests.");
        _problems = _meter.CreateCounter<long>("searchservice.ingestion.problems", description: "Problems met while reading, by code.");
        _unknownFields = _meter.CreateCounter<long>("searchservice.ingestion.unknown_fields", description: "Fields of articles that were passed over.");
    }

    /// <summary>A search was answered.</summary>
    public void Searched(TimeSpan took, int total)
    {
        _duration.Record(took.TotalSeconds);
        if (total == 0)
        {
            _empty.Add(1);
        }
    }

    /// <summary>A search was given up.</summary>
    public void TimedOut() => _timeouts.Add(1);

    /// <summary>A rebuild ended: <c>succeeded</c>, <c>failed</c> or <c>canceled</c>.</summary>
    public void Rebuilt(string outcome) => _rebuilds.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Articles were read.</summary>
    public void Ingested(long articles, long unknownFields)
    {
        _ingested.Add(articles);
        _unknownFields.Add(unknownFields);
    }

    /// <summary>A problem was met while reading.</summary>
    public void IngestionProblem(string code) => _problems.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>Observes how many articles searches see and how many changes they do not see yet.</summary>
    public void ObserveIndex(Func<long> documents, Func<long> pending)
    {
        _meter.CreateObservableGauge("searchservice.index.documents", documents, description: "Articles that searches see.");
        _meter.CreateObservableGauge("searchservice.index.pending", pending, description: "Changes of the store that searches do not see yet.");
    }
}
