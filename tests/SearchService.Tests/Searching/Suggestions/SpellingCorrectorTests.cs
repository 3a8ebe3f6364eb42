using CsCheck;
using SearchService.Analysis;
using SearchService.Indexing;
using SearchService.Searching.Suggestions;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Suggestions;

/// <summary>Corrections over a small corpus, like a dictionary: what is typed, what is meant.</summary>
public sealed class SpellingCorrectorTests(SpellingCorrectorTests.Corpus corpus) : IClassFixture<SpellingCorrectorTests.Corpus>
{
    [Theory]
    [InlineData("gouvernment", "gouvernement")]
    [InlineData("Gouvernement", null)]
    [InlineData("presidant", "président")]
    [InlineData("Zelinsky", "Zelensky")]
    [InlineData("zelenski", "Zelensky")]
    [InlineData("Mélanchon", "Mélenchon")]
    [InlineData("Mitterand", "Mitterrand")]
    [InlineData("aéropot", "aéroport")]
    [InlineData("metalurgie", "métallurgie")]
    [InlineData("Afganistan", "Afghanistan")]
    [InlineData("Maceon", "Macron")]
    [InlineData("Ukrqine", "Ukraine")]
    [InlineData("ukriane", "Ukraine")]
    [InlineData("farmacie", "pharmacie")]
    [InlineData("microssoft", "Microsoft")]
    [InlineData("catastrofe", "catastrophe")]
    [InlineData("GOUVERNMENT", "gouvernement")]
    [InlineData("Irac", "Irak")]
    public void A_typing_mistake_is_corrected_as_the_articles_write_the_word(string typed, string? meant)
    {
        Dictionary.Required();
        var correction = corpus.Correct(typed);

        Assert.Equal(meant, correction?.Text);
        Assert.True(correction is null || (correction.Cause == SpellingCause.Typo && correction.Form == Characters.Folded(meant!)));
    }

    [Theory]
    [InlineData("Iran")] // four letters: Irak is another country
    [InlineData("Autriche")] // a word of the dictionary, however near an autruche is
    [InlineData("autruches")]
    [InlineData("2024")]
    [InlineData("G77")]
    [InlineData("covid20")]
    [InlineData("OTAM")]
    [InlineData("USA")]
    [InlineData("Xyzzyqwk")]
    [InlineData("le")]
    [InlineData("voici")]
    [InlineData("")]
    [InlineData("€")]
    [InlineData("Зеленский")]
    [InlineData("𝒳𝒳𝒳𝒳𝒳")]
    public void Some_words_are_left_alone(string typed)
    {
        Dictionary.Required();
        Assert.Null(corpus.Correct(typed));
    }

    [Theory]
    [InlineData("election", "élection")]
    [InlineData("éléction", "élection")]
    [InlineData("élection", null)]
    [InlineData("metallurgie", "métallurgie")]
    [InlineData("Mélenchon", null)]
    [InlineData("Mèlenchon", "Mélenchon")]
    public void Accents_alone_are_told_apart(string typed, string? written)
    {
        var correction = corpus.Correct(typed, isFound: _ => true);

        Assert.Equal(written, correction?.Text);
        Assert.True(correction is null || correction.Cause == SpellingCause.Accent);
    }

    [Theory]
    [InlineData("lapremière", "la première", "la premiere")]
    [InlineData("Saintdenis", "Saint-Denis", "saint denis")]
    [InlineData("emmanuelmacron", "Emmanuel Macron", "emmanuel macron")]
    [InlineData("lélection", "l'élection", "election")]
    public void Words_that_were_run_together_are_parted(string typed, string text, string form)
    {
        Dictionary.Required();
        Assert.Equal(new SpellingCorrection(text, form, SpellingCause.Spacing), corpus.Correct(typed));
    }

    [Theory]
    [InlineData("porte", "feuille", "portefeuille")]
    [InlineData("micro", "soft", "Microsoft")]
    [InlineData("Emmanuel", "Macron", null)]
    [InlineData("la", "place", null)]
    [InlineData("mi", "di", null)]
    public void Two_words_that_are_one_are_joined(string first, string second, string? text)
    {
        using var lease = corpus.Live.Acquire();
        var correction = new SpellingCorrector().CorrectPair(lease.Searcher.IndexReader, first, second, corpus.IsFound);

        Assert.Equal(text, correction?.Text);
        Assert.True(correction is null || correction.Cause == SpellingCause.Spacing);
    }

    [Theory]
    [InlineData("Macrom", "Macron")] // one article against a hundred
    [InlineData("Macron", null)]
    [InlineData("pharmacie", null)]
    [InlineData("Zelensky", null)]
    public void A_rare_word_beside_a_frequent_one_is_asked_about(string typed, string? meant)
    {
        using var lease = corpus.Live.Acquire();

        Assert.Equal(meant, new SpellingCorrector().CorrectRare(lease.Searcher.IndexReader, typed, corpus.IsFound)?.Text);
    }

    [Fact]
    public void What_the_filters_hide_is_no_correction() => Assert.Null(corpus.Correct("Zelinsky", isFound: form => form != "zelensky" && corpus.IsFound(form)));

    [Fact]
    public void A_word_that_the_corpus_knows_is_left_alone_although_the_filters_hide_it()
    {
        Dictionary.Required();
        Assert.Null(corpus.Correct("Emmanuel", isFound: form => form == "emmanuelle"));
    }

    [Fact]
    public void Any_text_is_taken() => NastyText.Any.Sample(text => _ = corpus.Correct(text), iter: 300);

    public sealed class Corpus : IDisposable
    {
        private static readonly string[] Headlines =
        [
            "Le gouvernement et le président reçoivent Zelensky", "Volodymyr Zelensky est à Paris", "La première réponse de Mélenchon", "François Mitterrand repose à Jarnac",
            "L'aéroport de Saint-Denis est fermé", "La métallurgie licencie", "Séisme en Afghanistan", "L'Ukraine demande des armes", "La pharmacie de la place ferme",
            "Microsoft achète un portefeuille de brevets", "L'élection et les élections", "Une catastrophe naturelle", "L'Irak vote", "L'OTAN et le covid19",
            "Une autruche s'échappe", "Emmanuelle Béart à Cannes", "Macrom: une coquille", "Le midi à table",
        ];

        private readonly TestEngine _engine = new();

        public Corpus()
        {
            var frequent = Enumerable.Range(0, 100).Select(i => Make.Article($"m{i}", "Ce que dit Emmanuel Macron", "Devant le gouvernement, Emmanuel Macron parle."));
            _engine.Index([.. Headlines.Select((headline, i) => Make.Article($"h{i}", "Revue du jour", headline + ".")), .. frequent]);
        }

        public LiveIndex Live => _engine.Get<LiveIndex>();

        public SpellingCorrection? Correct(string typed, Func<string, bool>? isFound = null)
        {
            using var lease = Live.Acquire();
            return new SpellingCorrector().Correct(lease.Searcher.IndexReader, typed, isFound ?? IsFound);
        }

        public bool IsFound(string form)
        {
            using var lease = Live.Acquire();
            return new FormReader(lease.Searcher.IndexReader).Frequency(form) > 0;
        }

        public void Dispose() => _engine.Dispose();
    }
}
