using CsCheck;
using SearchService.Articles;
using SearchService.Indexing;
using SearchService.Searching.Suggestions;
using SearchService.Storage;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Suggestions;

public sealed class SuggesterTests : IDisposable
{
    private static readonly DateTimeOffset Start = Make.Date("2025-12-01T08:00:00+01:00");

    private readonly TestEngine _engine = new();
    private int _number;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("elec", "élections=2, électricité=1, élection=1")]
    [InlineData("ÉLEC", "élections=2, électricité=1, élection=1")]
    [InlineData("e\u0301lec", "élections=2, électricité=1, élection=1")]
    [InlineData("l'éle", "l'électricité=1, l'élection=1")]
    [InlineData("L’ele", "L’électricité=1, L’élection=1")]
    [InlineData("d'élections", "d'élections=2")]
    [InlineData("zel", "Zelensky=2")]
    [InlineData("coeu", "cœur=1")]
    [InlineData("œu", "œufs=1")]
    [InlineData("saint-d", "Saint-Denis=2")]
    [InlineData("à saint-de", "à Saint-Denis=2")]
    [InlineData("la post", "la Poste=1")]
    [InlineData("xyz", "")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("la ", "")]
    [InlineData("l'", "")]
    [InlineData("…", "")]
    public void The_last_word_is_completed_as_the_headlines_write_it(string typed, string terms)
    {
        Index(
            "Les élections approchent", "Des élections sous tension", "Une élection pour rien", "Un choc: l'électricité augmente",
            "À Paris, Zelensky rencontre le maire", "Ce que veut Zelensky", "Au cœur du débat", "Le prix des œufs",
            "Grève à Saint-Denis", "Saint-Denis attend", "Grève à La Poste");

        Assert.Equal(terms, Terms(_engine.Get<Suggester>().Suggest(typed, 10)));
    }

    [Theory]
    [InlineData("emmanuel mac", "emmanuel Macron=2")]
    [InlineData("Emmanuel ", "Emmanuel Macron=2, Emmanuel Petit=1, Emmanuel soir=1, Emmanuel Lyon=1, Emmanuel dit=1")]
    [InlineData("macron à ly", "macron à Lyon=1")]
    [InlineData("petit mac", "")]
    [InlineData("petit xyz", "")]
    public void The_words_before_it_choose_what_stands_beside_them(string typed, string terms)
    {
        Index("Ce que dit Emmanuel Macron", "À Lyon, Emmanuel Macron", "Un soir, Emmanuel Petit", "La machine de Nantes", "Les machines de Nantes");

        Assert.Equal(terms, Terms(_engine.Get<Suggester>().Suggest(typed, 10)));
    }

    [Fact]
    public void A_word_that_stands_in_no_headline_is_offered_as_its_article_writes_it()
    {
        Index(Article("Revue du jour", "Volodymyr Zelensky arrive.", "La zélatrice et le zèle."));

        Assert.Equal("zélatrice=1, zèle=1, Zelensky=1", Terms(_engine.Get<Suggester>().Suggest("z", 10)));
    }

    [Fact]
    public void Counts_are_of_articles_wherever_the_word_stands()
    {
        Index(Article("La grève dure", "La grève continue."), Article("Revue du jour", "Une grève."), Article("Fin de la grève", "Rien."));

        Assert.Equal("grève=3", Terms(_engine.Get<Suggester>().Suggest("gre", 10)));
    }

    [Fact]
    public void Topics_and_stories_come_first_where_they_start_so_and_last_where_they_hold_it()
    {
        Index(
            Article("Le tri ralentit") with { Story = "Cyberattaque contre La Poste", Topics = ["Économie"] },
            Article("Postier, un métier") with { Story = "Postiers en grève" },
            Article("Le tri reprend") with { Story = "Cyberattaque contre La Poste", Topics = ["Économie/Postes"] });

        Assert.Equal(
            ["Story Postiers en grève=1", "Term postier=1", "Topic Économie/Postes=1", "Story Cyberattaque contre La Poste=2", "Headline Postier, un métier=1"],
            Show(_engine.Get<Suggester>().Suggest("post", 10)));
    }

    [Theory]
    [InlineData("cyb", "Cyberattaque contre La Poste")]
    [InlineData("poste", "Cyberattaque contre La Poste")]
    [InlineData("contre la po", "Cyberattaque contre La Poste")]
    [InlineData("cyberattaque poste", "Cyberattaque contre La Poste")]
    [InlineData("cyberattaque ", "Cyberattaque contre La Poste")]
    [InlineData("berattaque", null)]
    [InlineData("poste lyon", null)]
    public void A_story_is_found_by_the_start_of_any_of_its_words(string typed, string? story)
    {
        Index(Article("Le tri ralentit") with { Story = "Cyberattaque contre La Poste" });

        Assert.Equal(story, _engine.Get<Suggester>().Suggest(typed, 10).SingleOrDefault(suggestion => suggestion.Kind == SuggestionKind.Story)?.Text);
    }

    [Fact]
    public void Headlines_are_the_newest_that_hold_all_words_and_equal_ones_are_one()
    {
        Index("Grève à Lyon", "La grève à Lyon continue", "Grève à Nantes", "Fin de la grève à Lyon", "Fin de la grève à Lyon", "Lyon fête ses grévistes");

        Assert.Equal(
            ["Lyon fête ses grévistes=1", "Fin de la grève à Lyon=2", "La grève à Lyon continue=1", "Grève à Lyon=1"],
            Of(SuggestionKind.Headline, _engine.Get<Suggester>().Suggest("lyon gre", 50)));
        Assert.Equal(["Grève à Nantes=1"], Of(SuggestionKind.Headline, _engine.Get<Suggester>().Suggest("nant", 50)));
    }

    [Fact]
    public void What_is_deleted_or_hidden_neither_shows_nor_counts()
    {
        Index(
            Article("Zelensky à Paris") with { Id = "a", Story = "Zelensky en France", Topics = ["Zénith"] },
            Article("Rencontre avec Zelensky") with { Id = "b", Story = "Zelensky en France" },
            Article("Zebulon saute") with { Id = "c" });
        var suggester = _engine.Get<Suggester>();
        Assert.Equal(
            ["Topic Zénith=1", "Story Zelensky en France=2", "Term Zelensky=2", "Term Zebulon=1", "Headline Zebulon saute=1", "Headline Rencontre avec Zelensky=1", "Headline Zelensky à Paris=1"],
            Show(suggester.Suggest("z", 10)));

        _engine.Store.Apply([ArticleChange.Delete("a"), ArticleChange.Delete("c")]);
        _engine.Get<IndexFollower>().CatchUp(1, TestContext.Current.CancellationToken);

        Assert.Equal(["Story Zelensky en France=1", "Term Zelensky=1", "Headline Rencontre avec Zelensky=1"], Show(suggester.Suggest("z", 10)));
        Assert.Empty(suggester.Suggest("zebulon s", 10));

        Index(Article("Rencontre avec Zelensky") with { Id = "b", Status = ArticleStatus.Withheld });

        Assert.Empty(suggester.Suggest("z", 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public void There_are_as_many_as_asked_for_and_no_two_alike(int size)
    {
        Index(Enumerable.Range(0, 60).Select(i => Article($"Marché {(char)('a' + (i % 26))}mar{i} marin{i}") with { Story = $"Marée {i % 7}", Topics = ["Marché"] }));

        var suggestions = _engine.Get<Suggester>().Suggest("mar", size);

        Assert.Equal(size, suggestions.Count);
        Assert.Equal(size, suggestions.DistinctBy(suggestion => suggestion.Text.ToUpperInvariant()).Count());
        Assert.Equal(SuggestionKind.Topic, suggestions[0].Kind);
    }

    [Fact]
    public void A_recent_word_stands_before_one_of_a_year_ago_that_is_as_frequent()
    {
        Index(
            Article("Un volcan") with { PublishedAt = Start.AddYears(-1) }, Article("Le volcan fume") with { PublishedAt = Start.AddYears(-1) },
            Article("Un volant") with { PublishedAt = Start }, Article("Le volant tourne") with { PublishedAt = Start });

        Assert.Equal("volant=2, volcan=2", Terms(_engine.Get<Suggester>().Suggest("vol", 10)));
    }

    [Fact]
    public void Any_text_is_taken_and_what_is_offered_exists()
    {
        Index("La mairie de Nantes rénove ses écoles", "L'avocat du journal", "<mark>Oui</mark> & non", "a b c d e f g h i j k l m n o p q r s t u v w x y z");
        var suggester = _engine.Get<Suggester>();

        NastyText.Any.Sample(
            text =>
            {
                var suggestions = suggester.Suggest(text, 10);
                Assert.True(suggestions.Count <= 10);
                Assert.All(suggestions, suggestion => Assert.True(suggestion.Count > 0));
            },
            iter: 500);
    }

    [Fact]
    public void What_is_counted_is_what_a_count_by_hand_gives() => Gen.Select(
        Gen.Select(Gen.Int[0, 4].Array[1, 4], Gen.Int[0, 4].Array[0, 4]).Array[1, 12], Gen.Int[0, 11].Array[0, 4]).Sample(
        (articles, deleted) =>
        {
            string[] words = ["banane", "bambou", "balcon", "bateau", "ballon"];
            using var engine = new TestEngine();
            var all = articles.Select((article, i) => Make.Article($"a{i}", Text(article.Item1), [.. article.Item2.Select(word => words[word])])).ToList();
            engine.Index(all);
            _ = engine.Get<Suggester>().Suggest("ba", 50); // what is remembered now must not be told later
            engine.Store.Apply([.. deleted.Distinct().Where(i => i < all.Count).Select(i => ArticleChange.Delete($"a{i}"))]);
            engine.Get<IndexFollower>().CatchUp(1, CancellationToken.None);
            var left = all.Where((_, i) => !deleted.Contains(i)).ToList();

            var expected = words.Select(word => (word, left.Count(article => Texts(article).Contains(word)))).Where(count => count.Item2 > 0);

            Assert.Equal(
                expected.Select(count => $"{count.word}={count.Item2}").Order(StringComparer.Ordinal),
                Of(SuggestionKind.Term, engine.Get<Suggester>().Suggest("ba", 50)).Order(StringComparer.Ordinal));

            string Text(int[] numbers) => string.Join(' ', numbers.Select(word => words[word]));
            static IEnumerable<string> Texts(Article article) => article.Headline.Split(' ').Concat(article.Paragraphs.Select(paragraph => paragraph.Text));
        },
        iter: 10);

    private void Index(params string[] headlines) => Index(headlines.Select(headline => Article(headline)));

    private void Index(params IEnumerable<Article> articles) => _engine.Index(articles);

    /// <summary>An article a minute younger than the one before it.</summary>
    private Article Article(string headline, params string[] paragraphs)
    {
        var number = _number++;
        return Make.Article($"n{number}", headline, paragraphs) with { PublishedAt = Start.AddMinutes(number) };
    }

    private static string Terms(IReadOnlyList<Suggestion> suggestions) => string.Join(", ", Of(SuggestionKind.Term, suggestions));

    private static IEnumerable<string> Of(SuggestionKind kind, IReadOnlyList<Suggestion> suggestions) =>
        suggestions.Where(suggestion => suggestion.Kind == kind).Select(suggestion => $"{suggestion.Text}={suggestion.Count}");

    private static IEnumerable<string> Show(IReadOnlyList<Suggestion> suggestions) =>
        suggestions.Select(suggestion => $"{suggestion.Kind} {suggestion.Text}={suggestion.Count}");
}
