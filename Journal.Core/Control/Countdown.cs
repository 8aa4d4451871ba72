using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>
/// Runs the time of a rule, by the school's own clock. It sleeps on holidays and while whoever owes the record is away (R26, hard day 17): nothing
/// falls due then, and what runs in hours stops at midnight and goes on at the next midnight that begins a day of work.
/// </summary>
public sealed class Countdown(SchoolCalendar calendar, Func<DateOnly, bool> isAway)
{
    /// <param name="from">By the school's clock.</param>
    /// <returns>Null while it sleeps and nobody knows until when.</returns>
    public DateTime? End(DeadlineRule rule, DateTime from)
    {
        var start = DateOnly.FromDateTime(from);
        // Whoever is away when it begins is told nothing before the same hour of the first day back.
        if (AwakeSince(start, start) is not { } first)
            return null;

        return rule.Unit switch
        {
            DeadlineUnit.EndOfDay => EndOf(first),
            DeadlineUnit.Minutes => Later(first.ToDateTime(TimeOnly.FromDateTime(from)), TimeSpan.FromMinutes(rule.Length), start),
            _ => LastDay(rule, start) is { } last ? EndOf(last) : null,
        };
    }

    // Hours are exact (S0 4.6, S2 3.1.1). Days last until 23:59: a teacher who sits down in the evening is still in time, and nobody is
    // told in the evening that the time is over.
    private static DateTime EndOf(DateOnly day) => day.ToDateTime(TimeOnly.MaxValue);

    private DateTime? Later(DateTime moment, TimeSpan left, DateOnly start)
    {
        while (true)
        {
            var midnight = moment.Date.AddDays(1);
            if (moment + left <= midnight)
                return moment + left;
            if (AwakeSince(DateOnly.FromDateTime(midnight), start) is not { } next)
                return null;

            (left, moment) = (left - (midnight - moment), next.ToDateTime(TimeOnly.MinValue));
        }
    }

    private DateOnly? LastDay(DeadlineRule rule, DateOnly start)
    {
        var (day, left) = (start, rule.Length);
        while (left > 0 && day < LastOfAll)
        {
            day = day.AddDays(1);
            if (Counts(rule.Unit, day))
                left--;
        }

        // What ends on a day of rest ends on the next day of work (Labour Code, article 14).
        return left > 0 ? null : AwakeSince(day, start);
    }

    private bool Counts(DeadlineUnit unit, DateOnly day) =>
        unit switch
        {
            DeadlineUnit.CalendarDays => !calendar.IsHoliday(day) && !isAway(day),
            DeadlineUnit.WorkingDays => IsAwake(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            _ => IsAwake(day),
        };

    // The day on which the lesson was given is a day of work, whatever the calendar says: a Saturday that runs as a Monday (hard day 19).
    private DateOnly? AwakeSince(DateOnly day, DateOnly start)
    {
        for (; day <= LastOfAll || day == start; day = day.AddDays(1))
        {
            if (IsAwake(day) || (day == start && !isAway(day)))
                return day;
        }

        return null;
    }

    private bool IsAwake(DateOnly day) => calendar.IsSchoolDay(day) && !isAway(day);

    private DateOnly LastOfAll => calendar.Terms is [.., var last] ? last.Ends : DateOnly.MinValue;
}
