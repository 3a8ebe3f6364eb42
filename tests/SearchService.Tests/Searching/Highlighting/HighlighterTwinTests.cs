using CsCheck;
using SearchService.Analysis;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>The highlighter against the naive one, on random queries and texts.</summary>
public sealed class HighlighterTwinTests
{
    private static readonly string[] Vocabulary =
    [
        "train", "trains", "quai", "le", "la", "journaux", "l'été", "élue", "porte-avions", "anti-terroriste", "antiterroriste", "10 000", "ONU", "O.N.U.",
        "vieille", "guimbarde", "œuf", "étudiant(e)s", "20 h 30", "aujourd'hui", "chef-d'œuvre", "va-t-il",
    ];

    private static readonly SynonymMap Synonyms = SynonymMap.Read(["quai, vieille guimbarde, train", "ONU, porte-avions"], "essai");

    private static readonly Gen<string> Word = Gen.OneOf(Vocabulary);

    private static readonly Gen<string> French = Gen.Select(Word, Gen.OneOf(" ", " ", " ", ", ", ". ", "-", "'", " \u00AB ", "\u200D"), (word, gap) => word + gap)
        .Array[0, 14].Select(string.Concat);

    private static readonly Gen<QueryPlace> Place = Gen.Frequency(
        (8, Gen.Const(QueryPlace.Everywhere)), (1, Gen.Const(QueryPlace.Headline)), (1, Gen.Const(QueryPlace.Text)), (1, Gen.Const(QueryPlace.Topic)));

    private static readonly Gen<QueryClause> Leaf = Gen.Frequency(
        (4, Gen.Select(Gen.Frequency((6, French), (1, NastyText.Any)), Gen.Bool, Place, TermOf)),
        (3, Gen.Select(Gen.Frequency((6, French), (1, NastyText.Any)), Gen.Int[0, 6], Place, PhraseOf)),
        (1, Gen.Select(Gen.OneOf("t", "a", "la", "o"), Place, QueryClause (form, place) => Clauses.Prefix(form, place))));

    private static readonly Gen<QueryClause> Tree = Gen.Recursive<QueryClause>((depth, tree) => depth > 3 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (2, Gen.Select(tree, tree, Gen.Int[0, 4].Nullable(), QueryClause (left, right, distance) => new NearClause(left, right, distance))),
        (1, tree.Array[1, 3].Select(QueryClause (parts) => new WordsClause(parts))),
        (1, tree.Array[1, 3].Select(QueryClause (parts) => new AllClause(parts))),
        (1, tree.Array[1, 3].Select(QueryClause (parts) => new AnyClause(parts))),
        (1, tree.Select(QueryClause (clause) => new ExcludedClause(clause)))));

    [Fact]
    public void It_marks_what_a_naive_reading_would() => Gen.Select(
        Tree, Gen.Frequency((4, French), (1, NastyText.Any), (1, RandomArticles.Text)), Gen.OneOf(QueryPlace.Headline, QueryPlace.Text)).Sample(
        (root, text, place) =>
        {
            var words = NaiveHighlighter.WordsOf(text);
            var forms = new ExpandedForms(
                root.Leaves.OfType<QueryPattern>().Distinct().ToDictionary(pattern => pattern, IReadOnlyList<string> (pattern) =>
                    [.. words.Select(word => word.Form).Where(form => form.StartsWith(pattern.Form, StringComparison.Ordinal)).Distinct()]), []);
            var highlighter = new Highlighter(root, forms);
            var match = highlighter.Find(text, place);
            var naive = new NaiveHighlighter(root, forms, text, place);
            Assert.Equal(naive.Stretches, match.Stretches);
            var found = match.Matched.Select(number => highlighter.Leaves[number]).ToHashSet<QueryLeaf>(ReferenceEqualityComparer.Instance);
            Assert.True(naive.Leaves.SetEquals(found));
            Assert.Equal(match.Matched.Order(), match.Found.Select(leaf => leaf.Number).Distinct().Order());

            // What the last text left behind does not matter.
            Assert.Equal(match.Stretches, highlighter.Find(text, place).Stretches);
        }, iter: 4000);

    [Fact]
    public void Words_of_a_random_query_are_marked_as_a_naive_reading_would() => Gen.Select(NastyText.Any, NastyText.Any).Sample((text, query) =>
    {
        var root = Clauses.Query(query, Synonyms);
        Assert.Equal(
            new NaiveHighlighter(root, ExpandedForms.None, text, QueryPlace.Text).Stretches, new Highlighter(root, ExpandedForms.None).Find(text, QueryPlace.Text).Stretches);
    }, iter: 3000);

    [Fact]
    public void A_phrase_with_moved_words_is_marked_where_any_choice_of_words_fits() =>
        Gen.Select(Gen.OneOf("a", "b", "c").Array[2, 4], Gen.OneOf("a", "b", "c", "x").Array[0, 12], Gen.Int[1, 7]).Sample((forms, words, slop) =>
        {
            var expected = NaiveHighlighter.Sloppy(forms, words, slop).SelectMany(taken => taken).Distinct().Order().Select(word => (2 * word, (2 * word) + 1));
            var phrase = new QueryPhrase("", forms, slop);
            Assert.Equal(expected, new Highlighter(phrase, ExpandedForms.None).Find(string.Join(' ', words), QueryPlace.Text).Stretches);
        }, iter: 4000);

    private static QueryClause TermOf(string text, bool optional, QueryPlace place) =>
        new QueryTermReader(Synonyms).Read(text) is [var term, ..] ? term with { Optional = optional && term.Text.Length < 3, Place = place } : new DaysClause(default);

    private static QueryClause PhraseOf(string text, int slop, QueryPlace place) =>
        TextAnalysis.Analyze(text, AnalysisLevel.Exact) is [_, ..] tokens
            ? new QueryPhrase(text, [.. tokens.Take(3).Select(token => token.Term)], Math.Max(0, slop - 3), place)
            : new DaysClause(default);
}
