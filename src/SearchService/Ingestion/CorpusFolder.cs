using SearchService.Articles;

namespace SearchService.Ingestion;

/// <summary>The file or folder that holds the news.</summary>
public sealed class CorpusFolder
{
    private readonly bool _isFile;

    /// <summary>Names the corpus.</summary>
    /// <param name="path">A full path.</param>
    public CorpusFolder(string path)
    {
        Root = System.IO.Path.TrimEndingDirectorySeparator(path);
        _isFile = File.Exists(Root);
    }

    /// <summary>The file or folder.</summary>
    public string Root { get; }

    /// <summary>The folder to watch.</summary>
    public string Folder => _isFile ? System.IO.Path.GetDirectoryName(Root)! : Root;

    /// <summary>The names of files to watch in the folder.</summary>
    public string Filter => _isFile ? System.IO.Path.GetFileName(Root) : "*";

    /// <summary>Whether folders below it are read too.</summary>
    public bool IsDeep => !_isFile;

    /// <summary>Whether the file or folder is there.</summary>
    public bool Exists => File.Exists(Root) || Directory.Exists(Root);

    /// <summary>The files in the order of their names; hidden files and links are passed over, so that reading never leaves the folder.</summary>
    /// <param name="report">Told of each folder that cannot be read.</param>
    public IReadOnlyList<CorpusFile> List(Action<IngestionProblem> report)
    {
        var files = new List<CorpusFile>();
        if (_isFile)
        {
            Add(new FileInfo(Root), files);
        }
        else
        {
            Collect(new DirectoryInfo(Root), files, report);
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    private void Collect(DirectoryInfo folder, List<CorpusFile> files, Action<IngestionProblem> report)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.') || entry.LinkTarget is not null)
                {
                    continue;
                }

                if (entry is DirectoryInfo inner)
                {
                    Collect(inner, files, report);
                }
                else
                {
                    Add((FileInfo)entry, files);
                }
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            report(new IngestionProblem(NameOf(folder.FullName) + "/", 0, new ArticleError(
                ArticleError.Unreadable, "Le dossier ne peut pas être lu : vérifiez qu'il existe et les droits d'accès.")));
        }
    }

    private void Add(FileInfo file, List<CorpusFile> files)
    {
        if (file.Exists)
        {
            files.Add(new CorpusFile(file.FullName, NameOf(file.FullName), file.Length, file.LastWriteTimeUtc.Ticks));
        }
    }

    private string NameOf(string path) => System.IO.Path.GetRelativePath(Folder, path).Replace('\\', '/');
}
