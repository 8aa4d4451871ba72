using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>A right begins and ends on a day; who gave a lesson may write into that lesson.</summary>
public sealed class DatedRightsTests : IAsyncDisposable
{
    private static readonly DateOnly Tomorrow = Today.AddDays(1);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task A_load_counts_from_its_first_day_until_the_day_before_its_end()
    {
        await Do(new GiveLoad(Algebra, ClassTeacher.Person, Tomorrow), Deputy);
        await Do(new EndLoad(Algebra, Teacher.Person, Tomorrow), Deputy);

        Assert.True(await MayWrite(Teacher));
        Assert.False(await MayWrite(ClassTeacher));

        NextDay();
        Assert.False(await MayWrite(Teacher));
        Assert.True(await MayWrite(ClassTeacher));
    }

    [Fact]
    public async Task A_load_given_twice_ends_once()
    {
        await Do(new GiveLoad(Algebra, ClassTeacher.Person, Today.AddDays(10)), Deputy);
        await Do(new GiveLoad(Algebra, ClassTeacher.Person, Today), Deputy);
        Assert.True(await MayWrite(ClassTeacher));

        await Do(new EndLoad(Algebra, ClassTeacher.Person, Today), Deputy);

        Assert.False(await MayWrite(ClassTeacher));
        NextDay(days: 11);
        Assert.False(await MayWrite(ClassTeacher));
    }

    [Fact]
    public async Task An_end_may_be_brought_forward()
    {
        await Do(new EndLoad(Algebra, Teacher.Person, Today.AddDays(30)), Deputy);
        await Do(new UnlinkGuardian(Parent.Person, Anna, Today.AddDays(30)), Registrar);
        await Do(new RevokeRole(Director.Person, Role.Director, Today.AddDays(30)), Administrator);
        Assert.True(await MayWrite(Teacher));

        await Do(new EndLoad(Algebra, Teacher.Person, Today), Deputy);
        await Do(new UnlinkGuardian(Parent.Person, Anna, Today), Registrar);
        await Do(new RevokeRole(Director.Person, Role.Director, Today), Administrator);

        Assert.False(await MayWrite(Teacher));
        Assert.False(_school.Roster.MayReadDiary(Parent.Person, Anna, Today));
        Assert.False(_school.Roster.ReadsWholeSchool(Director.Person, Today));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task What_has_an_end_may_be_given_again()
    {
        await Do(new EndLoad(Algebra, Teacher.Person, Tomorrow), Deputy);

        await Do(new GiveLoad(Algebra, Teacher.Person, Today), Deputy);

        NextDay();
        Assert.True(await MayWrite(Teacher));
    }

    /// <summary>A date left empty by some program is the first of all days, and the day before it there is none.</summary>
    [Fact]
    public async Task What_ends_before_all_time_was_never_held_and_the_school_goes_on()
    {
        await Do(new EndLoad(Algebra, Teacher.Person, DateOnly.MinValue), Deputy);
        await Do(new UnlinkGuardian(Parent.Person, Anna, DateOnly.MinValue), Registrar);
        await Do(new RevokeRole(Director.Person, Role.Director, DateOnly.MinValue), Administrator);

        Assert.False(await MayWrite(Teacher));
        Assert.False(_school.Roster.Teaches(Teacher.Person, Algebra, DateOnly.MinValue));
        Assert.False(_school.Roster.MayReadDiary(Parent.Person, Anna, Today));
        Assert.False(_school.Roster.ReadsWholeSchool(Director.Person, Today));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_guardian_who_loses_the_right_today_has_lost_it_at_the_answer()
    {
        await Do(new UnlinkGuardian(Parent.Person, Anna, Today), Registrar);

        Assert.Null(_school.Roster.ViewOf(Parent.Person, Audience.Of(Anna), Today));
        Assert.Null(await _school.Get<Readings>().Diary(Parent.Person, Anna, null));
    }

    [Fact]
    public async Task A_revoked_role_counts_until_the_day_before()
    {
        await Do(new RevokeRole(Deputy.Person, Role.Deputy, Tomorrow), Director);

        Assert.Equal(View.Staff, _school.Roster.ViewOf(Deputy.Person, Audience.Of(Algebra), Today));
        Assert.Null(_school.Roster.ViewOf(Deputy.Person, Audience.Of(Algebra), Tomorrow));
        NextDay();
        Assert.Equal(new Refused(new Forbidden()), await _school.Writer.Submit(new LockTerm(Quarter1, Class7B), Deputy));
    }

    [Fact]
    public async Task A_class_has_one_class_teacher_after_another_and_for_a_time_both()
    {
        await Record(new ClassTeacherAppointed(Class8A, Teacher.Person, YearStart, Until: Today.AddDays(2)));
        await Record(new ClassTeacherAppointed(Class8A, ClassTeacher.Person, Tomorrow, Until: null));

        Assert.Equal([Teacher.Person], Leading(Today));
        Assert.Equal([Teacher.Person, ClassTeacher.Person], Leading(Tomorrow));
        Assert.Equal([ClassTeacher.Person], Leading(Tomorrow.AddDays(1)));
        Assert.Equal([], Leading(YearStart.AddDays(-1)));

        IEnumerable<PersonId> Leading(DateOnly day) =>
            new[] { Teacher, ClassTeacher, OtherTeacher }.Select(actor => actor.Person).Where(who => Leads(who, day));

        bool Leads(PersonId who, DateOnly day)
        {
            var leads = _school.Roster.MayReadClass(who, Class8A, day);
            Assert.Equal(leads, _school.Roster.MayReadStudent(who, Stranger, day));
            Assert.Equal(leads, _school.Roster.ClassesLedBy(who, day).Any(one => one.Id == Class8A));
            return leads;
        }
    }

    [Fact]
    public async Task A_substitute_writes_into_the_lesson_given_and_into_no_other()
    {
        await Substituted(Lesson16, ClassTeacher.Person);

        Assert.True(await MayWrite(ClassTeacher, Put("5", work: Work16)));
        Assert.True(await MayWrite(ClassTeacher, Absent("н", lesson: Lesson16)));
        Assert.True(await MayWrite(ClassTeacher, new DeclareRoll(Algebra, Lesson16)));
        Assert.True(await MayWrite(ClassTeacher, new RecordLesson(Algebra, Lesson16, "Topic", null, null, 0)));
        Assert.False(await MayWrite(ClassTeacher, new RecordLesson(Algebra, LessonToday, "Topic", null, null, 0)));
        Assert.True(await MayWrite(ClassTeacher, new AddWork(Algebra, Lesson16, SmallSchoolFacts.Test, null, null, null, Shown: true)));
        Assert.True(await MayWrite(ClassTeacher, Moving(Lesson16)));
        Assert.False(await MayWrite(ClassTeacher, Moving(LessonToday)));
        Assert.False(await MayWrite(ClassTeacher, Put("5")));
        Assert.False(await MayWrite(ClassTeacher, Absent("н")));
        Assert.False(await MayWrite(ClassTeacher, new DeclareRoll(Algebra, LessonToday)));
        Assert.False(await MayWrite(ClassTeacher, new RemoveWork(Algebra, WorkToday, 0)));
        Assert.False(await MayWrite(ClassTeacher, Put("5", work: Work16) with { Course = Algebra8A }));
        Assert.True(await MayWrite(Teacher, Put("4", work: Work16, student: Boris)));
    }

    [Fact]
    public async Task A_substitute_brings_back_a_column_of_the_lesson_given_and_of_no_other()
    {
        await Substituted(Lesson16, ClassTeacher.Person);
        var (given, other) = (await Removed(Lesson16), await Removed(LessonToday));

        Assert.False(await MayWrite(ClassTeacher, new RestoreWork(Algebra, other.Work, other.Seq)));
        Assert.True(await MayWrite(ClassTeacher, new RestoreWork(Algebra, given.Work, given.Seq)));
    }

    [Fact]
    public async Task Who_no_longer_works_here_writes_into_no_lesson_given_once()
    {
        await Substituted(Lesson16, ClassTeacher.Person);

        await Do(new RevokeRole(ClassTeacher.Person, Role.Teacher, Today), Director);

        Assert.False(await MayWrite(ClassTeacher, Put("5", work: Work16)));
        Assert.False(_school.Get<Readings>().MayEdit(ClassTeacher.Person, _school.Algebra));
    }

    [Fact]
    public async Task A_parent_named_as_the_one_who_gave_a_lesson_writes_nothing()
    {
        await Substituted(Lesson16, Parent.Person);

        Assert.False(await MayWrite(Parent, Put("5", work: Work16)));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<(WorkId Work, long Seq)> Removed(LessonId lesson)
    {
        var added = Assert.IsType<Applied>(
            await _school.Submit(new AddWork(Algebra, lesson, SmallSchoolFacts.Test, null, null, null, Shown: true))
        );
        var work = _school.Algebra.Works.Values.Single(one => one.Version == added.Seq).Work.Id;
        return (work, Assert.IsType<Applied>(await _school.Submit(new RemoveWork(Algebra, work, added.Seq))).Seq);
    }

    private static ChangeWork Moving(LessonId to) => new(Algebra, Work16, SmallSchoolFacts.Test, 100, null, null, Shown: true, 0, to);

    private async Task Do(Command command, Actor actor) => Assert.IsType<Applied>(await _school.Writer.Submit(command, actor));

    private async Task<bool> MayWrite(Actor actor, Command? command = null) =>
        await _school.Writer.Submit(command ?? Put("5"), actor) is not Refused { Why: Forbidden };

    private void NextDay(int days = 1) => _school.Clock.Advance(TimeSpan.FromDays(days));

    private Task<long> Record(JournalEvent fact) =>
        _school.Writer.Bulk(Guid.CreateVersion7(), [new DatedFact(_school.Clock.GetUtcNow(), Deputy.Person, fact)]);

    private async Task Substituted(LessonId lesson, PersonId teacher)
    {
        var before = _school.Algebra.Lessons[lesson];
        var after = before with { Status = LessonStatus.Covered, Teachers = [teacher] };
        await _school.Writer.Bulk(
            Guid.CreateVersion7(),
            [new DatedFact(_school.Clock.GetUtcNow(), Deputy.Person, new LessonRecorded(Algebra, Quarter2, before, after))]
        );
    }
}
