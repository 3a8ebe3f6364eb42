using System.Globalization;
using SearchService.Articles;
using SearchService.Searching.Facets;

namespace SearchService.Searching;

/// <summary>The parameters of a search as text, as an address or a command line gives them.</summary>
public sealed class SearchParameters
{
    /// <summary>The query; empty or * finds everything, newest first.</summary>
    public string? Q { get; set; }

    /// <summary>Keep articles with one of these topics; repeatable.</summary>
    public string[]? Topic { get; set; }

    /// <summary>Keep articles of one of these running stories; repeatable.</summary>
    public string[]? Story { get; set; }

    /// <summary>Keep articles of one of these sources; repeatable.</summary>
    public string[]? Source { get; set; }

    /// <summary>First day of publication, inclusive: 2025-12-24, 2025-12 or 2025.</summary>
    public string? From { get; set; }

    /// <summary>Last day of publication, inclusive: 2025-12-24, 2025-12 or 2025.</summary>
    public string? To { get; set; }

    /// <summary>auto, all or any of the words.</summary>
    public string? Operator { get; set; }

    /// <summary>relevance, newest or oldest.</summary>
    public string? Sort { get; set; }

    /// <summary>Hits of an answer, 0 to 100.</summary>
    public string? Size { get; set; }

    /// <summary>Page of hits, from 1; reaches the first 10,000 hits.</summary>
    public string? Page { get; set; }

    /// <summary>Goes on after the answer that gave this nextCursor; not with page.</summary>
    public string? Cursor { get; set; }

    /// <summary>Comma list of topic, story, source, date; or none.</summary>
    public string? Facets { get; set; }

    /// <summary>Values listed per facet, 1 to 1000.</summary>
    public string? FacetSize { get; set; }

    /// <summary>story: one hit per running story.</summary>
    public string? Collapse { get; set; }

    /// <summary>true tells per hit why it scores so.</summary>
    public string? Explain { get; set; }

    /// <summary>Understands the parameters.</summary>
    /// <param name="maxQueryLength">The longest query.</param>
    /// <param name="fault">The first parameter that cannot be used, if the result is null.</param>
    public SearchRequest? Read(int maxQueryLength, out ParameterFault? fault)
    {
        var reading = new Reading();
        var request = new SearchRequest
        {
            Query = reading.Query(Q, maxQueryLength),
            Topics = Values(Topic),
            Stories = Values(Story),
            Sources = Values(Source),
            Days = reading.Days(From, To),
            Operator = reading.Choice("operator", Operator, SearchOperator.Auto),
            Sort = reading.Choice("sort", Sort, SearchSort.Relevance),
            Size = reading.Number("size", Size, 10, 0, SearchRequest.MaxSize),
            Page = reading.Number("page", Page, 1, 1, SearchRequest.MaxPagedHits),
            Facets = reading.FacetFields(Facets),
            FacetSize = reading.Number("facetSize", FacetSize, 100, 1, SearchRequest.MaxFacetSize),
            Collapse = reading.Collapse(Collapse),
            Explain = reading.Flag("explain", Explain),
        };
        request = reading.Place(request, Cursor, Page);
        fault = reading.Fault;
        return fault is null ? request : null;
    }

    private static string[] Values(string[]? values) => [.. (values ?? []).Select(ArticleText.Clean).OfType<string>()];

    private sealed class Reading
    {
        public ParameterFault? Fault { get; private set; }

        public string Query(string? text, int maxLength)
        {
            if (text?.Length > maxLength)
            {
                Fail("q", $"La requête a {text.Length} caractères ; {maxLength} au plus sont admis (Search:MaxQueryLength).");
            }

            return text ?? "";
        }

        public DayRange Days(string? from, string? to)
        {
            var days = new DayRange(Day("from", from, end: false), Day("to", to, end: true));
            if (days.From > days.To)
            {
                Fail("from", $"« from » ({from}) est après « to » ({to}).");
            }

            return days;
        }

        public int Number(string name, string? text, int absent, int min, int max)
        {
            if (string.IsNullOrEmpty(text))
            {
                return absent;
            }

            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
            {
                Fail(name, $"« {name} » doit être un nombre entier de {min} à {max}.");
            }

            return number;
        }

        public bool Flag(string name, string? text)
        {
            if (text is null or "" or "false")
            {
                return false;
            }

            if (text != "true")
            {
                Fail(name, $"« {name} » doit valoir true ou false.");
            }

            return true;
        }

        public bool Collapse(string? text)
        {
            if (!string.IsNullOrEmpty(text) && text != "story")
            {
                Fail("collapse", "« collapse » ne peut valoir que story.");
            }

            return text == "story";
        }

        public T Choice<T>(string name, string? text, T absent)
            where T : struct, Enum
        {
            if (string.IsNullOrEmpty(text))
            {
                return absent;
            }

            foreach (var value in Enum.GetValues<T>())
            {
                if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            Fail(name, $"« {name} » doit valoir {Alternatives([.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())])}.");
            return absent;
        }

        public HashSet<FacetField> FacetFields(string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return Enum.GetValues<FacetField>().ToHashSet();
            }

            return text == "none"
                ? []
                : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => Choice("facets", name, FacetField.Topic))
                    .ToHashSet();
        }

        /// <summary>Where in the hits the answer starts.</summary>
        public SearchRequest Place(SearchRequest request, string? cursor, string? page)
        {
            if (string.IsNullOrEmpty(cursor))
            {
                if ((long)request.Page * request.Size > SearchRequest.MaxPagedHits)
                {
                    Fail("page", $"Les pages atteignent les {SearchRequest.MaxPagedHits} premiers résultats ; au-delà, continuez avec « cursor ».");
                }

                return request;
            }

            if (!string.IsNullOrEmpty(page))
            {
                Fail("cursor", "« cursor » et « page » ne vont pas ensemble.");
            }

            var place = SearchCursor.Parse(cursor);
            if (place is null || place.Sort != request.EffectiveSort)
            {
                Fail("cursor", "« cursor » n'est pas un nextCursor de cette recherche, ou le tri a changé.");
            }

            return request with { Cursor = place };
        }

        private int? Day(string name, string? text, bool end)
        {
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            if (!DayRange.TryParseDay(text, end, out var day))
            {
                Fail(name, $"« {name} » doit être un jour, un mois ou une année : 2025-12-24, 2025-12 ou 2025.");
            }

            return day;
        }

        private static string Alternatives(string[] names) => string.Join(", ", names[..^1]) + " ou " + names[^1];

        private void Fail(string name, string message) => Fault ??= new ParameterFault(name, message);
    }
}
