using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Timetable;

namespace Journal.Tests.Register;

/// <summary>How lessons follow a new timetable; days are of one January, today is its first, lessons are numbered in their order.</summary>
public sealed class RelaidLessonsTests
{
    private static readonly CourseId Course = new(7);
    private static readonly TermId Term = new(3);

    private int _lesson = 100;
    private int _work = 500;

    [Fact]
    public void Lessons_take_the_new_places_in_their_order() =>
        Assert.Equal(["1 → 7.3", "2 → 14.3"], Relay([Free(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3), (14, 3)]));

    [Fact]
    public void Whoever_keeps_a_place_stays_in_it() =>
        Assert.Equal(["2 → 5.1"], Relay([Free(1, 4, 1), Free(2, 4, 2)], before: [(4, 1), (4, 2)], after: [(4, 1), (5, 1)]));

    [Fact]
    public void What_was_written_ahead_goes_along()
    {
        var lesson = Free(1, 4, 2);
        lesson = lesson with { Lesson = lesson.Lesson with { Topic = "Дроби", Homework = "№ 5" } };

        var moved = Assert.IsType<LessonRecorded>(Assert.Single(Facts([lesson], [(4, 2)], [(7, 3)])));

        Assert.Equal(lesson.Lesson, moved.Before);
        Assert.Equal(lesson.Lesson with { Date = Day(7), Number = 3 }, moved.After);
    }

    [Fact]
    public void More_places_get_new_lessons_and_fewer_cancel_the_last()
    {
        Assert.Equal(["1 → 7.3", "101 new 14.3"], Relay([Free(1, 4, 2)], before: [(4, 2)], after: [(7, 3), (14, 3)]));
        Assert.Equal(["1 → 7.3", "2 cancelled"], Relay([Free(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3)]));
    }

    [Fact]
    public void A_course_without_marks_gets_lessons_without_a_work()
    {
        Assert.Null(Assert.IsType<LessonScheduled>(Assert.Single(Facts([], [], [(7, 3)], marked: false))).DefaultWork);
        Assert.True(Assert.IsType<LessonScheduled>(Assert.Single(Facts([], [], [(7, 3)]))).DefaultWork!.IsDefault);
    }

    [Fact]
    public void A_lesson_that_stays_has_had_its_place_in_the_week() =>
        Assert.Equal(["2 → 14.3"], Relay([Held(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3), (14, 3)]));

    [Fact]
    public void One_that_was_moved_by_hand_has_had_its_place_too() =>
        Assert.Equal(
            ["2 → 14.3"],
            Relay([In(LessonStatus.Moved, 1, 4, 2), Held(3, 6, 5), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3), (14, 3)])
        );

    [Fact]
    public void A_place_that_somebody_has_taken_by_hand_is_not_given_twice() =>
        Assert.Empty(Relay([Held(1, 6, 5)], before: [], after: [(6, 5)]));

    [Fact]
    public void Taken_out_and_put_back_a_lesson_is_given_after_all() =>
        Assert.Equal(
            ["1 again", "101 new 11.2"],
            Relay([In(LessonStatus.Cancelled, 1, 4, 2) with { IsGone = true }], before: [], after: [(4, 2), (11, 2)])
        );

    [Fact]
    public void What_an_unchanged_place_has_lost_stays_lost() =>
        Assert.Empty(Relay([In(LessonStatus.Cancelled, 1, 4, 2) with { IsGone = true }], before: [(4, 2)], after: [(4, 2)]));

    [Fact]
    public void A_lesson_to_come_never_falls_on_a_day_that_is_over()
    {
        // Today is the sixth: the lesson of the fourth was held, and its place of the fifth is over.
        Assert.Equal(["2 → 12.3"], Relay([Held(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(5, 3), (12, 3)], today: 6));
        // One that was given and is not written down yet stays among the days that are over.
        Assert.Equal(
            ["1 → 5.3", "2 → 12.3"],
            Relay([Free(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(5, 3), (12, 3)], today: 6)
        );
    }

    [Fact]
    public void A_day_with_an_order_and_a_closed_term_stay_as_they_are() =>
        Assert.Empty(Relay([Free(1, 4, 2)], before: [(4, 2)], after: [(7, 3)], touched: false));

    [Fact]
    public void A_lesson_stays_in_its_term()
    {
        var course = new RelaidCourse(Course, [Free(1, 4, 2)], [new(Day(4), 2, Term)], [new(Day(25), 2, new(4))], _ => true, null);

        JournalEvent[] facts = [.. RelaidLessons.Of(course, Day(1), new(() => new(++_lesson), () => new(++_work)))];

        Assert.Equal(["1 cancelled", "101 new 25.2"], facts.Select(Says));
        Assert.Equal(new TermId(4), ((LessonScheduled)facts[1]).Term);
    }

    private IEnumerable<string> Relay(
        LaidLesson[] lessons,
        (int Day, int Number)[] before,
        (int Day, int Number)[] after,
        bool touched = true,
        int today = 1
    ) => Facts(lessons, before, after, touched, today).Select(Says);

    private JournalEvent[] Facts(
        LaidLesson[] lessons,
        (int Day, int Number)[] before,
        (int Day, int Number)[] after,
        bool touched = true,
        int today = 1,
        bool marked = true
    ) =>
        [
            .. RelaidLessons.Of(
                new(Course, lessons, Days(before), Days(after), _ => touched, marked ? (new WorkTypeId(1), 100) : null),
                Day(today),
                new(() => new(++_lesson), () => new(++_work))
            ),
        ];

    private static string Says(JournalEvent fact) =>
        fact switch
        {
            LessonScheduled made => $"{made.Lesson.Value} new {made.Date.Day}.{made.Number}",
            LessonRecorded { After: { Status: LessonStatus.Cancelled } gone } => $"{gone.Id.Value} cancelled",
            LessonRecorded { Before.Status: LessonStatus.Cancelled, After: var again } => $"{again.Id.Value} again",
            LessonRecorded { After: var moved } => $"{moved.Id.Value} → {moved.Date.Day}.{moved.Number}",
            _ => fact.ToString(),
        };

    private static LessonDay[] Days((int Day, int Number)[] days) => [.. days.Select(one => new LessonDay(Day(one.Day), one.Number, Term))];

    private static LaidLesson Free(int id, int day, int number) => In(LessonStatus.Planned, id, day, number) with { IsFree = true };

    private static LaidLesson Held(int id, int day, int number) => In(LessonStatus.Held, id, day, number);

    private static LaidLesson In(LessonStatus status, int id, int day, int number) =>
        new(Term, new Lesson(new(id), Day(day), number, status, [], null, null), IsFree: false);

    private static DateOnly Day(int day) => new(2027, 1, day);
}
