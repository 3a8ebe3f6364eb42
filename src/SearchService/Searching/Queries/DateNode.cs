namespace SearchService.Searching.Queries;

/// <summary>Days of publication: <c>date:2025-12</c>, <c>date:[2025-12-01..2025-12-24]</c>.</summary>
/// <param name="Days">The days; one end at least is there, and the first is not after the last.</param>
/// <param name="Position">Where <c>date</c> stands.</param>
public sealed record DateNode(DayRange Days, int Position) : QueryNode(Position)
{
    private protected override bool HasSameContent(QueryNode other) => other is DateNode date && date.Days == Days;
}
