using Journal.Core.Control;
using Journal.Core.School;
using static Journal.Core.School.DeadlineUnit;

namespace Journal.Tests.Control;

/// <summary>From a lesson that ends at 10:15. November 2026: the 4th, Wednesday, is a holiday, the 9th, 16th and 23rd are Mondays.</summary>
public class CountdownTests
{
    [Theory]
    [InlineData(EndOfDay, 0, "2026-11-13", "2026-11-13 23:59")]
    [InlineData(Minutes, 90, "2026-11-13", "2026-11-13 11:45")]
    [InlineData(Minutes, 0, "2026-11-13", "2026-11-13 10:15")]
    [InlineData(Minutes, 1440, "2026-11-12", "2026-11-13 10:15")]
    [InlineData(Minutes, 1440, "2026-11-13", "2026-11-16 10:15")] // Friday: Saturday and Sunday do not run
    [InlineData(Minutes, 1440, "2026-11-03", "2026-11-05 10:15")] // nor does the holiday
    [InlineData(Minutes, 2880, "2026-11-12", "2026-11-16 10:15")]
    [InlineData(CalendarDays, 3, "2026-11-16", "2026-11-19 23:59")]
    [InlineData(CalendarDays, 3, "2026-11-13", "2026-11-16 23:59")] // a weekend counts
    [InlineData(CalendarDays, 3, "2026-11-12", "2026-11-16 23:59")] // but nothing ends in it
    [InlineData(CalendarDays, 7, "2026-11-13", "2026-11-20 23:59")]
    [InlineData(CalendarDays, 3, "2026-11-02", "2026-11-06 23:59")] // a holiday does not count
    [InlineData(SchoolDays, 3, "2026-11-13", "2026-11-18 23:59")]
    [InlineData(SchoolDays, 1, "2026-11-03", "2026-11-05 23:59")]
    [InlineData(WorkingDays, 3, "2026-11-13", "2026-11-18 23:59")]
    [InlineData(SchoolDays, 2, "2026-12-25", "2027-01-12 23:59")] // over the New Year
    [InlineData(CalendarDays, 7, "2026-12-25", "2027-01-15 23:59")]
    [InlineData(Minutes, 1440, "2026-12-25", "2027-01-11 10:15")]
    public void A_countdown_sleeps_on_holidays(DeadlineUnit unit, int length, string from, string due) =>
        Assert.Equal(due, End(unit, length, from));

    [Theory]
    [InlineData(EndOfDay, 0, "2026-11-14", "2026-11-14 23:59")] // Saturday
    [InlineData(SchoolDays, 2, "2026-11-13", "2026-11-16 23:59")]
    [InlineData(WorkingDays, 2, "2026-11-13", "2026-11-17 23:59")]
    [InlineData(CalendarDays, 1, "2026-11-13", "2026-11-14 23:59")]
    [InlineData(CalendarDays, 1, "2026-11-14", "2026-11-16 23:59")]
    [InlineData(Minutes, 1440, "2026-11-13", "2026-11-14 10:15")]
    public void In_a_week_of_six_days_Saturday_is_a_school_day_and_no_working_day(DeadlineUnit unit, int length, string from, string due) =>
        Assert.Equal(due, End(unit, length, from, ControlledCourse.OfDays(6)));

    [Theory]
    [InlineData(EndOfDay, 0, "2026-11-16", "2026-11-16 23:59")] // gave the lesson and fell ill the next day
    [InlineData(EndOfDay, 0, "2026-11-17", "2026-11-30 23:59")]
    [InlineData(Minutes, 90, "2026-11-17", "2026-11-30 11:45")] // not at 01:30 of the first day back
    [InlineData(Minutes, 1440, "2026-11-16", "2026-11-30 10:15")]
    [InlineData(CalendarDays, 3, "2026-11-16", "2026-11-30 23:59")] // the last weekend of the leave counts again
    [InlineData(CalendarDays, 7, "2026-11-16", "2026-12-04 23:59")]
    [InlineData(SchoolDays, 3, "2026-11-16", "2026-12-02 23:59")]
    [InlineData(WorkingDays, 3, "2026-11-13", "2026-12-01 23:59")]
    public void A_countdown_sleeps_while_the_teacher_is_away(DeadlineUnit unit, int length, string from, string due)
    {
        var (first, last) = (new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 27));

        Assert.Equal(due, End(unit, length, from, isAway: day => first <= day && day <= last));
    }

    [Theory]
    [InlineData(EndOfDay, 0)]
    [InlineData(Minutes, 1440)]
    [InlineData(CalendarDays, 1)]
    [InlineData(SchoolDays, 1)]
    [InlineData(WorkingDays, 1)]
    public void Nothing_falls_due_while_nobody_knows_when_the_teacher_comes_back(DeadlineUnit unit, int length) =>
        Assert.Null(End(unit, length, "2026-11-16", isAway: day => day >= new DateOnly(2026, 11, 16)));

    [Theory]
    [InlineData(CalendarDays, 7)]
    [InlineData(SchoolDays, 5)]
    [InlineData(Minutes, 7200)]
    public void After_the_last_day_of_the_year_it_sleeps_until_the_next_calendar_is_known(DeadlineUnit unit, int length) =>
        Assert.Null(End(unit, length, "2027-03-25"));

    [Theory]
    [InlineData(EndOfDay, 0, "2026-11-14 23:59")]
    [InlineData(Minutes, 90, "2026-11-14 11:45")]
    [InlineData(SchoolDays, 1, "2026-11-16 23:59")]
    public void A_Saturday_that_runs_as_a_Monday_is_a_day_of_work(DeadlineUnit unit, int length, string due) =>
        Assert.Equal(due, End(unit, length, "2026-11-14"));

    private static string? End(
        DeadlineUnit unit,
        int length,
        string from,
        SchoolCalendar? calendar = null,
        Func<DateOnly, bool>? isAway = null
    ) =>
        new Countdown(calendar ?? ControlledCourse.Calendar, isAway ?? (_ => false))
            .End(
                new DeadlineRule(RecordKind.Mark, length, unit, CountedFrom.LessonDate),
                DateOnly.Parse(from).ToDateTime(new TimeOnly(10, 15))
            )
            ?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
