using System.Text.Json;

namespace SearchService.Storage;

/// <summary>What a backup says of itself, in <c>backup.json</c> beside the copy: written last, so that a folder that has it is a whole backup.</summary>
/// <param name="Format">The form of the backup; 1.</param>
/// <param name="CreatedAt">When the copy was begun; it holds everything that was acknowledged before.</param>
/// <param name="Sequence">The number of the last change in it.</param>
/// <param name="Articles">How many articles in it readers may see.</param>
/// <param name="SizeBytes">The size of the copy, in bytes.</param>
/// <param name="Sha256">The SHA-256 of the copy, 64 hexadecimal digits in lower case.</param>
public sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, long Sequence, long Articles, long SizeBytes, string Sha256)
{
    /// <summary>The name of its file in the folder of a backup.</summary>
    public const string FileName = "backup.json";

    /// <summary>The form that this program writes.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the manifest of a backup.</summary>
    /// <param name="directory">The folder of the backup.</param>
    /// <exception cref="StoreException">There is none, or it was not written by this program.</exception>
    public static BackupManifest Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(
                StoreFault.Missing, $"{directory} n'est pas une sauvegarde complète : {FileName} n'y est pas. Indiquez le dossier que « backup » a écrit.", e);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Damaged, $"{path} ne peut pas être lu : {e.Message} Prenez une autre sauvegarde.", e);
        }

        return manifest switch
        {
            { Format: > CurrentFormat } => throw new StoreException(
                StoreFault.Newer, $"{path} : cette sauvegarde vient d'un programme plus récent. Restaurez-la avec lui."),
            { Format: CurrentFormat, Sha256.Length: 64, SizeBytes: > 0 } => manifest,
            _ => throw new StoreException(StoreFault.Damaged, $"{path} n'est pas la description d'une sauvegarde. Prenez une autre sauvegarde."),
        };
    }

    internal void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
