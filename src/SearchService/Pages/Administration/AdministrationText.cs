using SearchService.Hosting;

namespace SearchService.Pages.Administration;

/// <summary>States, checks, sizes and moments in the words of the administration page.</summary>
public static class AdministrationText
{
    private const double Mega = 1_000_000;

    /// <summary>A state of the index.</summary>
    public static string Of(IndexState state) => state switch
    {
        IndexState.Ready => "prêt",
        IndexState.Verifying => "prêt, ses fichiers sont en vérification",
        IndexState.Rebuilding => "prêt, un autre se construit à côté",
        IndexState.Failed => "en échec : le journal du service en dit la cause",
        _ => "en construction",
    };

    /// <summary>What a rebuild or a rollback is doing or has come to.</summary>
    public static string Of(RebuildKind kind, RebuildState state) => Typography.Set((kind == RebuildKind.Rollback ? "Retour en arrière : " : "Reconstruction : ") + state switch
    {
        RebuildState.Queued => "en attente",
        RebuildState.Running => "en cours",
        RebuildState.Verifying => "vérification avant publication",
        RebuildState.Succeeded => "réussie, en service",
        RebuildState.Canceled => "annulée, rien n'a changé",
        _ => "échouée, rien n'a changé",
    });

    /// <summary>How far a rebuild is.</summary>
    public static string Progress(RebuildStatus work) => Typography.Set(
        $"{Number(work.Processed)} articles sur {Number(work.Total)} ({work.Percent.ToString("0.#", PageText.French)} %)"
        + (work.EtaSeconds is { } seconds and > 0 ? $", encore {Duration(seconds)} environ" : ""));

    /// <summary>What a check looks at.</summary>
    public static string Check(string name) => name switch
    {
        "opens" => "L’index se relit",
        "count" => "Le compte est juste",
        "duplicates" => "Aucun article en double",
        "queries" => "Les recherches d’essai trouvent",
        _ => name,
    };

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", PageText.French);

    /// <summary>A size in megabytes.</summary>
    public static string Size(long bytes) => (bytes / Mega).ToString(bytes < 10 * Mega ? "N1" : "N0", PageText.French) + PageText.Space + "Mo";

    /// <summary>The day and the hour in the time zone of the service.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now) => PageText.Moment(at.ToOffset(now.Offset));

    private static string Duration(double seconds) => seconds < 90
        ? Math.Ceiling(seconds).ToString("0", PageText.French) + PageText.Space + "s"
        : Math.Ceiling(seconds / 60).ToString("0", PageText.French) + PageText.Space + "min";
}
