using System.Globalization;
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

    /// <summary>
    /// The files in the order of their names. Hidden files are passed over, and links to files and folders, so that reading never leaves the folder.
    /// (Nobody can tell a hard link from the file itself; who makes one could read the file anyway.)
    /// </summary>
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

    /// <summary>
    /// Opens a file that <see cref="List"/> found. A link that has taken its place, or that of a folder above it, since then is not followed: the
    /// open file itself is asked where it stands (on Linux; elsewhere the path is looked at once more).
    /// </summary>
    /// <exception cref="IOException">It is a link by now, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public Stream Open(CorpusFile file)
    {
        var now = new FileInfo(file.FullPath);
        if (!_isFile && now.LinkTarget is not null)
        {
            throw new IOException($"{file.Name} is a link.");
        }

        // Opening a pipe waits for its writer, maybe for ever. Pipes, sockets and devices have no size, and what has none need not be opened.
        if (now.Exists && now.Length == 0)
        {
            return Stream.Null;
        }

        var content = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        try
        {
            if (!IsInside(content, file))
            {
                throw new IOException($"{file.Name} is reached through a link.");
            }

            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private bool IsInside(FileStream content, CorpusFile file)
    {
        // The corpus itself may be reached through links: whoever configured it chose them.
        var place = _isFile ? WithoutLinks(Root) : System.IO.Path.Combine(WithoutLinks(Root), System.IO.Path.GetRelativePath(Root, file.FullPath));
        var opened = new FileInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{content.SafeFileHandle.DangerousGetHandle()}"));
        return place == (opened.LinkTarget ?? WithoutLinks(file.FullPath));
    }

    /// <summary>A full path without links in any of its parts.</summary>
    private static string WithoutLinks(string path)
    {
        var real = System.IO.Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = System.IO.Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? WithoutLinks(target.FullName) : next;
        }

        return real;
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

    private string NameOf(string path) => System.IO.Path.GetRelativePath(Folder, path).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
