using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Options;
using SearchService.Hosting;
using SearchService.Searching;

namespace SearchService.Commands;

/// <summary><c>search</c>: asks the index in its folder, also beside a running service.</summary>
public static class SearchCommand
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Describes the verb.</summary>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var query = new Argument<string>("mots") { Description = "La requête ; « * » trouve tout.", Arity = ArgumentArity.ZeroOrOne };
        var topic = Repeatable("--topic", "Garder ce sujet.");
        var story = Repeatable("--story", "Garder ce dossier.");
        var source = Repeatable("--source", "Garder cette source.");
        var from = new Option<string>("--from") { Description = "Premier jour : 2025-12-24, 2025-12 ou 2025." };
        var to = new Option<string>("--to") { Description = "Dernier jour." };
        var words = new Option<string>("--operator") { Description = "auto, all ou any." };
        var sort = new Option<string>("--sort") { Description = "relevance, newest ou oldest." };
        var size = new Option<string>("--size") { Description = "Nombre de résultats, 0 à 100." };
        var page = new Option<string>("--page") { Description = "Page, à partir de 1." };
        var collapse = new Option<string>("--collapse") { Description = "story : un seul résultat par dossier ou par texte." };
        var command = new Command("search", "Cherche dans l'index.") { query, topic, story, source, from, to, words, sort, size, page, collapse };
        command.Validators.Add(result =>
        {
            // How long a query may be is a setting, read when the verb runs.
            if (Parameters(result).Read(int.MaxValue, out var fault) is null)
            {
                result.AddError(fault!.Message);
            }
        });
        command.SetAction(parsed => Run(settings, Parameters(parsed.CommandResult)));
        return command;

        SearchParameters Parameters(CommandResult given) => new()
        {
            Q = given.GetValue(query),
            Topic = given.GetValue(topic),
            Story = given.GetValue(story),
            Source = given.GetValue(source),
            From = given.GetValue(from),
            To = given.GetValue(to),
            Operator = given.GetValue(words),
            Sort = given.GetValue(sort),
            Size = given.GetValue(size),
            Page = given.GetValue(page),
            Collapse = given.GetValue(collapse),
            Facets = "none",
        };
    }

    private static Option<string[]> Repeatable(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.OneOrMore };

    private static int Run(IReadOnlyList<string> settings, SearchParameters parameters)
    {
        using var engine = Engine.Create(settings);
        var options = engine.GetRequiredService<IOptions<SearchOptions>>().Value;
        if (parameters.Read(options.MaxQueryLength, out var fault) is not { } request)
        {
            Console.Error.WriteLine(fault!.Message);
            return 1;
        }

        if (!engine.GetRequiredService<IndexOpening>().TryOpen(readOnly: true))
        {
            Console.Error.WriteLine("Il n'y a pas encore d'index : démarrez le service ou utilisez « import » ou « rebuild ».");
            return 1;
        }

        var response = engine.GetRequiredService<ArticleSearcher>().Search(request);
        foreach (var problem in response.Problems)
        {
            Console.Error.WriteLine(problem.Message);
        }

        if (response.DidYouMean is { } spelling)
        {
            Console.Error.WriteLine(spelling.Applied ? $"Recherche de : {spelling.Query}" : $"Vouliez-vous dire : {spelling.Query} ?");
        }

        Console.Error.WriteLine(string.Create(
            French, $"Articles trouvés : {response.Total} ({response.TookMs:0.0} ms){(response.Relaxed ? ", pour une partie des mots" : "")}"));
        foreach (var hit in response.Hits)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{hit.Score:0.000}\t{hit.Id}\t{hit.PublishedAt:yyyy-MM-dd}\t{hit.Headline}"));
        }

        return 0;
    }
}
