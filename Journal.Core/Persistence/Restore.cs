using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Journal.Core.Persistence;

/// <summary>Puts a backup in the place of the live file. What was there is kept beside it, with its checkpoints: nothing is overwritten.</summary>
public static class Restore
{
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Checks the backup and swaps it in; returns the Seq it ends with. The caller holds the folder, so nobody is writing.</summary>
    public static long From(string backup, SchoolFile live, Checkpoints checkpoints, DateTimeOffset at)
    {
        var copy = new SchoolFile(backup);
        Backup.Check(copy);
        var (seq, hash) = Backup.Head(copy);
        CheckOrigin(copy, live, seq, checkpoints);
        // First: the journal must not name what is not there.
        AttachedFiles.Fetch(copy, FileStore.Beside(live), FileStore.Beside(copy));
        var suffix = string.Create(CultureInfo.InvariantCulture, $".before-{at:yyyyMMdd-HHmmss}");
        Replace(backup, live.Path, suffix);
        checkpoints.KeepUpTo(seq, suffix);
        checkpoints.Append(seq, hash, at);
        return seq;
    }

    // The folder knows its log: by the first change, and by every change that a checkpoint of its own names.
    private static void CheckOrigin(SchoolFile copy, SchoolFile live, long seq, Checkpoints checkpoints)
    {
        if (First(live) is { } first && Backup.HashAt(copy, 1) is { } other && !first.AsSpan().SequenceEqual(other))
            throw new ForeignBackupException(1);

        foreach (var signed in checkpoints.Read().OfType<Checkpoint>().Where(signed => signed.Seq > 0 && signed.Seq <= seq))
        {
            if (Convert.ToHexString(Backup.HashAt(copy, signed.Seq) ?? []) != signed.Hash)
                throw new ForeignBackupException(signed.Seq);
        }
    }

    // A live file that cannot be read is why somebody restores; it says nothing then.
    private static byte[]? First(SchoolFile live)
    {
        try
        {
            return File.Exists(live.Path) ? Backup.HashAt(live, 1) : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static void Replace(string backup, string live, string suffix)
    {
        var incoming = live + ".incoming";
        File.Delete(incoming);
        PrivateFile.Make(incoming);
        using (var from = new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.Read))
        using (var to = new FileStream(incoming, FileMode.Open, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        foreach (var part in Parts.Where(part => File.Exists(live + part)))
            File.Move(live + part, live + suffix + part);
        File.Move(incoming, live);
    }
}

/// <summary>The backup is not of this folder's journal: another school's, or one whose log was rewritten from this change on.</summary>
public sealed class ForeignBackupException(long seq) : Exception($"Change {seq} is not the one this folder knows.")
{
    public long Seq { get; } = seq;
}
