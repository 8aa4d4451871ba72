using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

public sealed class MoveLessonTests : IAsyncDisposable
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task A_lesson_goes_to_its_new_place_with_its_topic_and_leaves_a_trace()
    {
        await _school.Submit(new RecordLesson(Algebra, LessonAhead, "Дроби", null, null, 0));
        var version = _school.Algebra.RecordOf(LessonAhead).Version;

        Assert.IsType<Applied>(await Move(Tuesday, 3, version));

        var page = _school.Algebra;
        Assert.Equal(LessonStatus.Moved, page.Lessons[LessonAhead].Status);
        var made = Assert.Single(page.Lessons.Values, lesson => lesson.Date == Tuesday);
        Assert.Equal((3, LessonStatus.Planned, "Дроби"), (made.Number, made.Status, made.Topic));
        Assert.True(Assert.Single(page.Works.Values, work => work.Work.Lesson == made.Id).Work.IsDefault);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_lesson_that_was_held_never_moves()
    {
        await _school.Submit(Put("5"));

        Assert.Equal(new Refused(new LessonHeldAlready(Today)), await Move(Tuesday, 3, lesson: LessonToday));
    }

    [Theory]
    [InlineData("2026-11-23", 2)]
    [InlineData("2026-10-30", 3)]
    [InlineData("2026-11-24", 0)]
    [InlineData("2026-11-24", 13)]
    public async Task There_must_be_another_place_for_it(string to, int number) =>
        Assert.Equal(new Refused(new NoPlaceToMoveTo(DateOnly.Parse(to), number)), await Move(DateOnly.Parse(to), number));

    [Fact]
    public async Task Its_students_its_teacher_and_its_room_must_be_free()
    {
        await Schedule(EnglishOfFirst, 101, 3);
        Assert.Equal(new Refused(new StudentsBusy("7Б англ. 1", "Английский язык")), await Move(Tuesday, 3));

        await Schedule(Algebra8A, 102, 4);
        await _school.Writer.Record(new Journal.Core.Courses.LoadGiven(Algebra8A, Teacher.Person, YearStart));
        Assert.Equal(new Refused(new TeacherBusy("8А", "Алгебра")), await Move(Tuesday, 4));

        await _school.Writer.Record(
            new Journal.Core.Courses.LoadEnded(Algebra8A, Teacher.Person, YearStart, YearStart.AddDays(1)),
            new CardPlaced(new(1, Algebra, DayOfWeek.Monday, 2, WeekKind.Every, "12", YearStart, null)),
            new CardPlaced(new(2, Algebra8A, DayOfWeek.Tuesday, 4, WeekKind.Every, "12", YearStart, null))
        );
        Assert.Equal(new Refused(new RoomBusy("12", "8А", "Алгебра")), await Move(Tuesday, 4));
        Assert.IsType<Applied>(await Move(Tuesday, 5));
    }

    [Fact]
    public async Task Over_what_somebody_has_written_meanwhile_it_does_not_move()
    {
        await _school.Submit(new RecordLesson(Algebra, LessonAhead, "Дроби", null, null, 0));

        Assert.IsType<LessonConflict>(Assert.IsType<Refused>(await Move(Tuesday, 3)).Why);
        Assert.Equal(LessonStatus.Planned, _school.Algebra.Lessons[LessonAhead].Status);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task<Answer> Move(DateOnly to, int number, long expected = 0, LessonId? lesson = null) =>
        _school.Writer.Submit(new MoveLesson(Algebra, lesson ?? LessonAhead, to, number, expected), Deputy);

    private Task Schedule(CourseId course, int lesson, int number) =>
        _school.Writer.Record(new LessonScheduled(course, Quarter2, new(lesson), Tuesday, number, DefaultWork: null));
}
