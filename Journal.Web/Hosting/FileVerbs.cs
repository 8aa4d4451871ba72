using Journal.Core;
using Journal.Core.Persistence;
using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>What can be done with the school's file from the console. Checking and copying may happen while the server runs; restoring may not.</summary>
public static class FileVerbs
{
    public static readonly Verb[] All =
    [
        new("verify", [], (_, settings) => Task.FromResult(Verify(Paths(settings), Console.Out))),
        new("backup", ["folder"], (words, settings) => Task.FromResult(Copy(Paths(settings), words[0], Console.Out))),
        new(
            "restore",
            ["file"],
            (words, settings) => Task.FromResult(Restore(Configured(settings), words[0], TimeProvider.System, Console.Out))
        ),
    ];

    /// <summary>0 when the record is whole, 1 when something in it is not as it was written.</summary>
    public static int Verify(DataPaths paths, TextWriter output)
    {
        var checkpoints = new Checkpoints(paths.Checkpoints, paths.CheckpointKey);
        var found = new Verification(Existing(paths.Database), JournalCore.Events(), checkpoints).Run();
        foreach (var fault in found.Faults)
            output.WriteLine(fault);

        StartTexts.Say(output, found.AreNone ? nameof(Words.VerbVerified) : nameof(Words.VerbFaults), found.Changes, found.Faults.Count);
        return found.AreNone ? Verbs.Done : Verbs.Refused;
    }

    public static int Copy(DataPaths paths, string folder, TextWriter output)
    {
        var copy = Guarded(() => Backup.Make(Existing(paths.Database), Path.GetFullPath(folder)));
        StartTexts.Say(output, nameof(Words.VerbBackedUp), copy);
        return Verbs.Done;
    }

    public static int Restore(string configured, string backup, TimeProvider clock, TextWriter output)
    {
        var copy = Existing(Path.GetFullPath(backup));
        using var folder = DataFolder.Open(configured);
        var live = new SchoolFile(folder.Paths.Database);
        var seq = Guarded(() =>
            Core.Persistence.Restore.From(copy.Path, live, folder.Paths.Checkpoints, new SchoolFileKept(clock.GetUtcNow()))
        );
        EndSessions(live);
        StartTexts.Say(output, nameof(Words.VerbRestored), seq);
        return Verbs.Done;
    }

    // Whoever was signed out or frozen since the backup must not be let in again by it.
    private static void EndSessions(SchoolFile file)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'Sessions'";
        if ((long)command.ExecuteScalar()! == 0)
            return;

        command.CommandText = "DELETE FROM Sessions";
        command.ExecuteNonQuery();
    }

    private static SchoolFile Existing(string path) =>
        File.Exists(path) ? new(path) : throw CannotStart.Because(nameof(Words.VerbNoFile), path);

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is InvalidDataException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw CannotStart.Because(nameof(Words.VerbFailed), e.Message);
        }
    }

    private static DataPaths Paths(string[] settings) => DataPaths.Of(Configured(settings));

    private static string Configured(string[] settings) => JournalWeb.Builder(settings).Configuration.Journal().Data;
}
