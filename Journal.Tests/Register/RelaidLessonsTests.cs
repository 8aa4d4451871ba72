using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Timetable;

namespace Journal.Tests.Register;

/// <summary>How lessons follow a new timetable; times are days of one January, lessons are numbered in their order.</summary>
public sealed class RelaidLessonsTests
{
    private static readonly CourseId Course = new(7);
    private static readonly TermId Term = new(3);

    private int _lesson = 100;
    private int _work = 500;

    [Fact]
    public void Lessons_take_the_new_places_in_their_order()
    {
        var facts = Relay([Free(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3), (14, 3)]);

        Assert.Equal([Scheduled(1, 7, 3), Scheduled(2, 14, 3)], facts);
    }

    [Fact]
    public void Whoever_keeps_a_place_stays_in_it() =>
        Assert.Equal(
            [Scheduled(2, 5, 1)],
            Relay([Free(1, 4, 1), Free(2, 4, 2)], before: [(4, 1), (4, 2)], after: [(4, 1), (5, 1)])
        );

    [Fact]
    public void What_was_written_ahead_goes_along()
    {
        var lesson = Free(1, 4, 2) with { Version = 12 };
        lesson = lesson with { Lesson = lesson.Lesson with { Topic = "Дроби" } };

        var moved = Assert.IsType<LessonRecorded>(Assert.Single(Relay([lesson], before: [(4, 2)], after: [(7, 3)])));

        Assert.Equal((Day(7), 3, "Дроби", LessonStatus.Planned), (moved.After.Date, moved.After.Number, moved.After.Topic, moved.After.Status));
        Assert.Equal(lesson.Lesson, moved.Before);
    }

    [Fact]
    public void More_places_get_new_lessons_and_fewer_cancel_the_last()
    {
        Assert.Equal(
            [Scheduled(1, 7, 3), Made(101, 501, 14, 3)],
            Relay([Free(1, 4, 2)], before: [(4, 2)], after: [(7, 3), (14, 3)])
        );
        var facts = Relay([Free(1, 4, 2), Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3)]);
        Assert.Equal(Scheduled(1, 7, 3), facts[0]);
        Assert.Equal((new LessonId(2), LessonStatus.Cancelled), Cancelled(facts[1]));
    }

    [Fact]
    public void A_course_without_marks_gets_lessons_without_a_work() =>
        Assert.Null(
            Assert.IsType<LessonScheduled>(Assert.Single(Relay([], before: [], after: [(7, 3)], marked: false))).DefaultWork
        );

    [Fact]
    public void Lessons_that_were_held_or_arranged_for_never_move()
    {
        var held = Free(1, 4, 2) with { IsFree = false };

        Assert.Equal([Scheduled(2, 7, 3)], Relay([held, Free(2, 11, 2)], before: [(4, 2), (11, 2)], after: [(7, 3)]));
    }

    [Fact]
    public void A_lesson_that_somebody_moved_by_hand_stays_and_its_place_is_not_given_twice()
    {
        var byHand = Free(1, 6, 5);

        Assert.Empty(Relay([byHand], before: [], after: []));
        Assert.Empty(Relay([byHand], before: [], after: [(6, 5)]));
    }

    [Fact]
    public void A_day_with_an_order_and_a_closed_term_stay_as_they_are() =>
        Assert.Empty(Relay([Free(1, 4, 2)], before: [(4, 2)], after: [(7, 3)], touched: false));

    [Fact]
    public void A_lesson_stays_in_its_term()
    {
        var next = new TermId(4);
        var course = new RelaidCourse(
            Course,
            [Free(1, 4, 2)],
            [new(Day(4), 2, Term)],
            [new(Day(25), 2, next)],
            _ => true,
            DefaultWork: null
        );

        JournalEvent[] facts = [.. RelaidLessons.Of(course, new(() => new(++_lesson), () => new(++_work)))];

        Assert.Equal((new LessonId(1), LessonStatus.Cancelled), Cancelled(facts[0]));
        Assert.Equal(next, Assert.IsType<LessonScheduled>(facts[1]).Term);
    }

    private JournalEvent[] Relay(
        LaidLesson[] lessons,
        (int Day, int Number)[] before,
        (int Day, int Number)[] after,
        bool touched = true,
        bool marked = true
    ) =>
        [
            .. RelaidLessons.Of(
                new(Course, lessons, Days(before), Days(after), _ => touched, marked ? (new WorkTypeId(1), 100) : null),
                new(() => new(++_lesson), () => new(++_work))
            ),
        ];

    private static LessonDay[] Days((int Day, int Number)[] days) => [.. days.Select(one => new LessonDay(Day(one.Day), one.Number, Term))];

    private static LaidLesson Free(int id, int day, int number) =>
        new(Term, new Lesson(new(id), Day(day), number, LessonStatus.Planned, [], null, null), IsFree: true, Version: 0);

    private static LessonScheduled Scheduled(int id, int day, int number) => new(Course, Term, new(id), Day(day), number, DefaultWork: null);

    private static LessonScheduled Made(int id, int work, int day, int number) =>
        new(Course, Term, new(id), Day(day), number, new(new(work), new(id), new(1), 100, null, 0, true, null, true));

    private static (LessonId, LessonStatus) Cancelled(JournalEvent fact) =>
        (Assert.IsType<LessonRecorded>(fact).After.Id, Assert.IsType<LessonRecorded>(fact).After.Status);

    private static DateOnly Day(int day) => new(2027, 1, day);
}
