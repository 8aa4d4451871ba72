using System.Security.Cryptography;
using System.Text;

namespace Journal.Core.Persistence;

/// <summary>The school's own key, made when the first checkpoint is signed; reading never makes one.</summary>
internal sealed class CheckpointKey(string path)
{
    private readonly Lock _gate = new();
    private ECDsa? _key;

    public bool IsThere => File.Exists(path);

    public string Sign(string statement)
    {
        lock (_gate)
        {
            _key ??= IsThere ? Load() : Make();
            return Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256));
        }
    }

    public bool Vouches(string statement, string signature)
    {
        lock (_gate)
        {
            if (_key is null && !IsThere)
                return false;

            _key ??= Load();
            var bytes = new byte[(signature.Length * 3 / 4) + 3];
            return Convert.TryFromBase64String(signature, bytes, out var length)
                && _key.VerifyData(Encoding.UTF8.GetBytes(statement), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
        }
    }

    private ECDsa Load()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"{path}: {unreadable.Message}", unreadable);
        }
    }

    // Under another name first: a disk that fills up or a power cut must not leave half a key.
    private ECDsa Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        PrivateFile.Make(unfinished);
        using (var file = new FileStream(unfinished, FileMode.Open, FileAccess.Write))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
        return key;
    }
}
