using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Live;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.School;

/// <summary>The settings of a school in its file, in its log and on its pages.</summary>
public sealed class ChangedSettingsTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    [Fact]
    public async Task They_hold_from_the_commit_on_and_their_version_is_its_number()
    {
        var founded = _school.Roster.SettingsVersion;
        var seq = Seq(await Change(Strict, founded));

        Assert.Equal((Strict, seq), (_school.Roster.Settings, _school.Roster.SettingsVersion));
        Assert.Equal(ReadAgain().Current.SettingsStamp, _school.Roster.SettingsStamp);
        Assert.Equal(Director.Person, _school.Roster.SettingsStamp.By);
        Assert.Equal(new Refused(new WindowClosed(new(2026, 11, 16), 3)), await _school.Submit(Put("5", work: Work16)));
        Assert.IsType<Applied>(await _school.Submit(Put("5")));
        AssertReadAgain();
    }

    [Fact]
    public async Task In_one_batch_the_second_is_decided_on_what_the_first_has_left()
    {
        var founded = _school.Roster.SettingsVersion;
        var lax = Strict with { Windows = EditWindows.Default };

        var answers = await _school.Writer.Submit(
            [new ChangeSettings(Strict, founded), new ChangeSettings(lax, founded), new ChangeSettings(Strict, 0)],
            Director,
            atomic: false
        );

        var first = Seq(answers[0]);
        var stamp = new SettingsStamp(first, Director.Person, _school.Roster.SettingsStamp.At);
        Assert.Equal([new Refused(new SettingsConflict(Strict, stamp)), new Unchanged(first)], answers.Skip(1));
        AssertReadAgain();
    }

    [Fact]
    public async Task A_command_that_is_sent_again_is_answered_as_it_was()
    {
        var command = new ChangeSettings(Strict, _school.Roster.SettingsVersion);
        var seq = Seq(await _school.Writer.Submit(command, Director));
        await Change(Strict with { Name = "Лицей" }, seq);

        Assert.Equal(new Replayed(seq), await _school.Writer.Submit(command, Director));
    }

    [Fact]
    public async Task A_file_from_before_settings_had_versions_says_them_as_the_log_does()
    {
        var seq = Seq(await Change(Strict, _school.Roster.SettingsVersion));
        await _school.Submit(Put("5"));
        using (var connection = _school.File.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                ALTER TABLE Settings DROP COLUMN Version;
                DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_SettingsVersion'
                """;
            command.ExecuteNonQuery();
        }

        Assert.NotNull(_school.File.Prepare(Path.Combine(_school.Folder, "before")));

        Assert.Equal(seq, ReadAgain().Current.SettingsVersion);
        Assert.Empty(_school.Verify().Faults);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private SchoolSettings Strict => _school.Roster.Settings with { Windows = new(3, 5, 10), AbsencesWaitForRoll = false };

    private Task<Answer> Change(SchoolSettings settings, long expected) =>
        _school.Writer.Submit(new ChangeSettings(settings, expected), Director);

    private void AssertReadAgain()
    {
        Assert.Equal(RosterText.Of(ReadAgain().Current), RosterText.Of(_school.Roster));
        Assert.Empty(_school.Verify().Faults);
    }

    private RosterSource ReadAgain() => new(_school.Get<IDbContextFactory<JournalDb>>());

    private static long Seq(Answer answer) => Assert.IsType<Applied>(answer).Seq;
}
