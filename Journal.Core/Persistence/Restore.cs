using System.Globalization;

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
        CheckOrigin(copy, seq, checkpoints);
        var suffix = string.Create(CultureInfo.InvariantCulture, $".before-{at:yyyyMMdd-HHmmss}");
        Replace(backup, live.Path, suffix);
        checkpoints.KeepUpTo(seq, suffix);
        checkpoints.Append(seq, hash, at);
        return seq;
    }

    // The folder's own checkpoints know its log: another school's, or one that was rewritten in the backup, is not this journal.
    private static void CheckOrigin(SchoolFile copy, long seq, Checkpoints checkpoints)
    {
        foreach (var signed in checkpoints.Read().OfType<Checkpoint>().Where(signed => signed.Seq > 0 && signed.Seq <= seq))
        {
            if (Convert.ToHexString(Backup.HashAt(copy, signed.Seq) ?? []) != signed.Hash)
                throw new InvalidDataException(
                    $"Change {signed.Seq} is not the one a signed checkpoint of this folder names: the backup is of another school, or its log was rewritten."
                );
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
