namespace SearchService.Searching.Queries;

/// <summary>Days of publication: <c>date:</c>.</summary>
/// <param name="Days">The days.</param>
public sealed record DaysClause(DayRange Days) : QueryClause;
