using System.Globalization;

namespace Journal.Core.Persistence;

/// <summary>Puts a backup in the place of the live file. What was there is kept beside it, with its checkpoints: nothing is overwritten.</summary>
public static class Restore
{
    /// <summary>Checks the backup and swaps it in; returns the Seq it ends with. The caller holds the folder, so nobody is writing.</summary>
    public static long From(string backup, SchoolFile live, string checkpoints, SchoolFileKept kept)
    {
        var copy = new SchoolFile(backup);
        Backup.Check(copy);
        var (seq, _) = Backup.Head(copy);
        var incoming = live.Path + ".incoming";
        File.Copy(backup, incoming, overwrite: true);
        foreach (var (from, to) in kept.Moves(live.Path, checkpoints))
        {
            if (File.Exists(from))
                File.Move(from, to);
        }

        File.Move(incoming, live.Path);
        return seq;
    }
}

/// <summary>Where the files that a restore replaces are kept, by its moment.</summary>
public sealed record SchoolFileKept(DateTimeOffset At)
{
    private string Suffix => string.Create(CultureInfo.InvariantCulture, $".before-{At:yyyyMMdd-HHmmss}");

    internal IEnumerable<(string From, string To)> Moves(string database, string checkpoints)
    {
        yield return (database, database + Suffix);
        yield return (database + "-wal", database + Suffix + "-wal");
        yield return (database + "-shm", database + Suffix + "-shm");
        yield return (checkpoints, checkpoints + Suffix);
    }
}
