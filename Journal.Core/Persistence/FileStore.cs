using System.Security.Cryptography;

namespace Journal.Core.Persistence;

/// <summary>
/// Files that were brought to the journal, in a folder beside its database: each under an id that nobody can guess, written once and never changed.
/// What they are and whose is in the database; the log keeps the hash of each.
/// </summary>
public sealed class FileStore(string folder)
{
    public static FileStore Beside(SchoolFile file) => In(Path.GetDirectoryName(file.Path)!);

    /// <summary>Of a data folder, or of a folder of backups.</summary>
    public static FileStore In(string place) => new(Path.Combine(place, "files"));

    /// <summary>Keeps what the stream brings; null, and nothing kept, when that is more than this.</summary>
    public async Task<(int Size, string Hash)?> Keep(Guid id, Stream content, int most, CancellationToken ct = default)
    {
        PrivateFile.MakeFolder(folder);
        var unfinished = PathOf(id) + ".unfinished";
        try
        {
            PrivateFile.Make(unfinished);
            if (await Write(content, unfinished, most, ct) is not { } kept)
                return null;

            File.Move(unfinished, PathOf(id));
            return kept;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Null when it is not there.</summary>
    public Stream? Read(Guid id) =>
        Has(id) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;

    public bool Has(Guid id) => File.Exists(PathOf(id));

    public void Forget(Guid id) => File.Delete(PathOf(id));

    /// <summary>SHA-256 of the content, in hexadecimal; null when it is not there.</summary>
    public string? HashOf(Guid id)
    {
        using var content = Read(id);
        return content is null ? null : Convert.ToHexString(SHA256.HashData(content));
    }

    /// <summary>Brings the file from another store, unless it is here already.</summary>
    public void Fetch(Guid id, FileStore from)
    {
        if (Has(id) || !from.Has(id))
            return;

        PrivateFile.MakeFolder(folder);
        var unfinished = PathOf(id) + ".unfinished";
        // One that a killed copying left.
        File.Delete(unfinished);
        PrivateFile.Make(unfinished);
        File.Copy(from.PathOf(id), unfinished, overwrite: true);
        File.Move(unfinished, PathOf(id), overwrite: true);
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    private static async Task<(int Size, string Hash)?> Write(Stream content, string path, int most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        var (buffer, size) = (new byte[81920], 0);
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            size += read;
            if (size > most)
                return null;

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return (size, Convert.ToHexString(hash.GetHashAndReset()));
    }
}
