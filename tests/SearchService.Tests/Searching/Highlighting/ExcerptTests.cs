using System.Net;
using CsCheck;
using SearchService.Articles;
using SearchService.Searching;
using SearchService.Searching.Highlighting;
using SearchService.Searching.Queries;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching.Highlighting;

/// <summary>What is shown of long paragraphs.</summary>
public sealed class ExcerptTests
{
    // 100 characters with its space.
    private const string Filler = "Cette phrase ne dit rien, mais elle le dit avec assez de mots pour remplir une ligne toute entiere. ";

    private static readonly string[] Words = ["train", "trains", "quai", "le", "l'été", "porte-avions", "10 000", "20 h 30", "aujourd'hui", "M.", "J.-C.", "<b>", "&"];

    private static readonly string[] Gaps = [" ", " ", " ", ", ", ". ", " ! ", "… ", "\u00A0: ", ". \u0301", "\n", "\u200D ", "-", "/"];

    private static readonly Gen<string> French = Gen.Select(Gen.OneOf(Words), Gen.OneOf(Gaps), (word, gap) => word + gap).Array[0, 200].Select(string.Concat);

    private static readonly Gen<string> LongText = Gen.Frequency(
        (3, French), (1, Gen.Frequency((3, NastyText.WellFormed), (1, NastyText.Any), (1, RandomArticles.Text)).Array[0, 30].Select(string.Concat)));

    [Fact]
    public void A_short_paragraph_is_shown_whole()
    {
        var text = Repeat(4)[..PassageFinder.MaxLength];
        Assert.Equal(text, Shown("phrase", text).Text);
        Assert.Equal(new Passage(0, "Titre", " Un train. ", " Un <mark>train</mark>. "), Shown("train", " Un train. ", "Titre"));
    }

    [Fact]
    public void A_long_one_is_cut_around_the_best_sentences()
    {
        var text = $"{Repeat(5)}Un train & un quai. {Repeat(5)}Un train.";
        var passage = Shown("train quai", text, "Titre");
        Assert.Equal($"… Un train & un quai. {Repeat(3).Trim()} …", passage.Text);
        Assert.Equal($"… Un <mark>train</mark> &amp; un <mark>quai</mark>. {Repeat(3).Trim()} …", passage.Html);
        Assert.Equal("Titre", passage.Heading);
    }

    [Fact]
    public void The_end_of_a_paragraph_leaves_room_for_what_stands_before() =>
        Assert.Equal($"… {Repeat(3)}Un train.", Shown("train", $"{Repeat(5)}Un train.").Text);

    [Fact]
    public void The_start_of_a_paragraph_is_shown_if_it_is_as_good() =>
        Assert.Equal($"{Repeat(1)}Un train. {Repeat(2).Trim()} …", Shown("train", $"{Repeat(1)}Un train. {Repeat(3)}Un train.").Text);

    [Fact]
    public void Without_a_match_the_first_paragraph_is_cut_from_its_start()
    {
        var text = Repeat(6);
        Assert.Equal(new Passage(0, null, Repeat(3).Trim() + " …", Repeat(3).Trim() + " …"), Shown("train", text));
        Assert.Equal(Repeat(3).Trim() + " …", Shown("", text).Text);
    }

    [Fact]
    public void A_long_sentence_is_cut_at_pauses_and_spaces()
    {
        var clause = "des mots qui suivent sans jamais finir la phrase ni rien dire du tout de neuf, ";
        var text = string.Concat(Enumerable.Repeat(clause, 8)) + "un train de 10 000 tonnes, " + string.Concat(Enumerable.Repeat(clause, 8)).TrimEnd(' ', ',') + ".";
        var passage = Shown("train", text);
        Assert.StartsWith("… un train de 10 000 tonnes, des mots", passage.Text, StringComparison.Ordinal);
        Assert.EndsWith("de neuf, …", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_is_not_torn_apart()
    {
        var text = string.Concat(Enumerable.Repeat("abcd ", 19)) + "un train blindé " + string.Concat(Enumerable.Repeat("abcd ", 100));
        Assert.Contains("<mark>train</mark> <mark>blindé</mark>", Shown("\"train blindé\"", text).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_words()
    {
        var passage = Shown("train", string.Concat(Enumerable.Repeat("quai/", 300)) + "train" + string.Concat(Enumerable.Repeat("/quai", 300)));
        Assert.Matches("^… (/?quai)*/?<mark>train</mark>(/quai)*/? …$", passage.Html);
    }

    [Fact]
    public void Cuts_go_through_no_word_and_no_character_and_keep_all_marks() => Gen.Select(LongText, Gen.OneOf(Words).Array[0, 4]).Sample((text, words) =>
    {
        var root = Clauses.Query(string.Join(' ', words) + " \"le train\"");
        var passage = Assert.Single(Passages(root, new Paragraph(text)));
        var html = passage.Html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        Assert.Equal(passage.Text, WebUtility.HtmlDecode(html));

        var known = NaiveHighlighter.WordsOf(text);
        var longest = known.Select(word => word.End - word.Start).Append(0).Max();
        Assert.True(passage.Text.Length <= Math.Max(PassageFinder.MaxLength, 145 + longest + LongestCharacter(text)), $"{passage.Text.Length}");

        var marks = new NaiveHighlighter(root, ExpandedForms.None, text, QueryPlace.Text).Stretches;
        Assert.Contains(passage.Html, CutsOf(text, passage.Text).Select(cut =>
        {
            var inside = marks.Where(mark => mark.Start >= cut.Start && mark.End <= cut.End);
            var tearsNone = marks.Where(mark => mark.Start < cut.End && mark.End > cut.Start).SequenceEqual(inside)
                && !known.Exists(word => IsInside(word, cut.Start) || IsInside(word, cut.End))
                && Graphemes.IsBoundary(text, cut.Start) && Graphemes.IsBoundary(text, cut.End);
            return tearsNone
                ? Html.Mark(passage.Text, [.. inside.Select(mark => (mark.Start - cut.Start + cut.Prefix.Length, mark.End - cut.Start + cut.Prefix.Length))])
                : "torn apart";
        }));
    }, iter: 2000);

    private static bool IsInside(NaiveHighlighter.Word word, int at) => word.Start < at && at < word.End;

    /// <summary>All places that a passage may have been cut from.</summary>
    private static IEnumerable<(string Prefix, int Start, int End)> CutsOf(string text, string passage)
    {
        foreach (var (prefix, suffix) in new[] { ("", ""), ("… ", ""), ("", " …"), ("… ", " …") })
        {
            if (passage.Length < prefix.Length + suffix.Length || !passage.StartsWith(prefix, StringComparison.Ordinal) || !passage.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }

            var shown = passage[prefix.Length..^suffix.Length];
            for (var at = text.IndexOf(shown, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf(shown, at + 1, StringComparison.Ordinal) : -1)
            {
                if ((prefix == "" || at > 0) && (suffix == "" || at + shown.Length < text.Length))
                {
                    yield return (prefix, at, at + shown.Length);
                }
            }
        }
    }

    private static int LongestCharacter(string text)
    {
        int[] boundaries = [0, .. System.Globalization.StringInfo.ParseCombiningCharacters(text), text.Length];
        return boundaries.Zip(boundaries.Skip(1), (start, end) => end - start).Max();
    }

    private static string Repeat(int times) => string.Concat(Enumerable.Repeat(Filler, times));

    private static Passage Shown(string query, string text, string? heading = null) => Assert.Single(Passages(Clauses.Query(query), new Paragraph(text, heading)));

    private static IReadOnlyList<Passage> Passages(QueryClause? root, params Paragraph[] paragraphs) =>
        new PassageFinder(new Highlighter(root, ExpandedForms.None), _ => 1).Find(paragraphs);
}
