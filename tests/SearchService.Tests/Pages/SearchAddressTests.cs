using Microsoft.AspNetCore.WebUtilities;
using SearchService.Pages.Results;
using SearchService.Searching;

namespace SearchService.Tests.Pages;

public sealed class SearchAddressTests
{
    [Fact]
    public void A_search_with_its_defaults_is_its_query() => Assert.Equal("/?q=l%27%C3%A9t%C3%A9%20%26%20co", SearchAddress.Of(new SearchRequest { Query = "l'été & co" }));

    [Fact]
    public void An_address_leads_back_to_its_search()
    {
        var request = new SearchRequest
        {
            Query = "a & b?",
            Topics = ["Sport", "A/B"],
            Stories = ["\"x\" & <y>"],
            Sources = ["S+T"],
            Days = new DayRange(20250301, 20251231),
            Operator = SearchOperator.Any,
            Sort = SearchSort.Oldest,
            Size = 25,
            Page = 3,
            Collapse = true,
        };
        var address = SearchAddress.Of(request, "/feed.atom");
        Assert.StartsWith("/feed.atom?", address, StringComparison.Ordinal);
        var said = QueryHelpers.ParseQuery(new Uri("http://x" + address).Query);
        var read = new SearchParameters
        {
            Q = said["q"],
            Topic = [.. said["topic"]!],
            Story = [.. said["story"]!],
            Source = [.. said["source"]!],
            From = said["from"],
            To = said["to"],
            Operator = said["operator"],
            Sort = said["sort"],
            Size = said["size"],
            Page = said["page"],
            Collapse = said["collapse"],
        }.Read(2000, out var fault);

        Assert.Null(fault);
        Assert.Equal(address, SearchAddress.Of(read!, "/feed.atom"));
        Assert.Equal(request.Days, read!.Days);
        Assert.Equal(request.Stories, read.Stories);
    }
}
