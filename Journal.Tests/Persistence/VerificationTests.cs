using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Core;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Persistence;

public sealed class VerificationTests : IAsyncDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly SmallSchool _school = new();
    private readonly long _mark;

    public VerificationTests() => _mark = ((Applied)_school.Submit(Put("3")).Result).Seq;

    [Fact]
    public async Task An_untouched_school_is_green_and_stays_so()
    {
        await Sign();
        await _school.Submit(Put("4", student: Boris));
        await _school.Submit(Absent("н"));
        await Sign();

        var findings = _school.Verify();

        Assert.Empty(findings.Faults);
        Assert.Equal(_mark + 2, findings.Changes);
        Assert.Empty(_school.Verify().Faults);
    }

    [Theory]
    [InlineData("UPDATE Changes SET Kind = 'attendance.set' WHERE Seq = 80")]
    [InlineData("DELETE FROM Changes WHERE Seq = 80")]
    [InlineData("DELETE FROM Changes")]
    public void The_log_itself_refuses_to_be_changed(string sql)
    {
        using var connection = _school.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        Assert.Empty(_school.Verify().Faults);
    }

    [Theory]
    [InlineData("Actor = 8")]
    [InlineData("At = At + 1")]
    [InlineData("CommandId = x'00'")]
    [InlineData("Part = 1")]
    [InlineData("Kind = 'mark.shown'")]
    [InlineData("Course = 4")]
    [InlineData("Course = NULL")]
    [InlineData("Class = 2")]
    [InlineData("Student = 22")]
    [InlineData("Person = 6")]
    [InlineData("Payload = CAST(replace(CAST(Payload AS TEXT), '\"first\":3', '\"first\":5') AS BLOB)")]
    [InlineData("Hash = x'00'")]
    public void A_changed_field_of_a_change_is_found(string change)
    {
        _school.Forge($"UPDATE Changes SET {change} WHERE Seq = {_mark}");

        AssertFound($"change {_mark} is not what was recorded");
    }

    [Theory]
    [InlineData("Payload = '{}'")]
    [InlineData("Payload = 'null'")]
    [InlineData("Payload = x'FF00'")]
    [InlineData("Payload = '[[[[[['")]
    [InlineData("Kind = 'nothing.known'")]
    [InlineData("At = -1")]
    [InlineData("At = 9223372036854775807")]
    [InlineData("Payload = CAST(replace(CAST(Payload AS TEXT), '\"work\":3', '\"work\":99999999999') AS BLOB)")]
    public void A_change_that_breaks_its_reader_is_reported_and_not_stumbled_over(string change)
    {
        _school.Forge($"UPDATE Changes SET {change} WHERE Seq = {_mark}");
        _school.Rehash(_mark);

        AssertFound($"change {_mark}");
    }

    [Fact]
    public void A_removed_change_is_found()
    {
        _school.Forge("DELETE FROM Changes WHERE Seq = 50");

        AssertFound("changes 50–50 are missing", "change 51 is not what was recorded");
    }

    [Fact]
    public void Two_changes_that_swapped_places_are_found()
    {
        _school.Forge(
            "UPDATE Changes SET Seq = -1 WHERE Seq = 50; UPDATE Changes SET Seq = 50 WHERE Seq = 51; UPDATE Changes SET Seq = 51 WHERE Seq = -1"
        );

        AssertFound("change 50 is not what was recorded", "change 51 is not what was recorded");
    }

    [Fact]
    public async Task A_cut_tail_is_found_by_the_checkpoint()
    {
        await Sign();

        _school.Forge($"DELETE FROM Changes WHERE Seq = {_mark}; DELETE FROM Marks");

        Assert.Equal(
            $"change {_mark}, named by a signed checkpoint, is gone: the end of the log was cut off",
            Assert.Single(_school.Verify().Faults)
        );
    }

    [Fact]
    public async Task A_chain_rewritten_from_a_point_with_fitting_hashes_and_rows_is_found_by_the_checkpoint()
    {
        await Sign();

        _school.Forge(
            $"""
            UPDATE Changes SET Payload = CAST(replace(CAST(Payload AS TEXT), '"first":3', '"first":5') AS BLOB) WHERE Seq = {_mark};
            UPDATE Marks SET First = 5
            """
        );
        _school.Rehash(_mark);

        Assert.Equal(
            $"change {_mark} is not the one a signed checkpoint names: the chain was rewritten",
            Assert.Single(_school.Verify().Faults)
        );
    }

    [Fact]
    public async Task A_checkpoint_of_a_rewritten_chain_cannot_be_signed_with_another_key()
    {
        await Sign();

        _school.SignWithAnotherKey(_mark);

        AssertFound("line 3 of the checkpoints is not signed by this school's key");
    }

    [Theory]
    [InlineData("80 AB 639000000000000000 c2lnbmVk")]
    [InlineData("80 AB 9223372036854775807 c2lnbmVk")]
    [InlineData("99999999999999999999 AB 1 c2lnbmVk")]
    [InlineData("80 AB 1 ***")]
    [InlineData("nothing at all")]
    [InlineData("")]
    public void A_forged_line_of_the_checkpoints_is_found(string line)
    {
        File.WriteAllText(_school.Checkpoints(), line + "\n");

        AssertFound("line 1 of the checkpoints is not signed by this school's key");
    }

    [Fact]
    public async Task A_checkpoint_moved_to_another_change_is_found()
    {
        await Sign();
        var line = await File.ReadAllTextAsync(_school.Checkpoints());

        await File.WriteAllTextAsync(_school.Checkpoints(), line.Replace($"{_mark} ", "80 ", StringComparison.Ordinal));

        AssertFound("line 2 of the checkpoints is not signed by this school's key");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rewritten_chain_is_not_made_good_by_taking_the_checkpoints_away(bool whole)
    {
        _school.Forge($"UPDATE Changes SET Actor = 8 WHERE Seq = {_mark}; UPDATE Marks SET By = 8");
        _school.Rehash(_mark);
        if (whole)
            File.Delete(_school.Checkpoints());
        else
            File.WriteAllText(_school.Checkpoints(), "");

        AssertFound("no signed checkpoint vouches for the log");
    }

    [Fact]
    public void A_missing_key_is_said_and_none_is_made_by_the_check()
    {
        var keys = Path.Combine(_school.Folder, "keys");
        Directory.Delete(keys, recursive: true);
        var checkpoints = new Checkpoints(_school.Checkpoints(), Path.Combine(keys, "checkpoint.pem"));

        var faults = new Verification(_school.File, JournalCore.Events(), checkpoints).Run().Faults;

        Assert.Contains(faults, fault => fault.Contains("key of the checkpoints is missing", StringComparison.Ordinal));
        Assert.False(Directory.Exists(keys));
    }

    [Fact]
    public async Task Half_a_line_left_by_a_power_cut_does_not_spoil_the_next_checkpoint()
    {
        await File.AppendAllTextAsync(_school.Checkpoints(), "80 3F2A");
        AssertFound("line 2 of the checkpoints is not signed by this school's key");

        await Sign();

        Assert.Empty(_school.Verify().Faults);
    }

    [Theory]
    [InlineData("DROP TRIGGER Changes_are_never_changed", "the trigger Changes_are_never_changed is missing or changed")]
    [InlineData("DROP INDEX IX_Changes_Actor_CommandId_Part", "the index IX_Changes_Actor_CommandId_Part is missing or changed")]
    [InlineData("CREATE TRIGGER quiet AFTER UPDATE ON Marks BEGIN SELECT 1; END", "the trigger quiet is not the journal's")]
    [InlineData("ALTER TABLE Marks ADD COLUMN Hidden INTEGER", "the table Marks is missing or changed")]
    public void What_guards_the_record_is_missed_when_it_is_gone(string sql, string fault)
    {
        using (var connection = _school.File.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        AssertFound(fault);
    }

    [Theory]
    [InlineData("UPDATE Marks SET First = 5", "is not what the log says")]
    [InlineData("UPDATE Marks SET By = 8", "is not what the log says")]
    [InlineData("DELETE FROM Marks", "is in the log but not in the table")]
    [InlineData(
        "INSERT INTO Marks SELECT Work, 22, First, Second, Due, DueBy, Comment, CommentForFamily, Version, By, At FROM Marks",
        "is not what the log says"
    )]
    [InlineData("INSERT INTO Roles (Person, Role, \"From\") VALUES (9, 1, '2026-09-01')", "is not what the log says")]
    [InlineData("DELETE FROM Guardians WHERE Guardian = 9", "is in the log but not in the table")]
    [InlineData("UPDATE Settings SET MarkDays = 1000", "is not what the log says")]
    [InlineData("DELETE FROM TermLocks; INSERT INTO TermLocks (Term, Class) VALUES (1, 1)", "is not what the log says")]
    public void A_row_of_the_state_that_the_log_does_not_say_is_found(string sql, string fault)
    {
        _school.Forge(sql);

        AssertFound(fault);
    }

    [Fact]
    public void A_row_that_points_nowhere_is_found()
    {
        _school.Forge(
            "DELETE FROM PersonCards WHERE Person = 21; INSERT INTO PersonCards (Person, Family, Given) VALUES (99, 'Никто', 'Никто')"
        );

        AssertFound("points to a row of People that is not there");
    }

    [Fact]
    public void Names_may_be_corrected_and_removed_without_a_fault()
    {
        _school.Forge("UPDATE PersonCards SET Family = 'Новая' WHERE Person = 21; DELETE FROM PersonCards WHERE Person = 22");

        Assert.Empty(_school.Verify().Faults);
    }

    /// <summary>The rebuilt tables are a second copy of everybody's marks, in a folder that the whole machine shares.</summary>
    [Fact]
    public async Task What_is_rebuilt_on_the_way_is_for_nobody_else_to_read()
    {
        var seen = new List<UnixFileMode>();
        var json = (JsonTypeInfo<SomethingHappened>)JsonSerializerOptions.Default.GetTypeInfo(typeof(SomethingHappened));
        var events = JournalCore.Events().Add("something.happened", json, (_, _) => Look());
        await using var school = new SmallSchool(services => services.AddSingleton(events));
        await school.Writer.Bulk(Guid.CreateVersion7(), [new DatedFact(school.Clock.GetUtcNow(), Teacher.Person, new SomethingHappened())]);
        seen.Clear();

        Assert.Empty(school.Verify().Faults);

        Assert.True(OperatingSystem.IsWindows() || seen.Count > 0);
        Assert.All(seen, mode => Assert.Equal(UnixFileMode.None, mode & ~Owner));

        void Look()
        {
            foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), "journal-rebuilt-*"))
            {
                // Another test's may be gone by now.
                if (!OperatingSystem.IsWindows() && new DirectoryInfo(folder) is { Exists: true } found)
                    seen.Add(found.UnixFileMode);
            }
        }
    }

    [Fact]
    public void The_report_names_nobody()
    {
        _school.Forge($"UPDATE Marks SET Comment = 'Фамилия21 Имя21 просит позвонить'");

        Assert.DoesNotContain(_school.Verify().Faults, fault => fault.Contains("Фамилия21", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task Sign() => _school.Get<CheckpointKeeper>().Sign();

    private void AssertFound(params string[] faults)
    {
        var found = _school.Verify().Faults;
        Assert.All(faults, fault => Assert.Contains(found, one => one.Contains(fault, StringComparison.Ordinal)));
    }
}
