namespace SearchService.Endpoints;

/// <summary>The closed set of errors that the API answers with: code, HTTP status and French title in one row each.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">For people.</param>
public sealed record ErrorCode(string Code, int Status, string Title)
{
    /// <summary>A parameter cannot be used.</summary>
    public static ErrorCode InvalidParameter { get; } = new("invalid_parameter", 400, "Paramètre inutilisable");

    /// <summary>The body is not JSON.</summary>
    public static ErrorCode InvalidJson { get; } = new("invalid_json", 400, "JSON illisible");

    /// <summary>The body is not an article.</summary>
    public static ErrorCode InvalidArticle { get; } = new("invalid_article", 400, "Article inutilisable");

    /// <summary>A key is needed and missing or wrong.</summary>
    public static ErrorCode Unauthorized { get; } = new("unauthorized", 401, "Clé d'administration requise");

    /// <summary>Without keys, only this machine may write.</summary>
    public static ErrorCode Forbidden { get; } = new("unauthorized", 403, "Écriture refusée");

    /// <summary>There is no such thing.</summary>
    public static ErrorCode NotFound { get; } = new("not_found", 404, "Introuvable");

    /// <summary>The address exists, but not for this verb.</summary>
    public static ErrorCode MethodNotAllowed { get; } = new("method_not_allowed", 405, "Méthode non admise");

    /// <summary>The store holds a higher version.</summary>
    public static ErrorCode VersionConflict { get; } = new("version_conflict", 409, "Version dépassée");

    /// <summary>A rebuild runs already.</summary>
    public static ErrorCode RebuildRunning { get; } = new("rebuild_running", 409, "Reconstruction déjà en cours");

    /// <summary>There is no generation to go back to.</summary>
    public static ErrorCode RollbackImpossible { get; } = new("rollback_impossible", 409, "Retour en arrière impossible");

    /// <summary>The body is too large.</summary>
    public static ErrorCode TooLarge { get; } = new("too_large", 413, "Contenu trop volumineux");

    /// <summary>The body is of another kind.</summary>
    public static ErrorCode UnsupportedMediaType { get; } = new("unsupported_media_type", 415, "Type de contenu inattendu");

    /// <summary>The client asks too often.</summary>
    public static ErrorCode TooManyRequests { get; } = new("too_many_requests", 429, "Trop de requêtes");

    /// <summary>The service failed; the log says why.</summary>
    public static ErrorCode InternalError { get; } = new("internal_error", 500, "Erreur interne");

    /// <summary>No index is published yet.</summary>
    public static ErrorCode IndexNotReady { get; } = new("index_not_ready", 503, "Index en préparation");

    /// <summary>Too many searches at once, or one that took too long.</summary>
    public static ErrorCode Overloaded { get; } = new("overloaded", 503, "Service surchargé");

    /// <summary>The error for an answer that has only a status.</summary>
    public static ErrorCode OfStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        503 => Overloaded,
        >= 400 and < 500 => InvalidParameter,
        _ => InternalError,
    };
}
