using SearchService.Searching;
using SearchService.Tests.Support;

namespace SearchService.Tests.Searching;

/// <summary><c>PRES/n</c>: at most n positions from one to the other, in either order. <c>MEMEPARA</c>: in one paragraph, intertitre or headline.</summary>
public sealed class NearTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public NearTests() => _engine.Index(
        Make.Article("un", "Le chat noir dort"),
        Make.Article("deux", "Titre", "Un chat et un chien noir."),
        Make.Article("cinq", "Titre", "Le chat court vite vers son noir."),
        Make.Article("avant", "Titre", "Noir est le chat."),
        Make.Article("deux-paras", "Titre", "Voici un chat.", "Noir est le chien."),
        Make.Article("titre-et-texte", "Un chat", "Noir."),
        new SearchService.Articles.Article { Id = "intertitre", Headline = "Titre", Paragraphs = [new("Un chat."), new("Le chien.", "Noir désir")] });

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("chat PRES/1 noir", "un")]
    [InlineData("noir PRES/1 chat", "un")]
    [InlineData("chats PRES/1 noirs", "un")]
    [InlineData("chat PRES/3 noir", "avant un")]
    [InlineData("chat PRES/4 noir", "avant deux un")]
    [InlineData("chat PRES/5 noir", "avant cinq deux un")]
    [InlineData("chat NEAR/5 noir", "avant cinq deux un")]
    [InlineData("chat PRÈS/1 noir", "un")]
    [InlineData("chat PRES/3 (noir OU court)", "avant cinq un")]
    [InlineData("titre:(chat PRES/5 noir)", "un")]
    [InlineData("texte:(chat PRES/5 noir)", "avant cinq deux")]
    [InlineData("chat PRES/5 noir -titre:dort", "avant cinq deux")]
    [InlineData("\"le chat\" PRES/1 noir", "un")]
    [InlineData("\"le chat\" PRES/2 noir", "avant un")]
    [InlineData("cha* PRES/1 noir", "un")]
    [InlineData("le PRES/1 chat", "avant cinq un")]
    public void Near_counts_positions(string query, string found) => AssertFound(query, found);

    [Theory]
    [InlineData("chat MEMEPARA noir", "avant cinq deux un")]
    [InlineData("noir MÊMEPARA chat", "avant cinq deux un")]
    [InlineData("chien MEMEPARA noir", "deux deux-paras")]
    [InlineData("désir MEMEPARA noir", "intertitre")]
    [InlineData("titre:(chat MEMEPARA noir)", "un")]
    [InlineData("texte:(chat MEMEPARA noir)", "avant cinq deux")]
    public void The_same_paragraph_ends_where_it_ends(string query, string found) => AssertFound(query, found);

    private void AssertFound(string query, string found)
    {
        foreach (var words in Enum.GetValues<SearchOperator>())
        {
            Assert.Equal(found, _engine.Found(query, words));
        }
    }
}
