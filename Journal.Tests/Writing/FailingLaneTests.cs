using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class FailingLaneTests : IAsyncDisposable
{
    private readonly LaneHook _hook = new();
    private readonly SmallSchool _school;

    public FailingLaneTests() => _school = new SmallSchool(_hook.Into);

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_everything_as_it_was()
    {
        var (page, head) = (_school.Algebra, await Head());
        using var listener = _school.Feed.Listen(Audience.Of(Algebra));
        var command = Put("5") with { Comment = new string('я', 500) };

        Limit(pages: 1);
        var answer = await _school.Submit(command);

        Assert.Equal(new Refused(new StorageFailed("13")), answer);
        Assert.Same(page, _school.Algebra);
        Assert.Equal(head, await Head());
        Assert.False(listener.Heard.TryRead(out _));

        Limit(pages: 1_000_000);
        Assert.Equal(new Applied(head + 1), await _school.Submit(command));
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task A_file_that_somebody_else_holds_is_waited_for_once_and_not_by_each_of_a_batch()
    {
        await WaitOnlyBriefly();
        Task<Answer>[] waiting;
        using (var other = _school.File.Open())
        {
            await using var held = await other.BeginTransactionAsync();
            using (await Gate.Close(_school.Writer))
                waiting = [_school.Submit(Put("5")), _school.Submit(Put("4", student: Boris)), _school.Submit(Put("3", student: Vera))];
            Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(new Refused(new StorageFailed("5")), answer));
        }

        Assert.Equal(1, _hook.Discarded);
        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task A_commit_that_fails_is_heard_by_nobody_and_leaves_everything_as_it_was()
    {
        var (page, head) = (_school.Algebra, await Head());
        using var listener = _school.Feed.Listen(Audience.Of(Algebra));
        _hook.Deciding = (_, operation) => Execute(operation, "PRAGMA defer_foreign_keys = ON; INSERT INTO Rolls VALUES (999, 1, 1, 1)");

        await Assert.ThrowsAsync<SqliteException>(() => _school.Submit(Put("5")));

        Assert.Same(page, _school.Algebra);
        Assert.Equal(head, await Head());
        Assert.False(listener.Heard.TryRead(out _));

        _hook.Deciding = (_, _) => { };
        Assert.Equal(new Applied(head + 1), await _school.Submit(Put("5")));
        Assert.True(listener.Heard.TryRead(out var heard) && heard.Seq == head + 1);
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task A_batch_that_fails_before_its_commit_never_happened()
    {
        var (page, head) = (_school.Algebra, await Head());
        using var listener = _school.Feed.Listen(Audience.Of(Algebra));
        _hook.Folding = _ => throw new NotSupportedException("A follower fails.");

        await Assert.ThrowsAsync<NotSupportedException>(() => _school.Submit(Put("5")));

        Assert.Same(page, _school.Algebra);
        Assert.Equal(head, await Head());
        Assert.False(listener.Heard.TryRead(out _));
        Assert.Equal(1, _hook.Discarded);

        _hook.Folding = _ => { };
        Assert.Equal(new Applied(head + 1), await _school.Submit(Put("5")));
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task Of_a_batch_only_the_command_at_fault_fails()
    {
        Task<Answer> first;
        Task<Answer> broken;
        Task<Answer> last;
        using (await Gate.Close(_school.Writer))
        {
            first = _school.Submit(Put("5"));
            broken = _school.Submit(new Breakdown("broken"));
            last = _school.Submit(Put("4", student: Boris));
        }

        Assert.IsType<Applied>(await first);
        await Assert.ThrowsAsync<NotSupportedException>(() => broken);
        Assert.IsType<Applied>(await last);
        Assert.Equal(CellValue.Of(4), _school.Algebra.MarkAt(WorkToday, Boris).Value);
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task A_refusal_harms_no_other_of_its_batch()
    {
        Task<Answer> refused;
        Task<Answer> applied;
        using (await Gate.Close(_school.Writer))
        {
            refused = _school.Submit(Put("7"));
            applied = _school.Submit(Put("4", student: Boris));
        }

        Assert.IsType<NotOnTheScale>(Assert.IsType<Refused>(await refused).Why);
        Assert.IsType<Applied>(await applied);
    }

    [Fact]
    public async Task What_fails_after_the_commit_neither_undoes_nor_doubles_it()
    {
        var head = await Head();
        using var listener = _school.Feed.Listen(Audience.Of(Algebra));
        _hook.Accepting = () => throw new NotSupportedException("A follower fails.");
        _school.Get<RosterSource>().Changed += (_, _) => throw new NotSupportedException("A handler fails.");

        Task<Answer> mark;
        Task<Answer> load;
        using (await Gate.Close(_school.Writer))
        {
            mark = _school.Submit(Put("5"));
            load = _school.Writer.Submit(new GiveLoad(Algebra, ClassTeacher.Person, Today), Deputy);
        }

        Assert.Equal([new Applied(head + 1), new Applied(head + 2)], [await mark, await load]);
        Assert.True(listener.Heard.TryRead(out var heard) && heard.Seq == head + 1);
        Assert.True(_school.Roster.Teaches(ClassTeacher.Person, Algebra, Today));
        Assert.Equal(new Applied(head + 3), await _school.Submit(Put("4", student: Boris)));
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task Who_looks_at_the_head_and_fails_fails_alone()
    {
        await Assert.ThrowsAsync<IOException>(() => _school.Writer.AtHead((_, _) => throw new IOException("The disk is full.")));

        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_written_does_not_stop_the_lane()
    {
        File.Delete(Path.Combine(_school.Folder, "checkpoints.log"));
        Directory.CreateDirectory(Path.Combine(_school.Folder, "checkpoints.log"));

        Assert.IsType<Applied>(await _school.Writer.Submit(new LockTerm(Quarter1, Class7B), Deputy));
        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task A_command_nobody_decides_fails_alone()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _school.Submit(new Undecided()));

        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task<long> Head() => _school.Get<ChangeLog>().Head();

    // The limit belongs to the lane's own connection, so it is set from inside the lane.
    private void Limit(int pages) => _hook.Deciding = (_, operation) => Execute(operation, $"PRAGMA max_page_count = {pages}");

    private static void Execute(Operation operation, string sql)
    {
        using var command = operation.Data.Db.Database.GetDbConnection().CreateCommand();
        command.Transaction = operation.Data.Transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task WaitOnlyBriefly()
    {
        _hook.Deciding = (_, operation) =>
        {
            var lane = (SqliteConnection)operation.Data.Db.Database.GetDbConnection();
            lane.DefaultTimeout = 1;
            Execute(operation, "PRAGMA busy_timeout = 0");
        };
        Assert.IsType<Applied>(await _school.Submit(Absent("н", lesson: Lesson9)));
        _hook.Deciding = (_, _) => { };
    }

    private sealed record Undecided : Command;
}
