using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>A foreign lesson is open to who gives it instead of its teacher, and only that lesson (hard day 6).</summary>
public sealed class SubstituteRightsTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    private Readings Readings => _school.Get<Readings>();

    [Fact]
    public async Task Before_it_is_taken_the_page_is_like_none()
    {
        Assert.Null(Readings.Page(OtherTeacher.Person, Algebra, null));
        Assert.Null(Readings.Roll(OtherTeacher.Person, LessonToday));
        Assert.Equal(new Refused(new Forbidden()), await _school.Writer.Submit(Put("5"), OtherTeacher));
    }

    [Fact]
    public async Task Taken_it_is_open_at_once_and_no_other_lesson_of_the_course_is()
    {
        Assert.IsType<Applied>(await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher));

        Assert.True(Readings.Roll(OtherTeacher.Person, LessonToday)!.MayTake);
        Assert.False(Readings.Roll(OtherTeacher.Person, Lesson16)!.MayTake);
        Assert.IsType<Applied>(await _school.Writer.Submit(Put("5"), OtherTeacher));
        Assert.IsType<Applied>(await _school.Writer.Submit(new RecordLesson(Algebra, LessonToday, "Дроби", null, null, 0), OtherTeacher));
        Assert.Equal(new Refused(new Forbidden()), await _school.Writer.Submit(Put("5", work: Work16), OtherTeacher));
        Assert.Equal(OtherTeacher.Person, Assert.Single(_school.Algebra.Lessons[LessonToday].Teachers));
        Assert.Equal(View.Staff, _school.Roster.ViewOf(OtherTeacher.Person, Audience.Of(Algebra), Today));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task It_stands_among_the_substitutes_lessons_of_the_day_and_still_among_the_teachers()
    {
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        Assert.Contains(await Readings.LessonsToday(OtherTeacher.Person), lesson => lesson.Id == LessonToday);
        Assert.Contains(await Readings.LessonsToday(Teacher.Person), lesson => lesson.Id == LessonToday);
    }

    [Fact]
    public async Task Who_is_owed_by_for_it_is_the_substitute()
    {
        await _school.Writer.AdoptRegulation();
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        _school.Clock.Advance(TimeSpan.FromHours(16));
        var teachers = await Readings.Debts(Teacher.Person);
        var substitutes = await Readings.Debts(OtherTeacher.Person);

        Assert.DoesNotContain(teachers.Debts, one => one.Lesson.Id == LessonToday);
        Assert.Contains(substitutes.Debts, one => one.Lesson.Id == LessonToday);
    }

    [Fact]
    public async Task Its_students_hear_that_something_changed_and_read_who_gives_it()
    {
        var before = _school.Algebra.Seq;
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        var told = await Readings.Changes(Parent.Person, Audience.Of(Anna), before);
        var strangers = await Readings.Changes(Stranger.Person, Audience.Of(Stranger), before);

        Assert.Equal("lesson.substituted", Assert.Single(told!.Changes).Kind);
        Assert.Empty(strangers!.Changes);
        var day = (await Readings.Diary(Parent.Person, Anna, Today))!.Days.Single(one => one.Date == Today);
        Assert.Equal("Фамилия8 Имя8", Assert.Single(day.Lessons).Substitute);
    }

    [Fact]
    public async Task What_a_colleague_merely_says_is_not_believed_against_the_teacher_who_writes_the_lesson_down()
    {
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        await _school.Submit(new RecordLesson(Algebra, LessonToday, "Дроби", null, null, 0));

        Assert.Equal(Teacher.Person, Assert.Single(_school.Algebra.Lessons[LessonToday].Teachers));
    }

    [Fact]
    public async Task A_lesson_passes_on_and_the_first_substitute_is_rid_of_it()
    {
        await _school.Writer.Submit(Arrange(LessonAhead, OtherTeacher), Deputy);
        var now = _school.Roster.Substitutions[LessonAhead];

        await _school.Writer.Submit(
            new ArrangeSubstitutions([new(Algebra, LessonAhead, now.Version)], ClassTeacher.Person, SubstitutionKind.Taught, null),
            Deputy
        );

        Assert.Empty(_school.Roster.SubstitutionsOf[OtherTeacher.Person]);
        Assert.Equal(LessonAhead, Assert.Single(_school.Roster.SubstitutionsOf[ClassTeacher.Person]).Lesson);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Given_back_it_is_closed_again()
    {
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        Assert.IsType<Applied>(await _school.Writer.Submit(new GiveBackLesson(Algebra, LessonToday), OtherTeacher));

        Assert.Null(Readings.Roll(OtherTeacher.Person, LessonToday));
        Assert.Empty(_school.Roster.Substitutions);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task What_the_deputy_arranges_for_a_day_to_come_is_open_to_be_prepared()
    {
        var arranged = await _school.Writer.Submit(Arrange(LessonAhead, OtherTeacher), Deputy);

        Assert.IsType<Applied>(arranged);
        Assert.NotNull(Readings.Page(OtherTeacher.Person, Algebra, null));
        Assert.Equal(LessonAhead, Assert.Single((await Readings.LessonsAhead(OtherTeacher.Person))!.Lessons).Id);
    }

    [Fact]
    public async Task When_it_can_no_longer_be_written_down_the_page_is_closed_to_the_substitute()
    {
        await _school.Writer.Submit(new TakeLesson(Algebra, LessonToday), OtherTeacher);

        _school.Clock.Advance(TimeSpan.FromDays(14));
        Assert.NotNull(Readings.Page(OtherTeacher.Person, Algebra, Quarter2));
        _school.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(Readings.Page(OtherTeacher.Person, Algebra, Quarter2));
    }

    [Fact]
    public async Task A_list_of_lessons_is_arranged_whole_or_not_at_all()
    {
        var half = new ArrangeSubstitutions(
            [new(Algebra, LessonToday, 0), new(Algebra, new(77), 0)],
            OtherTeacher.Person,
            SubstitutionKind.Taught,
            null
        );

        Assert.Equal(new Refused(new UnknownLesson(new(77))), await _school.Writer.Submit(half, Deputy));
        Assert.Equal(new Refused(new NoLessonNamed()), await _school.Writer.Submit(half with { Lessons = [] }, Deputy));
        Assert.Equal(
            new Refused(new NotATeacher(Parent.Person)),
            await _school.Writer.Submit(half with { Teacher = Parent.Person }, Deputy)
        );
        Assert.Empty(_school.Roster.Substitutions);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static ArrangeSubstitutions Arrange(LessonId lesson, Actor who) =>
        new([new(Algebra, lesson, 0)], who.Person, SubstitutionKind.Taught, null);
}
