using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Persistence;

public sealed class BackupTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    private string Backups => Path.Combine(_school.Folder, "backups");

    [Fact]
    public async Task A_backup_made_while_marks_are_put_verifies_and_holds_the_head()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await _school.Submit(Put(i % 2 == 0 ? "5" : "4", _school.Algebra.MarkAt(WorkToday, Anna).Version));
        });
        var before = Backup.Head(_school.File).Seq;

        var copy = new SchoolFile(Backup.Make(_school.File, Backups));
        await writing;

        Assert.InRange(Backup.Head(copy).Seq, before, Backup.Head(_school.File).Seq);
        Assert.Empty(Verify(copy).Faults);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public void Two_backups_of_one_head_do_not_overwrite_each_other() =>
        Assert.NotEqual(Backup.Make(_school.File, Backups), Backup.Make(_school.File, Backups));

    [Fact]
    public async Task A_restored_school_verifies_and_goes_on_and_the_former_file_is_kept()
    {
        await _school.Submit(Put("5"));
        var backup = Backup.Make(_school.File, Backups);
        await _school.Submit(Put("4", student: Boris));
        await _school.Get<CheckpointKeeper>().Sign();
        await _school.Stop();
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));
        var former = Backup.Head(_school.File).Seq;

        var seq = Restore.From(backup, _school.File, Checkpoints, Now);

        var kept = Assert.Single(
            Directory.GetFiles(_school.Folder, "journal.db.before-*"),
            file => !file.EndsWith("-wal") && !file.EndsWith("-shm")
        );
        Assert.Equal(former, Backup.Head(new SchoolFile(kept)).Seq);
        Assert.Single(Directory.GetFiles(_school.Folder, "checkpoints.log.before-*"));
        await using var restored = new SmallSchool(folder: _school.Folder);
        Assert.Equal(former - 1, seq);
        Assert.Equal("wal", JournalMode(restored.File));
        Assert.IsType<Applied>(await restored.Submit(Put("3", student: Boris)));
        Assert.Empty(restored.Verify().Faults);
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("readable, but not sound")]
    [InlineData("text")]
    [InlineData("empty")]
    [InlineData("of something else")]
    public async Task A_file_that_is_no_sound_school_is_refused_and_nothing_is_touched(string what)
    {
        var bad = Bad(what);
        await _school.Stop();
        var before = Directory.GetFiles(_school.Folder, "*", SearchOption.AllDirectories).Order().ToArray();

        Assert.Throws<InvalidDataException>(() => Restore.From(bad, _school.File, Checkpoints, Now));

        Assert.Equal(before, Directory.GetFiles(_school.Folder, "*", SearchOption.AllDirectories).Order());
        Assert.Empty(_school.Verify(_school.File).Faults);
    }

    [Fact]
    public void A_backup_that_fails_half_way_leaves_nothing_that_looks_like_one()
    {
        using (var other = _school.File.Open())
        using (var command = other.CreateCommand())
        {
            // A change that the copy will hold and its check will not find sound.
            command.CommandText = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'IX_Changes_Course_Seq'";
            command.ExecuteNonQuery();
        }

        Assert.ThrowsAny<Exception>(() => Backup.Make(_school.File, Backups));

        Assert.Empty(Directory.GetFiles(Backups));
    }

    [Fact]
    public void A_backup_is_for_the_account_that_runs_the_program_and_nobody_else()
    {
        if (OperatingSystem.IsWindows())
            return;

        var backup = Backup.Make(_school.File, Backups);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Backups));
    }

    [Fact]
    public async Task A_backup_whose_log_was_rewritten_is_not_this_folders_journal()
    {
        await _school.Submit(Put("3"));
        await _school.Get<CheckpointKeeper>().Sign();
        var seq = Backup.Head(_school.File).Seq;
        var backup = new SchoolFile(Backup.Make(_school.File, Backups));
        await _school.Stop();
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));
        Forger.Forge(backup, $"UPDATE Changes SET Actor = 8 WHERE Seq = {seq}");
        Forger.Rehash(backup, seq);

        var refused = Assert.Throws<ForeignBackupException>(() => Restore.From(backup.Path, _school.File, Checkpoints, Now));

        Assert.Equal(seq, refused.Seq);
        Assert.Equal(seq, Backup.Head(_school.File).Seq);
    }

    [Fact]
    public async Task Another_schools_backup_is_refused_even_when_no_checkpoint_is_as_old()
    {
        var backup = Backup.Make(_school.File, Backups);
        var (head, other) = (Backup.Head(_school.File).Seq, new SchoolFile(backup));
        Forger.Forge(other, $"UPDATE Changes SET Actor = Actor + 1; DELETE FROM Changes WHERE Seq > {head - 5}");
        Forger.Rehash(other, 1);
        await _school.Stop();

        Assert.Equal(1, Assert.Throws<ForeignBackupException>(() => Restore.From(backup, _school.File, Checkpoints, Now)).Seq);
    }

    [Fact]
    public async Task A_damaged_school_is_restored_from_its_own_backup()
    {
        var backup = Backup.Make(_school.File, Backups);
        var head = Backup.Head(_school.File).Seq;
        await _school.Stop();
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));
        await File.WriteAllTextAsync(_school.File.Path, new string('x', 10_000));

        Assert.Equal(head, Restore.From(backup, _school.File, Checkpoints, Now));
    }

    [Fact]
    public async Task What_vouched_for_the_restored_log_goes_on_vouching_for_it()
    {
        await _school.Submit(Put("5"));
        await _school.Get<CheckpointKeeper>().Sign();
        var backup = Backup.Make(_school.File, Backups);
        await _school.Submit(Put("4", student: Boris));
        await _school.Get<CheckpointKeeper>().Sign();
        await _school.Stop();
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));

        var seq = Restore.From(backup, _school.File, Checkpoints, Now);

        Assert.Equal([seq - 1, seq, seq], Checkpoints.Read().Select(one => one!.Seq));
        await using var restored = new SmallSchool(folder: _school.Folder);
        restored.Forge($"UPDATE Changes SET Actor = 8 WHERE Seq = {seq}");
        restored.Rehash(seq);
        Assert.Contains(restored.Verify().Faults, fault => fault.Contains("the chain was rewritten", StringComparison.Ordinal));
    }

    [Fact]
    public void A_backup_that_is_not_there_is_refused_and_not_made()
    {
        var missing = Path.Combine(_school.Folder, "missing.db");

        Assert.Throws<FileNotFoundException>(() => Restore.From(missing, _school.File, Checkpoints, Now));

        Assert.False(File.Exists(missing));
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(_school.Folder))
            await _school.DisposeAsync();
    }

    private DateTimeOffset Now => _school.Clock.GetUtcNow();

    private Checkpoints Checkpoints => new(_school.Checkpoints(), Path.Combine(_school.Folder, "keys", "checkpoint.pem"));

    private Findings Verify(SchoolFile file) => _school.Verify(file);

    private string Bad(string what)
    {
        var path = Path.Combine(_school.Folder, "bad.db");
        switch (what)
        {
            case "damaged":
                var bytes = File.ReadAllBytes(Backup.Make(_school.File, Backups));
                Array.Fill(bytes, (byte)0xAA, 4096 * 5, 4096 * 3);
                File.WriteAllBytes(path, bytes);
                break;
            case "text":
                File.WriteAllText(path, new string('x', 10_000));
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "readable, but not sound":
                File.Move(Backup.Make(_school.File, Backups), path);
                Run(
                    path,
                    """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_master SET sql = replace(sql, '"Course" INTEGER NULL', '"Course" INTEGER NOT NULL') WHERE name = 'Changes'
                    """
                );
                break;
            default:
                Run(path, "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");
                break;
        }

        return path;
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string JournalMode(SchoolFile file)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return (string)command.ExecuteScalar()!;
    }
}
