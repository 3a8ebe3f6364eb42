using SearchService.Tests.Support;

namespace SearchService.Tests.Endpoints;

public sealed class SearchFilterTests(NewsService news) : IClassFixture<NewsService>
{
    [Theory]
    [InlineData("&topic=Politique", "n1 n6")]
    [InlineData("&topic=Politique&topic=Sport", "n4 n1 n6")]
    [InlineData("&topic=Culture", "n2")]
    [InlineData("&topic=Culture/Patrimoine", "n2")]
    [InlineData("&topic=Politique&source=AFP", "n1")]
    [InlineData("&source=AFP&source=Reuters", "n3 n2 n1 n6")]
    [InlineData("&story=Canicule", "n3")]
    [InlineData("&topic=Inconnu", "")]
    [InlineData("&topic=", "n5 n4 n3 n2 n1 n6")]
    [InlineData("&from=2025-03-02&to=2025-03-02", "n3 n2")]
    [InlineData("&from=2025-04", "n5 n4")]
    [InlineData("&to=2025-03", "n3 n2 n1")]
    [InlineData("&from=2025&to=2025", "n5 n4 n3 n2 n1")]
    [InlineData("&to=2025-04-10", "n4 n3 n2 n1")]
    [InlineData("&sort=oldest", "n1 n2 n3 n4 n5 n6")]
    [InlineData("&sort=newest&size=2&page=2", "n3 n2")]
    [InlineData("&size=4&page=3", "")]
    public async Task A_search_keeps(string parameters, string ids) =>
        Assert.Equal(ids, string.Join(' ', await news.Client.IdsAsync("", parameters)));

    [Fact]
    public async Task A_selection_does_not_shrink_its_own_facet()
    {
        var open = await news.Client.SearchAsync("");
        var chosen = await news.Client.SearchAsync("", "&source=AFP");

        Assert.Equal(["AFP=2", "Reuters=2", "A&B=1", "Ouest Dépêches=1"], open.Facet("source"));
        Assert.Equal(["AFP=2*", "Reuters=2", "A&B=1", "Ouest Dépêches=1"], chosen.Facet("source"));
        Assert.Equal(2, chosen.GetProperty("total").GetInt32());
        Assert.Equal(["Environnement=1", "Politique=1"], chosen.Facet("topic"));
    }

    [Fact]
    public async Task Selections_in_two_facets_shrink_each_other()
    {
        var answer = await news.Client.SearchAsync("", "&source=AFP&source=Reuters&topic=Politique");

        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(["AFP=1*", "Reuters=1*"], answer.Facet("source"));
        Assert.Equal(["Politique=2*", "Culture=1", "Culture/Patrimoine=1", "Environnement=1"], answer.Facet("topic"));
        Assert.Equal(["2025-03-01=1"], answer.Facet("date"));
    }

    [Fact]
    public async Task A_selected_value_that_counts_0_is_still_listed()
    {
        var answer = await news.Client.SearchAsync("poney", "&source=AFP");

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        Assert.Equal(["A&B=1", "AFP=0*"], answer.Facet("source"));
    }

    [Fact]
    public async Task The_date_facet_obeys_every_filter_and_counts_months_over_a_long_time()
    {
        Assert.Equal(["2025-03=3", "2025-04=1", "2025-05=1"], (await news.Client.SearchAsync("")).Facet("date").Order());
        Assert.Equal(["2025-03-01=1", "2025-03-02=2"], (await news.Client.SearchAsync("", "&to=2025-03")).Facet("date").Order());
    }

    [Fact]
    public async Task Only_the_facets_that_are_asked_for_are_counted()
    {
        Assert.Equal(["source"], (await news.Client.SearchAsync("", "&facets=source")).GetProperty("facets").Names());
        Assert.Empty((await news.Client.SearchAsync("", "&facets=none")).GetProperty("facets").Names());
        Assert.Single((await news.Client.SearchAsync("", "&facetSize=1")).Facet("source"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "&sort=oldest")]
    [InlineData("", "&sort=newest")]
    [InlineData("la les des au un", "&operator=any&sort=relevance")]
    public async Task Cursors_walk_through_all_hits_once(string query, string parameters)
    {
        var all = await news.Client.IdsAsync(query, parameters + "&size=100");
        var walked = new List<string>();
        string? cursor = null;
        do
        {
            var answer = await news.Client.SearchAsync(query, parameters + "&size=2" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            walked.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            cursor = answer.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && walked.Count <= all.Length);

        Assert.True(all.Length > 2);
        Assert.Equal(all, walked);
    }
}
