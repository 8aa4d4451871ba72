using System.Globalization;
using Journal.Core;
using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Web.Texts;

namespace Journal.Web.Hosting;

/// <summary>What the program does instead of serving the web. Checking and copying may run beside a serving program; the others may not.</summary>
public static class SchoolVerbs
{
    public static IReadOnlyList<Verb> All(TextWriter output) =>
        [
            new("verify", [], (_, settings) => Task.FromResult(Verify(settings, output))),
            new("backup", ["folder"], (wants, settings) => Task.FromResult(MakeBackup(wants[0], settings, output))),
            new("restore", ["file"], (wants, settings) => Task.FromResult(RestoreFrom(wants[0], settings, output))),
            new("demo large", [], (_, settings) => FillLargeDemo(settings, output)),
        ];

    private static int Verify(string[] settings, TextWriter output)
    {
        var place = Place(settings);
        var findings = Trying(() => new Verification(place.File, JournalCore.Events(), place.Checkpoints).Run());
        foreach (var fault in findings.Faults)
            output.WriteLine(fault);
        StartTexts.Say(
            output,
            findings.AreNone ? nameof(Words.VerifyWhole) : nameof(Words.VerifyFaults),
            findings.Changes,
            findings.Faults.Count
        );
        return findings.AreNone ? Verbs.Done : Verbs.Refused;
    }

    private static int MakeBackup(string folder, string[] settings, TextWriter output)
    {
        var place = Place(settings);
        var path = Trying(() => Backup.Make(place.File, Path.GetFullPath(folder)));
        StartTexts.Say(output, nameof(Words.BackupMade), path);
        return Verbs.Done;
    }

    private static int RestoreFrom(string backup, string[] settings, TextWriter output)
    {
        if (!File.Exists(backup))
            throw CannotStart.Because(nameof(Words.StartNoSuchFile), backup);

        using var folder = DataFolder.Open(JournalWeb.Builder(settings).Configuration.Journal().Data);
        var now = TimeProvider.System.GetUtcNow();
        var seq = Trying(() => Restore.From(Path.GetFullPath(backup), new SchoolFile(folder.Database), folder.Checkpoints(), now));
        EndSessions(new SchoolFile(folder.Database));
        StartTexts.Say(output, nameof(Words.RestoreDone), seq.ToString(CultureInfo.InvariantCulture));
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

    private static async Task<int> FillLargeDemo(string[] settings, TextWriter output)
    {
        var started = TimeProvider.System.GetTimestamp();
        var builder = JournalWeb.Builder([.. settings, "--Journal:Demo", "true"]);
        var folder = DataFolder.Open(builder.Configuration.Journal().Data);
        builder.AddJournalWeb(folder);
        await using var app = builder.Build();
        app.Services.GetRequiredService<DemoSchoolFile>().Clear();
        await app.OpenSchool(DemoVariant.Large);
        await app.Services.GetRequiredService<CheckpointKeeper>().Sign(CancellationToken.None);
        var changes = await app.Services.GetRequiredService<ChangeLog>().Head(CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        StartTexts.Say(output, nameof(Words.DemoLargeDone), folder.Path, changes, seconds);
        return Verbs.Done;
    }

    private static (SchoolFile File, Checkpoints Checkpoints) Place(string[] settings)
    {
        var folder = DataFolder.Resolve(JournalWeb.Builder(settings).Configuration.Journal().Data);
        var database = DataFolder.DatabaseIn(folder);
        if (!File.Exists(database))
            throw CannotStart.Because(nameof(Words.StartNoSuchFile), database);

        return (new SchoolFile(database), DataFolder.CheckpointsIn(folder));
    }

    // A damaged or foreign file and a full disk are the technician's news, not ours.
    private static T Trying<T>(Func<T> what)
    {
        try
        {
            return what();
        }
        catch (ForeignBackupException foreign)
        {
            throw CannotStart.Because(nameof(Words.RestoreForeign), foreign.Seq);
        }
        catch (Exception failure)
            when (failure is InvalidDataException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw CannotStart.Because(nameof(Words.VerbFailed), failure.Message);
        }
    }
}
