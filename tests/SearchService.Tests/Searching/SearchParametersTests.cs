using SearchService.Searching;
using SearchService.Searching.Facets;

namespace SearchService.Tests.Searching;

public sealed class SearchParametersTests
{
    private const int MaxQueryLength = 20;

    [Fact]
    public void Without_parameters_the_defaults_hold()
    {
        var request = Read(new SearchParameters());
        Assert.Equal("", request.Query);
        Assert.Equal(SearchOperator.Auto, request.Operator);
        Assert.Equal(SearchSort.Relevance, request.Sort);
        Assert.Equal((10, 1, 100), (request.Size, request.Page, request.FacetSize));
        Assert.Equal(4, request.Facets.Count);
        Assert.True(request.Days.IsOpen);
        Assert.Empty(request.Topics.Concat(request.Stories).Concat(request.Sources));
        Assert.False(request.Explain);
        Assert.Null(request.Cursor);
    }

    [Fact]
    public void An_empty_parameter_is_an_absent_one()
    {
        var request = Read(new SearchParameters
        {
            Q = "",
            Topic = ["", " "],
            From = "",
            To = "",
            Operator = "",
            Sort = "",
            Size = "",
            Page = "",
            Cursor = "",
            Facets = "",
            FacetSize = "",
            Explain = "",
        });
        Assert.Equal((10, 1, 100, 4), (request.Size, request.Page, request.FacetSize, request.Facets.Count));
        Assert.Empty(request.Topics);
    }

    [Theory]
    [InlineData("q", "vingt et un caractères", "La requête a 22 caractères ; 20 au plus sont admis (Search:MaxQueryLength).")]
    [InlineData("from", "hier", "« from » doit être un jour, un mois ou une année : 2025-12-24, 2025-12 ou 2025.")]
    [InlineData("to", "2025-02-30", "« to » doit être un jour, un mois ou une année : 2025-12-24, 2025-12 ou 2025.")]
    [InlineData("operator", "et", "« operator » doit valoir auto, all ou any.")]
    [InlineData("operator", "1", "« operator » doit valoir auto, all ou any.")]
    [InlineData("sort", "date", "« sort » doit valoir relevance, newest ou oldest.")]
    [InlineData("size", "-1", "« size » doit être un nombre entier de 0 à 100.")]
    [InlineData("size", "101", "« size » doit être un nombre entier de 0 à 100.")]
    [InlineData("size", "dix", "« size » doit être un nombre entier de 0 à 100.")]
    [InlineData("size", "10.0", "« size » doit être un nombre entier de 0 à 100.")]
    [InlineData("size", "99999999999", "« size » doit être un nombre entier de 0 à 100.")]
    [InlineData("page", "0", "« page » doit être un nombre entier de 1 à 10000.")]
    [InlineData("page", "10001", "« page » doit être un nombre entier de 1 à 10000.")]
    [InlineData("page", "1001", "Les pages atteignent les 10000 premiers résultats ; au-delà, continuez avec « cursor ».")]
    [InlineData("cursor", "rien", "« cursor » n'est pas un nextCursor de cette recherche, ou le tri a changé.")]
    [InlineData("facets", "topic,auteur", "« facets » doit valoir topic, story, source ou date.")]
    [InlineData("facets", "none,topic", "« facets » doit valoir topic, story, source ou date.")]
    [InlineData("facetSize", "0", "« facetSize » doit être un nombre entier de 1 à 1000.")]
    [InlineData("facetSize", "1001", "« facetSize » doit être un nombre entier de 1 à 1000.")]
    [InlineData("explain", "oui", "« explain » doit valoir true ou false.")]
    public void A_value_out_of_its_limits_is_a_fault_in_French(string name, string value, string message) =>
        Assert.Equal(new ParameterFault(name, message), Fault(With(name, value)));

    [Theory]
    [InlineData("q", "vingt caractères ...")]
    [InlineData("operator", "ANY")]
    [InlineData("sort", "Oldest")]
    [InlineData("size", "0")]
    [InlineData("size", "100")]
    [InlineData("page", "1000")]
    [InlineData("facets", " topic , date ")]
    [InlineData("facets", "none")]
    [InlineData("facetSize", "1")]
    [InlineData("facetSize", "1000")]
    [InlineData("explain", "false")]
    public void A_value_at_its_limits_is_taken(string name, string value) => Read(With(name, value));

    [Fact]
    public void Values_are_understood()
    {
        var request = Read(new SearchParameters
        {
            Q = "budget",
            Topic = ["Sport", "Monde/Asie"],
            Story = ["CAN-2025"],
            Source = ["AFP"],
            From = "2025-02",
            To = "2025-02",
            Operator = "all",
            Sort = "oldest",
            Size = "5",
            Page = "3",
            Facets = "story,date",
            FacetSize = "7",
            Explain = "true",
        });
        Assert.Equal("budget", request.Query);
        Assert.Equal(["Sport", "Monde/Asie"], request.Selected(FacetField.Topic));
        Assert.Equal(["CAN-2025"], request.Selected(FacetField.Story));
        Assert.Equal(["AFP"], request.Selected(FacetField.Source));
        Assert.Empty(request.Selected(FacetField.Date));
        Assert.Equal(new DayRange(20250201, 20250228), request.Days);
        Assert.Equal((SearchOperator.All, SearchSort.Oldest), (request.Operator, request.Sort));
        Assert.Equal((5, 3, 7, true), (request.Size, request.Page, request.FacetSize, request.Explain));
        Assert.True(request.Facets.SetEquals([FacetField.Story, FacetField.Date]));
    }

    [Fact]
    public void From_after_to_is_a_fault() => Assert.Equal(
        new ParameterFault("from", "« from » (2025-03) est après « to » (2025-02)."),
        Fault(new SearchParameters { From = "2025-03", To = "2025-02" }));

    [Fact]
    public void A_month_from_and_a_day_of_it_to_is_none() =>
        Assert.Equal(new DayRange(20250301, 20250301), Read(new SearchParameters { From = "2025-03", To = "2025-03-01" }).Days);

    [Theory]
    [InlineData("100", "100", true)]
    [InlineData("100", "101", false)]
    [InlineData("0", "10000", true)]
    [InlineData("1", "10000", true)]
    public void Pages_reach_the_first_10_000_hits(string size, string page, bool taken)
    {
        var request = new SearchParameters { Size = size, Page = page }.Read(MaxQueryLength, out var fault);
        Assert.Equal(taken, request is not null);
        Assert.Equal(taken ? null : "page", fault?.Name);
    }

    [Fact]
    public void A_cursor_with_a_page_is_a_fault() => Assert.Equal(
        new ParameterFault("cursor", "« cursor » et « page » ne vont pas ensemble."),
        Fault(new SearchParameters { Q = "mot", Page = "1", Cursor = Cursor(SearchSort.Relevance) }));

    [Theory]
    [InlineData("mot", null, SearchSort.Relevance)]
    [InlineData("mot", "newest", SearchSort.Newest)]
    [InlineData("mot", "oldest", SearchSort.Oldest)]
    [InlineData("*", null, SearchSort.Newest)]
    [InlineData("", "relevance", SearchSort.Newest)]
    [InlineData(null, "oldest", SearchSort.Oldest)]
    public void A_cursor_goes_with_the_order_it_came_from_only(string? q, string? sort, SearchSort order)
    {
        foreach (var from in Enum.GetValues<SearchSort>())
        {
            var parameters = new SearchParameters { Q = q, Sort = sort, Cursor = Cursor(from) };
            if (from == order)
            {
                Assert.Equal("id-7", Read(parameters).Cursor!.Id);
            }
            else
            {
                Assert.Equal("« cursor » n'est pas un nextCursor de cette recherche, ou le tri a changé.", Fault(parameters).Message);
            }
        }
    }

    [Fact]
    public void The_first_fault_is_told() => Assert.Equal("from", Fault(new SearchParameters { Size = "x", From = "x", Explain = "x" }).Name);

    private static string Cursor(SearchSort sort) => new SearchCursor(sort, 1, 0, "id-7", 0).ToString();

    private static SearchRequest Read(SearchParameters parameters)
    {
        var request = parameters.Read(MaxQueryLength, out var fault);
        Assert.Null(fault);
        return request!;
    }

    private static ParameterFault Fault(SearchParameters parameters)
    {
        Assert.Null(parameters.Read(MaxQueryLength, out var fault));
        return fault!;
    }

    private static SearchParameters With(string name, string value) => name switch
    {
        "q" => new SearchParameters { Q = value },
        "from" => new SearchParameters { From = value },
        "to" => new SearchParameters { To = value },
        "operator" => new SearchParameters { Operator = value },
        "sort" => new SearchParameters { Sort = value },
        "size" => new SearchParameters { Size = value },
        "page" => new SearchParameters { Page = value },
        "cursor" => new SearchParameters { Cursor = value },
        "facets" => new SearchParameters { Facets = value },
        "facetSize" => new SearchParameters { FacetSize = value },
        "explain" => new SearchParameters { Explain = value },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
