using System.Text.Json;
using Journal.Core.Basics;
using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>The demonstration's school in its folder: written when there is none, made anew on a new day, kept within a day.</summary>
public sealed class DemoSchoolFile(DataFolder folder, SchoolClock clock)
{
    private static readonly string[] Suffixes = ["", "-wal", "-shm"];

    private string NoteFile => Path.Combine(folder.Path, "demo.json");

    /// <summary>Before anybody opens the file: removes a demonstration of an earlier day, or one whose writing was interrupted.</summary>
    public void ClearIfOld()
    {
        if (!File.Exists(folder.Database) && Note() is null && !IsUnfinishedDemo())
            return;
        if (File.Exists(folder.Database) && Note() is { } note && (note.Variant == DemoVariant.Large.Name || note.Day == clock.Today))
            return;
        // Without a note the file is either a demonstration that was never finished or somebody's real school.
        if (Note() is null && !IsUnfinishedDemo())
            return;

        Clear();
    }

    /// <summary>Removes the demonstration that is there; a real school is not touched.</summary>
    public void Clear()
    {
        if ((Note() is null && File.Exists(folder.Database) && !IsUnfinishedDemo()) || HoldsRealAccounts())
            throw CannotStart.Because(nameof(Words.StartRealFolder), folder.Path);

        SqliteConnection.ClearAllPools();
        foreach (var file in Suffixes.Select(suffix => folder.Database + suffix).Append(folder.CheckpointFile))
            File.Delete(file);
        File.Delete(NoteFile);
    }

    /// <summary>A demonstration whose writing was interrupted has no accounts yet that would tell it from a real school.</summary>
    public void RefuseToBeTakenForReal()
    {
        if ((Note() is not null || IsUnfinishedDemo()) && File.Exists(folder.Database) && !HoldsRealAccounts())
            throw CannotStart.Because(nameof(Words.StartDemoFolder), folder.Path);
    }

    public async Task Fill(JournalWriter writer, DemoAccounts accounts, DemoVariant variant, CancellationToken ct)
    {
        if (Note() is not null)
            return;

        await File.WriteAllTextAsync(UnfinishedFile, "", ct);
        var school = await DemoSeed.Run(writer, clock, variant, ct);
        await accounts.Make([.. school.EveryLogin.Select(login => (login.Login, login.Person))], ct);
        var note = JsonSerializer.Serialize(new DemoNote(variant.Name, clock.Today));
        await File.WriteAllTextAsync(NoteFile + ".unfinished", note, ct);
        File.Move(NoteFile + ".unfinished", NoteFile, overwrite: true);
        File.Delete(UnfinishedFile);
    }

    private string UnfinishedFile => Path.Combine(folder.Path, "demo.unfinished");

    private bool IsUnfinishedDemo() => File.Exists(UnfinishedFile);

    // The note only says what was written here once. Somebody may have restored a real school over it since.
    private bool HoldsRealAccounts()
    {
        if (!File.Exists(folder.Database))
            return false;

        using var connection = new SchoolFile(folder.Database).Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'Accounts'";
        if ((long)command.ExecuteScalar()! == 0)
            return false;

        command.CommandText = "SELECT EXISTS (SELECT 1 FROM Accounts WHERE NOT Demo)";
        return (long)command.ExecuteScalar()! == 1;
    }

    private DemoNote? Note()
    {
        try
        {
            return File.Exists(NoteFile) ? JsonSerializer.Deserialize<DemoNote>(File.ReadAllText(NoteFile)) : null;
        }
        catch (JsonException)
        {
            // Cut off while it was written: then the demonstration was not finished either.
            return null;
        }
    }

    private sealed record DemoNote(string Variant, DateOnly Day);
}
