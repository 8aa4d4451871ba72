using System.Collections.Immutable;
using Journal.Core.Lessons;

namespace Journal.Tests.Lessons;

/// <summary>One lesson a day from Monday on; a lesson is a letter: h held, d at a distance, c cancelled, m moved, v covered, dot still open.</summary>
public sealed class PlanCalendarTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private static readonly ImmutableArray<PlanTopic> Plan = [new("Дроби", 2), new("Корни", 1), new("Степени", 1)];

    [Fact]
    public void A_topic_of_two_hours_takes_two_lessons()
    {
        var calendar = Of("....", today: 0);

        Assert.Equal([1, 1, 2, 3], calendar.Lessons.Select(lesson => lesson.Topic!.Value));
        Assert.Equal([Monday, Monday.AddDays(1)], calendar.Lines[0].Planned.AsEnumerable());
        Assert.Equal((4, 0, 0, 4, 0), Figures(calendar));
    }

    [Fact]
    public void A_lost_lesson_takes_no_hour_and_shifts_the_rest()
    {
        var calendar = Of(".c....", today: 0);

        Assert.Equal([1, null, 1, 2, 3, null], calendar.Lessons.Select(lesson => lesson.Topic));
        Assert.Equal(LessonPlace.Lost, calendar.Lessons[1].Place);
        Assert.Equal(0, calendar.Progress.Missing);
    }

    [Theory]
    [InlineData('c')]
    [InlineData('m')]
    [InlineData('v')]
    public void Cancelled_moved_and_covered_lessons_are_all_lost_to_the_plan(char lost) =>
        Assert.Equal(1, Of($"h{lost}..", today: 2, "Дроби").Progress.Missing);

    [Fact]
    public void What_was_recorded_stays_whatever_the_plan_says()
    {
        var calendar = Of("hh..", today: 2, "Корни", "Дроби");

        Assert.Equal([2, 1, 1, 3], calendar.Lessons.Select(lesson => lesson.Topic!.Value));
    }

    [Fact]
    public void A_topic_is_known_by_its_words_though_spaces_and_the_full_stop_differ() =>
        Assert.Equal(2, Of("h...", today: 1, " корни.").Lessons[0].Topic);

    [Fact]
    public void A_lesson_of_something_else_is_off_the_plan_and_spends_no_hour()
    {
        var calendar = Of("h....", today: 1, "Экскурсия");

        Assert.Equal((LessonPlace.OffPlan, null), (calendar.Lessons[0].Place, calendar.Lessons[0].Topic));
        Assert.Equal(0, calendar.Progress.Missing);
        Assert.Equal(1, calendar.Progress.Losses.OffPlan);
    }

    [Fact]
    public void An_hour_more_than_the_topic_has_is_off_the_plan()
    {
        var calendar = Of("hhh..", today: 3, "Дроби", "Дроби", "Дроби");

        Assert.Equal([1, 1, null, 2, 3], calendar.Lessons.Select(lesson => lesson.Topic));
        Assert.Equal(1, calendar.Progress.Lag);
    }

    [Fact]
    public void A_forgotten_record_gets_what_lies_between_its_neighbours()
    {
        var calendar = Of("h.hh", today: 4, "Дроби", null, "Корни", "Степени");

        Assert.Equal((LessonPlace.Unrecorded, 1), (calendar.Lessons[1].Place, calendar.Lessons[1].Topic));
        Assert.Equal(1, calendar.Progress.Losses.Unrecorded);
    }

    [Fact]
    public void Between_neighbours_with_nothing_between_them_a_forgotten_record_gets_nothing()
    {
        var calendar = Of("h.h..", today: 3, "Корни", null, "Степени");

        Assert.Null(calendar.Lessons[1].Topic);
    }

    [Fact]
    public void What_was_passed_over_comes_when_the_plan_has_nothing_else_left()
    {
        var calendar = Of("h...", today: 1, "Корни");

        Assert.Equal([2, 3, 1, 1], calendar.Lessons.Select(lesson => lesson.Topic!.Value));
    }

    [Fact]
    public void Of_words_that_stand_twice_the_next_place_with_hours_left_counts()
    {
        ImmutableArray<PlanTopic> plan = [new("Повторение", 1), new("Дроби", 1), new("Повторение", 1)];

        var calendar = PlanCalendar.Of(plan, Lessons("hhh", "Повторение", "Дроби", "Повторение"), Monday.AddDays(3));

        Assert.Equal([1, 2, 3], calendar.Lessons.Select(lesson => lesson.Topic!.Value));
    }

    [Fact]
    public void Held_against_planned_says_how_far_behind_the_plan_is()
    {
        var calendar = Of("hc.h..", today: 5, "Дроби", null, null, "Дроби");

        Assert.Equal((4, 4, 2, 1, 0), Figures(calendar));
        Assert.Equal(2, calendar.Progress.Lag);
        Assert.Equal(new PlanLosses(1, 0, 0, 2, 0), calendar.Progress.Losses);
    }

    [Fact]
    public void In_the_morning_nobody_is_behind_with_the_lesson_of_the_day()
    {
        Assert.Equal(0, Of("....", today: 0).Progress.Due);
        Assert.Equal((1, 1), (Of("h...", today: 0, "Дроби").Progress.Due, Of("h...", today: 0, "Дроби").Progress.Given));
    }

    [Fact]
    public void Two_lessons_of_one_day_go_by_their_number()
    {
        CourseLesson[] day = [new(new(2), Monday, 5, LessonStatus.Planned, null), new(new(1), Monday, 3, LessonStatus.Planned, null)];

        Assert.Equal([3, 5], PlanCalendar.Of(Plan, day, Monday).Lessons.Select(lesson => lesson.Lesson.Number));
    }

    [Fact]
    public void A_course_without_plan_or_lessons_is_empty_and_not_behind()
    {
        Assert.Equal((0, 0, 0, 2, 0), Figures(PlanCalendar.Of([], Lessons(".."), Monday)));
        Assert.Equal((4, 0, 0, 0, 4), Figures(PlanCalendar.Of(Plan, [], Monday)));
    }

    [Fact]
    public void The_correction_sheet_names_every_hour_that_shifted_and_why()
    {
        var calendar = Of("hc..", today: 2, "Дроби");

        var sheet = CorrectionSheet.Of(calendar);

        (int, int, DateOnly?, DateOnly?, CorrectionCause)[] expected =
        [
            (1, 2, Monday.AddDays(1), Monday.AddDays(2), CorrectionCause.Cancelled),
            (2, 1, Monday.AddDays(2), Monday.AddDays(3), CorrectionCause.Cancelled),
            (3, 1, Monday.AddDays(3), null, CorrectionCause.NoLessonLeft),
        ];
        Assert.Equal(expected, sheet.Select(line => (line.Number, line.Hour, line.Planned, line.Actual, line.Cause)));
        Assert.All(sheet, line => Assert.False(line.IsGiven));
    }

    [Fact]
    public void A_plan_kept_to_the_day_needs_no_correction() => Assert.Empty(CorrectionSheet.Of(Of("hh..", today: 2, "Дроби", "Дроби")));

    private static PlanCalendar Of(string lessons, int today, params string?[] topics) =>
        PlanCalendar.Of(Plan, Lessons(lessons, topics), Monday.AddDays(today));

    private static IEnumerable<CourseLesson> Lessons(string lessons, params string?[] topics) =>
        lessons.Select((letter, i) => new CourseLesson(new(i + 1), Monday.AddDays(i), 1, StatusOf(letter), topics.ElementAtOrDefault(i)));

    private static LessonStatus StatusOf(char letter) =>
        letter switch
        {
            'h' => LessonStatus.Held,
            'd' => LessonStatus.Distance,
            'c' => LessonStatus.Cancelled,
            'm' => LessonStatus.Moved,
            'v' => LessonStatus.Covered,
            _ => LessonStatus.Planned,
        };

    private static (int, int, int, int, int) Figures(PlanCalendar calendar) =>
        (calendar.Progress.Planned, calendar.Progress.Due, calendar.Progress.Given, calendar.Progress.Ahead, calendar.Progress.Missing);
}
