using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Homework;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Homework as each student has it.</summary>
public sealed class DiaryTasksTests : IAsyncDisposable
{
    private static readonly HomeworkDetails HalfAnHour = HomeworkDetails.None with { Minutes = 30 };

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task Everybody_has_the_lessons_own_with_its_time_for_the_next_lesson()
    {
        await Done(Own("№ 725", HalfAnHour));

        foreach (var student in new[] { Anna, Boris })
        {
            var task = Assert.Single(await Tasks(student));
            Assert.Equal(("№ 725", 30, new DateOnly(2026, 11, 23), null), (task.Text, task.Details.Minutes, task.Due, task.Task));
        }
    }

    [Fact]
    public async Task A_task_for_some_is_in_nobody_elses_diary_and_nobody_else_hears_of_it()
    {
        var head = _school.Pages.Head;

        await Done(new SetHomework(Algebra, LessonToday, null, "карточка", HalfAnHour, [Anna], null, 0));

        Assert.Equal("карточка", Assert.Single(await Tasks(Anna)).Text);
        Assert.Empty(await Tasks(Boris));
        Assert.Equal(["homework.given"], await Heard(Parent.Person, Anna, head));
        Assert.Empty(await Heard(OtherParent.Person, Boris, head));
    }

    [Fact]
    public async Task A_family_hears_of_the_lessons_own_and_nothing_of_another_course()
    {
        var head = _school.Pages.Head;

        await Done(Own("№ 725", HalfAnHour));
        await Done(new SetHomework(Algebra8A, Lesson8A, null, "№ 1", HalfAnHour, null, null, 0), OtherTeacher);

        Assert.Equal(["lesson.recorded", "homework.set"], await Heard(Parent.Person, Anna, head));
    }

    [Fact]
    public async Task A_correction_says_when_and_a_withdrawal_leaves_a_trace()
    {
        await Done(Own("№ 725", HalfAnHour));
        _school.Clock.Advance(TimeSpan.FromMinutes(30));
        var version = _school.Algebra.OwnTaskOf(LessonToday)!.Stamp.Version;

        await Done(Own("№ 726", HalfAnHour) with { Seen = "№ 725", Expected = version });
        Assert.Equal(_school.Clock.GetUtcNow(), Assert.Single(await Tasks(Anna)).Changed);

        await Done(Own(null, HomeworkDetails.None) with { Seen = "№ 726", Expected = version });
        var gone = Assert.Single(await Tasks(Anna));
        Assert.Null(gone.Text);
        Assert.NotNull(gone.Changed);
    }

    [Fact]
    public async Task The_day_a_task_is_for_moves_with_the_next_lesson_unless_it_was_named()
    {
        await Done(Own("№ 725", HalfAnHour with { Due = new(2026, 11, 30) }));

        Assert.Equal(new DateOnly(2026, 11, 30), Assert.Single(await Tasks(Anna)).Due);
    }

    [Fact]
    public async Task What_is_set_for_a_day_is_added_up_over_all_subjects_of_each_student()
    {
        await Done(Own("№ 725", HalfAnHour with { Due = new(2026, 11, 23) }));
        await Done(
            new SetHomework(
                EnglishOfFirst,
                EnglishLesson1,
                null,
                "слова",
                HalfAnHour with
                {
                    Due = new(2026, 11, 23),
                    Minutes = 20,
                },
                null,
                null,
                0
            ),
            OtherTeacher
        );

        var all = Load(null);
        Assert.Equal((50, 2), (all.Minutes, all.Tasks.Length));
        Assert.Equal(30, Load([Vera]).Minutes);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private DayLoad Load(StudentId[]? students) =>
        Assert.Single(_school.Get<Readings>().HomeworkLoad(Teacher.Person, LessonToday, students, new(2026, 11, 23), new(2026, 11, 23))!);

    private static SetHomework Own(string? text, HomeworkDetails details) => new(Algebra, LessonToday, null, text, details, null, null, 0);

    private async Task Done(Command command, Actor? by = null) =>
        Assert.IsType<Applied>(await _school.Writer.Submit(command, by ?? Teacher));

    private async Task<IReadOnlyList<DiaryTask>> Tasks(StudentId student)
    {
        var week = await _school.Get<Readings>().Diary(ClassTeacher.Person, student, Today);
        return week!.Days.SelectMany(day => day.Lessons).Single(lesson => lesson.Lesson == LessonToday).Tasks;
    }

    private async Task<string[]> Heard(PersonId who, StudentId student, long after)
    {
        var told = await _school.Get<Readings>().Changes(who, Audience.Of(student), after);
        return [.. told!.Changes.Select(change => change.Kind)];
    }
}
