using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.People;
using Journal.Core.Persistence;
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
        rosters.Fold(new Committed(10_000, default, Registrar.Person, new GuardianLinked(Parent.Person, Vera, Today)));
        rosters.Accept();

        Assert.False(await next.WaitAsync(TimeSpan.FromMinutes(1)));
        await told.DisposeAsync();
    }

    private sealed class BreakableFiles(IDbContextFactory<JournalDb> files) : IDbContextFactory<JournalDb>
    {
        public bool Broken { get; set; }

        public JournalDb CreateDbContext() => Broken ? throw new IOException("The disk is gone.") : files.CreateDbContext();
    }
}
