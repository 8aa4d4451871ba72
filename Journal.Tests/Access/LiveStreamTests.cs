using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

public sealed class LiveStreamTests
{
    [Fact]
    public async Task A_line_whose_right_cannot_be_looked_up_ends_and_takes_nothing_else_along()
    {
        await using var school = new SmallSchool();
        var files = new BreakableFiles(school.Get<IDbContextFactory<JournalDb>>());
        var rosters = new RosterSource(files);
        var stream = new LiveStream(
            school.Feed,
            school.Get<ChangeLog>(),
            rosters,
            new Hearing(school.Get<ChangeLog>(), rosters),
            school.Get<Telling>(),
            school.Get<SchoolClock>(),
            NullLogger<LiveStream>.Instance
        );
        var told = stream.Follow(Parent.Person, Audience.Of(Anna), await school.Get<ChangeLog>().Head(), default)!.GetAsyncEnumerator();
        var next = told.MoveNextAsync().AsTask();

        files.Broken = true;
        rosters.Fold(new Committed(10_000, default, Registrar.Person, new ClassTeacherAppointed(Class7B, Teacher.Person, Today, null)));
        rosters.Accept();

        Assert.False(await next.WaitAsync(TimeSpan.FromMinutes(1)));
        await told.DisposeAsync();
    }

    [Fact]
    public async Task What_is_committed_while_the_missed_is_being_told_is_heard_after_it()
    {
        await using var school = new SmallSchool();
        var missed = Seq(await school.Submit(Put("5")));
        await using var told = Follow(school, missed - 1);

        Assert.Equal(missed, await Next(told));
        var meanwhile = Seq(await school.Submit(Put("4", student: Boris)));

        Assert.Equal(meanwhile, await Next(told));
    }

    [Fact]
    public async Task What_is_both_missed_and_heard_is_told_once()
    {
        var readers = new InterruptedReaders();
        await using var school = new SmallSchool(readers.Into);
        var after = await school.Get<ChangeLog>().Head();
        Assert.NotNull(school.Roster);
        var both = 0L;
        readers.Before("Changes", () => both = Seq(school.Submit(Put("5")).GetAwaiter().GetResult()));

        await using var told = Follow(school, after);
        var first = await Next(told);
        var next = Seq(await school.Submit(Put("4", student: Boris)));

        Assert.Equal([both, next], [first, await Next(told)]);
    }

    private static IAsyncEnumerator<Told> Follow(SmallSchool school, long after) =>
        school.Get<LiveStream>().Follow(Teacher.Person, Audience.Of(Algebra), after, default)!.GetAsyncEnumerator();

    private static async Task<long> Next(IAsyncEnumerator<Told> told)
    {
        Assert.True(await told.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
        return Assert.IsType<ToldChange>(told.Current).Seq;
    }

    private static long Seq(Answer answer) => Assert.IsType<Applied>(answer).Seq;

    private sealed class BreakableFiles(IDbContextFactory<JournalDb> files) : IDbContextFactory<JournalDb>
    {
        public bool Broken { get; set; }

        public JournalDb CreateDbContext() => Broken ? throw new IOException("The disk is gone.") : files.CreateDbContext();
    }
}
