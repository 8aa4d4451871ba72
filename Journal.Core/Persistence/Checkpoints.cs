using System.Globalization;
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
public sealed class Checkpoints(string path, string keyPath)
{
    private readonly CheckpointKey _key = new(keyPath);

    /// <summary>A check reads this and makes nothing: a key made by a check would fit no line.</summary>
    public bool HasKey => _key.IsThere;

    public void Append(long seq, byte[] hash, DateTimeOffset at)
    {
        var unsigned = new Checkpoint(seq, Convert.ToHexString(hash), at, "");
        var line = (unsigned with { Signature = _key.Sign(unsigned.Statement) }).Line + "\n";
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfWholeLines(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every line of the file: null where it is not a checkpoint of ours.</summary>
    public IReadOnlyList<Checkpoint?> Read() =>
        File.Exists(path) ? [.. File.ReadLines(path, Encoding.UTF8).Select(Checkpoint.Parse).Select(Signed)] : [];

    /// <summary>After a restore: what vouches for a later end is kept beside the file, what vouches for the restored log goes on doing so.</summary>
    internal void KeepUpTo(long seq, string suffix)
    {
        if (!File.Exists(path))
            return;

        var lines = Read().OfType<Checkpoint>().Where(signed => signed.Seq <= seq).Select(signed => signed.Line + "\n").ToArray();
        File.Move(path, path + suffix);
        File.WriteAllText(path, string.Concat(lines));
    }

    private Checkpoint? Signed(Checkpoint? checkpoint) =>
        checkpoint is not null && _key.Vouches(checkpoint.Statement, checkpoint.Signature) ? checkpoint : null;

    // A power cut or a full disk can leave half a line, which vouches for nothing; the next one must not be glued to it.
    private static long EndOfWholeLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Seek(end - 1, SeekOrigin.Begin);
            if (file.ReadByte() == '\n')
                return end;
        }

        return 0;
    }
}
