using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Journal.Core.Persistence;

/// <summary>A signed statement that at this moment the chain ended with this hash.</summary>
public sealed record Checkpoint(long Seq, string Hash, DateTimeOffset At, string Signature)
{
    internal string Statement => string.Create(CultureInfo.InvariantCulture, $"{Seq} {Hash} {At.UtcTicks}");

    internal string Line => $"{Statement} {Signature}";

    internal static Checkpoint? Parse(string line) =>
        line.Split(' ') is [var seq, var hash, var at, var signature]
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new Checkpoint(number, hash, new DateTimeOffset(ticks, TimeSpan.Zero), signature)
            : null;
}

/// <summary>
/// Checkpoints lie beside the database, signed with a key (ECDSA P-256) that is not in it: they are what finds a cut tail and a chain rewritten
/// from some point on.
/// </summary>
public sealed class Checkpoints
{
    private readonly string _path;
    private readonly ECDsa _key;

    public Checkpoints(string path, string keyPath)
    {
        _path = path;
        _key = Key(keyPath);
    }

    public void Append(long seq, byte[] hash, DateTimeOffset at)
    {
        var unsigned = new Checkpoint(seq, Convert.ToHexString(hash), at, "");
        var signature = _key.SignData(Encoding.UTF8.GetBytes(unsigned.Statement), HashAlgorithmName.SHA256);
        var line = (unsigned with { Signature = Convert.ToBase64String(signature) }).Line + "\n";
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every line of the file: null where it is not a checkpoint of ours.</summary>
    public IReadOnlyList<Checkpoint?> Read() =>
        File.Exists(_path) ? [.. File.ReadLines(_path, Encoding.UTF8).Select(Checkpoint.Parse).Select(Signed)] : [];

    private Checkpoint? Signed(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
            return null;

        var signature = new byte[(checkpoint.Signature.Length * 3 / 4) + 3];
        return
            Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && _key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Statement), signature.AsSpan(0, length), HashAlgorithmName.SHA256)
            ? checkpoint
            : null;
    }

    private static ECDsa Key(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
