using SearchService.Indexing;
using SearchService.Tests.Support;

namespace SearchService.Tests.Indexing;

public sealed class GenerationFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = Make.Date("2025-06-21T12:00:00+02:00");

    private readonly TempFolder _temp = new();
    private readonly GenerationFolder _folder;

    public GenerationFolderTests() => _folder = new GenerationFolder(_temp.Path);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Nothing_is_published_at_first()
    {
        Assert.Null(_folder.Current);
        Assert.Null(_folder.Previous);
        Assert.Empty(_folder.Prune());
    }

    [Fact]
    public void Generations_are_numbered_on_and_only_the_pointer_makes_one_live()
    {
        Assert.Equal("000001", Create());
        Assert.Equal("000002", Create());
        Assert.Null(_folder.Current);

        _folder.Publish("000001");
        Assert.Equal(("000001", null), (_folder.Current, _folder.Previous));

        _folder.Publish("000002");
        Assert.Equal(("000002", "000001"), (_folder.Current, _folder.Previous));
        Assert.Equal("000003", Create());
        Assert.Equal("000002", new GenerationFolder(_temp.Path).Current);
    }

    [Fact]
    public void Publishing_the_live_one_again_keeps_the_one_before()
    {
        Publish("000001", "000002", "000002");

        Assert.Equal(("000002", "000001"), (_folder.Current, _folder.Previous));
    }

    [Fact]
    public void A_pointer_that_was_not_finished_changes_nothing()
    {
        Publish("000001");
        _temp.Write("current.new", "0000");

        Assert.Equal("000001", _folder.Current);
        Publish("000002");
        Assert.Equal("000002", _folder.Current);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("\n", null, null)]
    [InlineData("12", null, null)]
    [InlineData("../../x", null, null)]
    [InlineData("..\\..\\", null, null)]
    [InlineData("00000a", null, null)]
    [InlineData("0000001", null, null)]
    [InlineData("٠٠٠٠٠١", null, null)]
    [InlineData("000001", "000001", null)]
    [InlineData("000002\n000001\n", "000002", "000001")]
    [InlineData("000002\r\n000001\r\n", "000002", "000001")]
    [InlineData("000002\n/etc\n", "000002", null)]
    [InlineData("oups\n000001\n", null, "000001")]
    public void A_broken_line_of_the_pointer_names_nothing(string content, string? current, string? previous)
    {
        _temp.Write("current", content);

        Assert.Equal((current, previous), (_folder.Current, _folder.Previous));
    }

    [Fact]
    public void Prune_keeps_the_live_one_the_one_before_and_those_named()
    {
        for (var i = 0; i < 6; i++)
        {
            Create();
        }

        Publish("000002", "000004");

        Assert.Equal(["000001", "000003", "000005"], _folder.Prune("000006"));
        Assert.Equal(["000002", "000004", "000006"], Folders());
        Assert.Equal("000007", Create());
    }

    [Theory]
    [InlineData("", "000001")]
    [InlineData("oups\n000001\n", "")] // the one before is known all the same
    public void Beside_a_pointer_that_cannot_be_read_nothing_is_deleted(string content, string prunedOncePublished)
    {
        Create();
        Create();
        _temp.Write("current", content);

        Assert.Empty(_folder.Prune());
        Assert.Equal(["000001", "000002"], Folders());

        Publish("000002");
        Assert.Equal(prunedOncePublished, string.Join(' ', _folder.Prune()));
    }

    [Fact]
    public void The_name_of_a_discarded_generation_is_not_given_again()
    {
        Create();
        Create();
        Publish("000001");
        Publish("000002");

        _folder.Discard("000002");

        Assert.Equal((null, "000001"), (_folder.Current, _folder.Previous));
        Assert.Equal("000003", Create());
        Publish("000003");
        _folder.Discard("000003");
        Assert.Equal("000004", Create());
    }

    [Fact]
    public void Without_a_pointer_all_is_left_of_a_first_build_that_crashed()
    {
        Create();

        Assert.Equal(["000001"], _folder.Prune());
    }

    [Fact]
    public void Prune_leaves_alone_what_is_no_generation()
    {
        Create();
        Publish("000001");
        _temp.Write("generations/notes/lisez-moi.txt", "Gardé.");
        _temp.Write("generations/000009", "Un fichier, pas un dossier.");

        Assert.Empty(_folder.Prune());
        Assert.Equal(["000001", "notes"], Folders());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_gives_a_clear_message()
    {
        _temp.Write("generations", "un fichier à la place du dossier");

        var fault = Assert.Throws<IndexException>(() => _folder.Create(Now));
        Assert.Contains("generations", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_discarded_generation_is_not_given_again_although_the_pointer_was_damaged_too()
    {
        Create();
        Create();
        _temp.Write("current", "\0\u0001");

        _folder.Discard("000002");

        Assert.Equal("000003", Create());
    }

    [Fact]
    public void Of_two_discarded_generations_neither_gives_its_name_again()
    {
        Assert.Equal("000001", Create());
        Assert.Equal("000002", Create());
        Publish("000001", "000002");

        _folder.Discard("000002");
        _folder.Discard("000001");

        Assert.Equal("000003", Create());
    }

    private string Create()
    {
        using var generation = _folder.Create(Now);
        return generation.Name;
    }

    private void Publish(params string[] names)
    {
        Directory.CreateDirectory(_temp.File("generations"));
        Array.ForEach(names, _folder.Publish);
    }

    private IEnumerable<string?> Folders() => Directory.EnumerateDirectories(_temp.File("generations")).Select(Path.GetFileName).Order();
}
