using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

/// <summary>A reader may come between any two steps of the lane; what it leaves in the cache is what everybody sees afterwards.</summary>
public sealed class ReadersAtTheWrongMomentTests
{
    private static readonly DateOnly From = new(2026, 11, 2);

    [Fact]
    public async Task A_page_offered_between_fold_and_commit_is_not_kept()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        hook.Folding = change =>
        {
            if (change.Event is PageOutdated)
                Assert.DoesNotContain(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
        };

        Assert.IsType<Applied>(await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar));

        Assert.Contains(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
    }

    [Fact]
    public async Task A_page_offered_inside_a_batch_is_not_what_the_rest_of_the_batch_is_decided_on()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        hook.Folding = change =>
        {
            if (change.Event is PageOutdated && change.Event.Concern.Course == Algebra)
                Assert.NotNull(school.Pages.Read(AlgebraPage));
        };
        Task<Answer> locked;
        Task<Answer> marked;
        using (await Gate.Close(school.Writer))
        {
            locked = school.Writer.Submit(new LockTerm(Quarter2, Class7B), Deputy);
            marked = school.Submit(Put("5"));
        }

        Assert.IsType<Applied>(await locked);
        Assert.Equal(new Refused(new TermClosed(Quarter2)), await marked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_offered_inside_a_batch_is_not_folded_on(bool schoolChanges)
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        var offered = false;
        hook.Folding = _ =>
        {
            if (!offered)
                Assert.NotNull(school.Pages.Read(AlgebraPage));
            offered = true;
        };

        JournalEvent first = schoolChanges
            ? new SettingsChanged(null, SchoolSettings.Default with { AbsencesWaitForRoll = false })
            : Taught(Lesson9, new(2026, 11, 9));
        await school.Writer.Bulk(Guid.CreateVersion7(), [Now(school, first), Now(school, Taught(Lesson16, new(2026, 11, 16)))]);

        Assert.Equal("Тема", school.Algebra.Lessons[Lesson16].Topic);
        Assert.Equal(schoolChanges ? null : "Тема", school.Algebra.Lessons[Lesson9].Topic);
        Assert.Equal(!schoolChanges, school.Algebra.Rules.AbsencesWaitForRoll);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_a_snapshot_that_the_lane_has_overtaken_is_not_kept(bool schoolChanges)
    {
        var readers = new InterruptedReaders();
        await using var school = new SmallSchool(readers.Into);
        JournalEvent fact = schoolChanges
            ? new SettingsChanged(null, SchoolSettings.Default with { AbsencesWaitForRoll = false })
            : Taught(Lesson16, new(2026, 11, 16));

        readers.Before("AbsenceReasons", () => school.Writer.Bulk(Guid.CreateVersion7(), [Now(school, fact)]).GetAwaiter().GetResult());
        var overtaken = school.Algebra;

        Assert.NotEqual(await school.Get<ChangeLog>().Head(), overtaken.Seq);
        Assert.Equal(schoolChanges ? null : "Тема", school.Algebra.Lessons[Lesson16].Topic);
        Assert.Equal(!schoolChanges, school.Algebra.Rules.AbsencesWaitForRoll);
    }

    [Fact]
    public async Task A_page_read_between_the_commit_and_the_rosters_signal_has_the_new_structure()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.IntoFirst);
        Assert.NotNull(school.Roster);
        Task<JournalPage?>? reading = null;
        hook.Accepting = () =>
        {
            reading = Task.Run(() => school.Pages.Read(EnglishPage));
            // It cannot end before the lane goes on; without the wait it would, with the former structure.
            reading.Wait(TimeSpan.FromMilliseconds(500));
        };

        Assert.IsType<Applied>(await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar));

        Assert.Contains(Vera, (await reading!)!.Students.Keys);
        Assert.Contains(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
    }

    [Fact]
    public async Task Whatever_readers_are_given_is_true_at_the_seq_it_bears()
    {
        await using var school = new SmallSchool();
        var closing = new TaskCompletionSource();
        var reading = Task.Run(() =>
        {
            while (!closing.Task.IsCompleted)
            {
                var page = school.Pages.Read(EnglishPage)!;
                var inGroup = page.Students.TryGetValue(Vera, out var vera) && vera.Stays[0].Days.To is null;
                Assert.Equal(IsInEnglish1(school, page.Seq), inGroup);
            }
        });

        for (var i = 0; i < 40; i++)
        {
            await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar);
            await school.Writer.Submit(new LeaveGroup(Vera, English1, From), Registrar);
        }

        closing.SetResult();
        await reading;
    }

    private static LessonRecorded Taught(LessonId id, DateOnly date)
    {
        var before = new Lesson(id, date, 2, LessonStatus.Planned, [], null, null);
        return new LessonRecorded(Algebra, Quarter2, before, before with { Status = LessonStatus.Held, Topic = "Тема" });
    }

    private static DatedFact Now(SmallSchool school, JournalEvent fact) => new(school.Clock.GetUtcNow(), Deputy.Person, fact);

    // Joining and leaving take turns, and each is one change.
    private static bool IsInEnglish1(SmallSchool school, long seq) =>
        school.File.Scalar(
            $"""
            SELECT count(*) FROM Changes
            WHERE Seq <= {seq} AND Kind = 'group.joined' AND Student = {Vera.Value}
                AND CAST(Payload AS TEXT) LIKE '%"group":{English1.Value},%'
            """
        ) % 2
        == 1;
}
