namespace SearchService.Hosting;

/// <summary>Another process holds the index folder; the message, in French, names it.</summary>
public sealed class IndexFolderInUseException : Exception
{
    /// <summary>Names the folder and its holder.</summary>
    public IndexFolderInUseException(string directory, string holder)
        : base($"Le dossier d'index {directory} est utilisé par {holder}. Arrêtez-le, ou adressez-lui le travail avec --url (import et rebuild).")
    {
    }
}
