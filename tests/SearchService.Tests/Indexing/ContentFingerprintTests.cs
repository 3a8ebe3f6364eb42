using SearchService.Analysis;
using SearchService.Indexing;

namespace SearchService.Tests.Indexing;

public sealed class ContentFingerprintTests
{
    private static readonly string[] Syllables = ["ba", "ri", "to", "ne", "lu", "cha", "vo", "mi", "dre", "sou", "pel", "gan"];

    // Words that no dictionary knows, so that a word is its own lemma; "l" at the end is no ending of French inflection.
    private static readonly string[] Words =
        [.. from first in Syllables from second in Syllables from third in Syllables select first + second + third + "l"];

    private readonly Random _random = new(20261123);

    [Theory]
    [InlineData("Les écoles ferment.", "Les écoles ferment.")]
    [InlineData("Les écoles ferment.", "LES ECOLES FERMENT")]
    [InlineData("Les écoles ferment.", "Les écoles… ferment !")]
    public void Short_texts_are_the_same_whatever_their_accents_case_and_signs(string left, string right)
    {
        Assert.Equal(Keys("Rentrée", left), Keys("RENTREE", right));
        Assert.Single(Keys("Rentrée", left));
    }

    [Theory]
    [InlineData("Rentrée", "Les écoles ferment.", "Rentrée", "Les écoles fermeront.")]
    [InlineData("Rentrée", "Les écoles ferment.", "Reprise", "Les écoles ferment.")]
    [InlineData("Rentrée", "Les écoles ferment.", "Rentrée", "Les écoles ferment encore.")]
    [InlineData("Rentrée des écoles", "Ferment.", "Rentrée", "des écoles ferment.")]
    [InlineData("Deux morts à Lyon", "", "Trois morts à Lyon", "")]
    public void Short_texts_are_not_the_same_when_a_word_differs(string headline, string text, string otherHeadline, string otherText) =>
        Assert.NotEqual(Keys(headline, text), Keys(otherHeadline, otherText));

    [Fact]
    public void Without_a_word_nothing_is_the_same() => Assert.Empty(Keys("!!!", "…"));

    [Fact]
    public void A_long_text_is_the_same_under_another_headline_and_in_other_paragraphs_and_inflections()
    {
        var text = "La mairie de Nantes rénove douze écoles avant l'hiver et les parents saluent la décision du conseil municipal, qui a voté le budget "
            + "lundi soir après de longs débats sur le coût des travaux et la durée du chantier, selon le maire de la ville.";
        var keys = Keys("Nantes rénove", text);

        Assert.Equal(ContentFingerprint.Bands, keys.Length);
        Assert.Equal(keys, Keys("Un chantier attendu", text));
        Assert.Equal(keys, Keys("Nantes rénove", text[..text.IndexOf("lundi", StringComparison.Ordinal)], text[text.IndexOf("lundi", StringComparison.Ordinal)..]));
        Assert.Equal(keys, Keys("Nantes rénove", text.Replace("saluent", "saluaient", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_keys_stay_as_they_are_in_indexes() =>
        Assert.Equal([11057889379454887310, 17420078962308669384], [Keys("Rentrée", "Les écoles ferment.")[0], Keys("Rentrée", Text(Words.Take(60)))[0]]);

    /// <summary>Edits of random texts, against the chance that the resemblance of their shingles promises.</summary>
    [Theory]
    [InlineData(0.95)]
    [InlineData(0.85)]
    [InlineData(0.7)]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0.1)]
    public void Near_duplicates_are_found_with_the_chance_that_their_resemblance_promises(double share)
    {
        const int Trials = 400;
        var found = 0;
        var expected = 0.0;
        for (var trial = 0; trial < Trials; trial++)
        {
            // A block in common, then words of their own: short texts borrow bins, long ones do not.
            var length = _random.Next(60, 500);
            var common = RandomWords((int)(length * share));
            var left = common.Concat(RandomWords(length - common.Count)).ToList();
            var right = common.Concat(RandomWords(length - common.Count)).ToList();
            expected += 1 - Math.Pow(1 - Math.Pow(Resemblance(left, right), ContentFingerprint.Rows), ContentFingerprint.Bands);
            found += Keys("Un", Text(left)).Intersect(Keys("Deux", Text(right))).Any() ? 1 : 0;
        }

        // Four standard deviations of a count of independent trials, and one pair for the last digit.
        var chance = expected / Trials;
        Assert.InRange(found, expected - 1 - (4 * Math.Sqrt(Trials * chance * (1 - chance))), expected + 1 + (4 * Math.Sqrt(Trials * chance * (1 - chance))));
    }

    [Fact]
    public void Small_edits_of_a_wire_text_and_a_paragraph_more_are_nearly_always_found()
    {
        var missed = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var wire = RandomWords(250);
            var edited = wire.ToList();
            for (var edit = 0; edit < 5; edit++)
            {
                var at = _random.Next(edited.Count);
                switch (_random.Next(3))
                {
                    case 0:
                        edited[at] = RandomWords(1)[0];
                        break;
                    case 1:
                        edited.RemoveAt(at);
                        break;
                    default:
                        edited.InsertRange(at, RandomWords(2));
                        break;
                }
            }

            var longer = wire.Concat(RandomWords(50)).ToList();
            missed += Share(wire, edited) ? 0 : 1;
            missed += Share(wire, longer) ? 0 : 1;
            Assert.False(Share(wire, RandomWords(250)));
        }

        Assert.InRange(missed, 0, 24); // of 600; 8 expected

        bool Share(List<string> left, List<string> right) => Keys("Un", Text(left)).Intersect(Keys("Deux", Text(right))).Any();
    }

    private static double Resemblance(List<string> left, List<string> right)
    {
        var (first, second) = (Shingles(left), Shingles(right));
        var both = first.Intersect(second).Count();
        return (double)both / (first.Count + second.Count - both);

        static HashSet<string> Shingles(List<string> words) =>
            [.. Enumerable.Range(0, words.Count - ContentFingerprint.ShingleWords + 1).Select(i => string.Join(' ', words.Skip(i).Take(ContentFingerprint.ShingleWords)))];
    }

    private static string Text(IEnumerable<string> words) => string.Join(' ', words);

    private static ulong[] Keys(string headline, params string[] paragraphs)
    {
        var (title, lead, body) = (new FieldAnalysis(), new FieldAnalysis(), new FieldAnalysis());
        title.Add(headline);
        for (var i = 0; i < paragraphs.Length; i++)
        {
            (i == 0 ? lead : body).Add(paragraphs[i]);
        }

        var keys = new ulong[ContentFingerprint.Bands];
        return keys[..ContentFingerprint.Read(new ContentFingerprint().Of(title, lead, body), keys)];
    }

    private List<string> RandomWords(int count) => [.. Enumerable.Range(0, count).Select(_ => Words[_random.Next(Words.Length)])];
}
