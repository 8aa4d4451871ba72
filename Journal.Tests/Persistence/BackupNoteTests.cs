using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Tests.Support;

namespace Journal.Tests.Persistence;

public sealed class BackupNoteTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();
    private readonly Measurements _measured;

    public BackupNoteTests() => _measured = new Measurements(_school.Get<JournalMeter>());

    private double? Age => _measured.Now("journal.backup.age");

    private string Note => Path.Combine(_school.Folder, "last-backup.txt");

    [Fact]
    public void Where_there_never_was_a_backup_there_is_no_age() => Assert.Null(Age);

    [Fact]
    public void A_backup_is_noted_beside_the_file_with_its_moment_and_what_it_holds()
    {
        Make();
        _school.Clock.Advance(TimeSpan.FromHours(26));

        Assert.Equal(26 * 3600, Age);
        Assert.Equal(Backup.Head(_school.File).Seq, BackupNote.Of(_school.File)?.Seq);
        Make();
        Assert.Equal(0, Age);
        Assert.Equal([Note], Directory.GetFiles(_school.Folder, "last-backup*"));
    }

    [Fact]
    public void A_backup_that_was_not_made_leaves_the_former_note()
    {
        Make();
        _school.Clock.Advance(TimeSpan.FromHours(1));
        File.WriteAllText(Path.Combine(_school.Folder, "no folder"), "");

        Assert.ThrowsAny<IOException>(() => Backup.Make(_school.File, Path.Combine(_school.Folder, "no folder"), _school.Clock));

        Assert.Equal(3600, Age);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12 yesterday")]
    [InlineData("12 2026-12-18T07:00:00.0000000Z and more")]
    public void A_note_that_is_not_ours_tells_nothing(string text)
    {
        File.WriteAllText(Note, text);

        Assert.Null(Age);
    }

    [Fact]
    public void A_clock_that_was_put_back_does_not_make_a_backup_of_tomorrow()
    {
        new BackupNote(1, _school.Clock.GetUtcNow().AddHours(3)).WriteBeside(_school.File);

        Assert.Equal(0, Age);
    }

    public async ValueTask DisposeAsync()
    {
        _measured.Dispose();
        await _school.DisposeAsync();
    }

    private void Make() => Backup.Make(_school.File, Path.Combine(_school.Folder, "backups"), _school.Clock);
}
