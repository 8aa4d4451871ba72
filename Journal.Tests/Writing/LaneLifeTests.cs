using System.Threading.Channels;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class LaneLifeTests
{
    [Fact]
    public async Task The_answer_comes_after_the_commit()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        var before = new List<long>();
        hook.Folding = change => before.Add(Rows(school, change.Seq));

        for (var i = 0; i < 20; i++)
        {
            var version = school.Algebra.MarkAt(WorkToday, Anna).Version;
            var applied = Assert.IsType<Applied>(await school.Submit(Put(i % 2 == 0 ? "5" : "4", version)));
            Assert.Equal(1, Rows(school, applied.Seq));
        }

        Assert.Equal(20, before.Count);
        Assert.All(before, rows => Assert.Equal(0, rows));
    }

    [Fact]
    public async Task A_bulk_lets_single_commands_in_between_its_chunks()
    {
        await using var school = new SmallSchool();
        Answer? between = null;

        var last = await school.Writer.Bulk(Guid.CreateVersion7(), Types(), chunk: 10);

        var single = Assert.IsType<Applied>(between);
        Assert.InRange(single.Seq, last - 100, last - 1);
        Assert.Equal(CellValue.Of(5), school.Algebra.MarkAt(WorkToday, Anna).Value);
        Assert.True(school.Verify().AreNone);

        IEnumerable<DatedFact> Types()
        {
            for (var i = 0; i < 100; i++)
            {
                if (i == 55)
                    between = school.Submit(Put("5")).GetAwaiter().GetResult();
                yield return new DatedFact(
                    school.Clock.GetUtcNow(),
                    Administrator.Person,
                    new WorkTypeAdded(new(new(100 + i), "Вид", "", 100))
                );
            }
        }
    }

    [Fact]
    public async Task Whoever_finds_the_queue_full_waits_for_a_moment_and_is_told_that_the_journal_is_busy()
    {
        await using var school = new SmallSchool();
        Task<Answer> late;
        List<Task<Answer>> inTime;
        using (await Gate.Close(school.Writer))
        {
            inTime = [.. Enumerable.Range(0, JournalWriter.QueueCapacity).Select(_ => school.Submit(Put("5")))];
            late = school.Submit(Put("4"));
            Assert.False(late.IsCompleted);
            school.Clock.Advance(JournalWriter.Patience);

            Assert.Equal(new Refused(new JournalBusy()), await late.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        Assert.IsType<Applied>((await Task.WhenAll(inTime))[0]);
        Assert.Equal(1, school.Writer.TimesBusy);
        Assert.Equal(CellValue.Of(5), school.Algebra.MarkAt(WorkToday, Anna).Value);
    }

    [Fact]
    public async Task A_bulk_sent_twice_is_recorded_once()
    {
        await using var school = new SmallSchool();
        var (id, fact) = (Guid.CreateVersion7(), new WorkTypeAdded(new(new(100), "Вид", "", 100)));
        DatedFact[] facts = [new(school.Clock.GetUtcNow(), Administrator.Person, fact)];
        var last = await school.Writer.Bulk(id, facts);

        await Assert.ThrowsAsync<SqliteException>(() => school.Writer.Bulk(id, facts));

        Assert.Equal(last, await school.Get<ChangeLog>().Head());
    }

    [Fact]
    public async Task Nothing_of_a_bulk_follows_a_chunk_that_failed()
    {
        await using var school = new SmallSchool();
        var head = await school.Get<ChangeLog>().Head();
        JournalEvent[] facts = [Type(100), Type(100_000) with { WorkType = null! }, Type(101), Type(102), Type(103)];

        await Assert.ThrowsAnyAsync<Exception>(() =>
            school.Writer.Bulk(
                Guid.CreateVersion7(),
                facts.Select(fact => new DatedFact(school.Clock.GetUtcNow(), Administrator.Person, fact)),
                chunk: 1
            )
        );

        await school.Writer.AtHead((seq, _) => Assert.Equal(head + 1, seq));
        Assert.DoesNotContain(school.Roster.WorkTypes.Keys, type => type.Value > 100);

        static WorkTypeAdded Type(int id) => new(new(new(id), "Вид", "", 100));
    }

    [Fact]
    public async Task What_waits_when_the_school_closes_is_still_written_and_nothing_after_it()
    {
        var school = new SmallSchool();
        var writer = school.Writer;
        Task<Answer>[] waiting;
        Task closing;
        using (await Gate.Close(writer))
        {
            waiting = [.. Enumerable.Range(0, 50).Select(i => writer.Submit(new AddPerson(new PersonCard($"Ф{i}", "И", null)), Registrar))];
            closing = writer.DisposeAsync().AsTask();
        }

        Assert.All(await Task.WhenAll(waiting), answer => Assert.IsType<Applied>(answer));
        await closing;
        await Assert.ThrowsAsync<ChannelClosedException>(() => school.Submit(Put("5")));
        Assert.True(school.Verify().AreNone);
        await school.DisposeAsync();
    }

    [Fact]
    public async Task The_number_of_a_removed_column_is_never_given_again()
    {
        var school = new SmallSchool();
        var first = await Add(school);
        await school.Submit(new RemoveWork(Algebra, first.Work.Id, first.Version));
        await school.Stop();

        await using var restarted = new SmallSchool(folder: school.Folder);

        Assert.Equal(first.Work.Id.Value + 1, (await Add(restarted)).Work.Id.Value);
    }

    [Fact]
    public async Task After_a_restart_the_chain_goes_on_and_a_resent_command_is_replayed()
    {
        var (school, command) = (new SmallSchool(), Put("5"));
        var applied = Assert.IsType<Applied>(await school.Submit(command));
        await school.Stop();

        await using var restarted = new SmallSchool(folder: school.Folder);

        Assert.Equal(new Replayed(applied.Seq), await restarted.Submit(command));
        Assert.Equal(new Applied(applied.Seq + 1), await restarted.Submit(Put("4", student: Boris)));
        Assert.True(restarted.Verify().AreNone);
    }

    [Fact]
    public async Task Two_writers_of_one_file_by_mistake_cannot_fork_the_chain()
    {
        await using var first = new SmallSchool();
        var second = new SmallSchool(folder: first.Folder);
        await second.Writer.AtHead((_, _) => { });
        await first.Submit(Put("5"));

        await Assert.ThrowsAsync<SqliteException>(() => second.Submit(Put("4", student: Boris)));

        await second.Stop();
        Assert.IsType<Applied>(await first.Submit(Put("3", student: Boris)));
        Assert.True(first.Verify().AreNone);
    }

    [Fact]
    public async Task A_closed_term_signs_the_end_of_the_chain_at_once()
    {
        await using var school = new SmallSchool();

        Assert.IsType<Applied>(await school.Writer.Submit(new LockTerm(Quarter1, Class7B), Deputy));

        await school.Writer.AtHead((_, _) => { });
        Assert.Equal(await school.Get<ChangeLog>().Head(), school.Get<Checkpoints>().Read()[^1]!.Seq);
    }

    [Fact]
    public async Task What_a_command_asks_for_has_one_hash_whatever_its_id()
    {
        await using var school = new SmallSchool();
        var (book, put) = (school.Get<CommandBook>(), Put("5"));
        Command[] others =
        [
            put with
            {
                Value = "4",
            },
            put with
            {
                Student = Boris,
            },
            put with
            {
                Work = Work16,
            },
            put with
            {
                Course = Algebra8A,
            },
            put with
            {
                Comment = "",
            },
            put with
            {
                CommentForFamily = true,
            },
            put with
            {
                DueBy = Today,
            },
            put with
            {
                Expected = 1,
            },
            new LockTerm(Quarter1, Class7B),
            new UnlockTerm(Quarter1, Class7B),
        ];

        Assert.Equal(book.ContentHash(put), book.ContentHash(put with { CommandId = Guid.CreateVersion7() }));
        Assert.Equal(others.Length + 1, others.Append(put).Select(one => Convert.ToHexString(book.ContentHash(one))).Distinct().Count());
    }

    private static async Task<PageWork> Add(SmallSchool school)
    {
        var before = school.Algebra.Works.Keys.ToHashSet();
        Assert.IsType<Applied>(
            await school.Submit(new AddWork(Algebra, LessonToday, SmallSchoolFacts.Test, null, null, null, Shown: true))
        );
        return school.Algebra.Works.Values.Single(work => !before.Contains(work.Work.Id));
    }

    private static long Rows(SmallSchool school, long seq) => school.File.Scalar($"SELECT count(*) FROM Changes WHERE Seq = {seq}");
}
