using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SearchService.Pages;

/// <summary>A page as the answer of a route.</summary>
public static class PageResult
{
    /// <summary>Renders a page.</summary>
    /// <param name="parameters">Its parameters, as an anonymous object.</param>
    /// <param name="status">The status of the answer.</param>
    public static RazorComponentResult Of<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };
}
