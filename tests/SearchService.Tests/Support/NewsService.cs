using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SearchService.Tests.Support;

/// <summary>A running service with a few articles, shared by the tests of a class. Tests that write use identifiers and words of their own.</summary>
public sealed class NewsService : IAsyncLifetime
{
    /// <summary>The articles, a JSON object each.</summary>
    public static readonly string[] Lines =
    [
        """
        {"id":"n1","headline":"La mairie de Nantes rénove ses écoles","paragraphs":[{"text":"Douze écoles maternelles seront isolées avant l'hiver.","heading":"Un chantier attendu"},"Les parents saluent la décision du conseil municipal."],"topics":["Politique"],"story":"Plan écoles","source":"AFP","byline":"C. Marchand","url":"https://exemple.fr/n1","publishedAt":"2025-03-01T09:30:00+01:00"}
        """,
        """
        {"id":"n2","headline":"Le musée de Lyon expose trois toiles retrouvées","paragraphs":["Les toiles dormaient dans une réserve."],"topics":["Culture/Patrimoine"],"story":"Toiles de Lyon","source":"Reuters","publishedAt":"2025-03-02T10:00:00+01:00"}
        """,
        """
        {"id":"n3","headline":"Canicule: la Bretagne passe en alerte","paragraphs":["Les écoles ouvriront plus tôt.","La chaleur durera jusqu'à jeudi."],"topics":["Environnement"],"source":"AFP","publishedAt":"2025-03-02T12:00:00+01:00"}
        """,
        """
        {"id":"n4","headline":"Finale gagnée au bout de la nuit","paragraphs":["Les joueuses de Brest l'emportent."],"topics":["Sport","Société"],"story":"Coupe des ports","source":"Ouest Dépêches","publishedAt":"2025-04-10T23:50:00+02:00"}
        """,
        """
        {"id":"n5","headline":"<script>alert('poney')</script> & \"guillemets\" au tribunal","paragraphs":["Un <b>poney</b> & deux ânes devant le juge."],"topics":["<i>Justice</i>"],"story":"Affaire \"Poney\"","source":"A&B","url":"javascript:alert(1)","publishedAt":"2025-05-05T08:00:00+02:00"}
        """,
        """
        {"id":"n6","headline":"Flash sans date ni paragraphe","topics":["Politique"],"story":"Flash","source":"Reuters"}
        """,
    ];

    private readonly TestService _service;
    private HttpClient? _client;

    public NewsService() => _service = new TestService(services => services.AddSingleton<ILoggerProvider>(Log));

    public TestService Service => _service;

    /// <summary>The errors that it has logged.</summary>
    public LogLines Log { get; } = new(LogLevel.Error);

    public HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _client = await _service.StartAsync();
        await _client.BulkAsync([.. Lines.Select(line => line.Trim())]);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
