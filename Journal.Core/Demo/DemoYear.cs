using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <summary>From and to, both included.</summary>
public readonly record struct DemoSpan(DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

public sealed record DemoTerm(TermId Id, TermSetId Set, int Number, string Name, DemoSpan Span);

public sealed record DemoHoliday(string Name, DemoSpan Span, bool FirstGradeOnly = false);

/// <summary>The school year of the demo: 1 September to 26 May, five days a week, with the terms and holidays Russian schools keep.</summary>
public sealed class DemoYear
{
    public static readonly TermSetId Quarters = new(1);
    public static readonly TermSetId HalfYears = new(2);

    private readonly HashSet<DateOnly> _dayOff;
    private readonly DateOnly _firstMonday;

    private DemoYear(int autumn)
    {
        Span = new(new(autumn, 9, 1), new(autumn + 1, 5, 26));
        _firstMonday = MondayOf(Span.From);
        PublicHolidays = [.. PublicHolidaysOf(autumn)];
        _dayOff = [.. PublicHolidays];
        Holidays = DemoHolidays.Of(autumn);
        Terms = [.. TermsOf(Span, Holidays)];
    }

    public YearId Id { get; } = new(1);

    public DemoSpan Span { get; }

    /// <summary>«2026/27».</summary>
    public string Name => $"{Span.From.Year}/{Span.To.Year % 100:00}";

    public IReadOnlyList<DemoTerm> Terms { get; }

    public IReadOnlyList<DemoHoliday> Holidays { get; }

    public IReadOnlyList<DateOnly> PublicHolidays { get; }

    /// <summary>The year that runs on this day; in summer the one that has just finished.</summary>
    public static DemoYear Of(DateOnly today) => new(today.Month >= 9 ? today.Year : today.Year - 1);

    public static TermSetId TermSet(int grade) => grade >= 10 ? HalfYears : Quarters;

    public bool IsSchoolDay(DateOnly day, int grade) =>
        Span.Holds(day)
        && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !_dayOff.Contains(day)
        && !Holidays.Any(h => h.Span.Holds(day) && (!h.FirstGradeOnly || grade == 1));

    /// <summary>Weeks take turns from the week of 1 September on, holidays counted: the first one is A.</summary>
    public bool IsWeekA(DateOnly day) => (day.DayNumber - _firstMonday.DayNumber) / 7 % 2 == 0;

    public IEnumerable<DateOnly> Days()
    {
        for (var day = Span.From; day <= Span.To; day = day.AddDays(1))
            yield return day;
    }

    public DemoTerm? TermOf(DateOnly day, int grade)
    {
        var set = TermSet(grade);

        return Terms.FirstOrDefault(t => t.Set == set && t.Span.Holds(day));
    }

    internal static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static IEnumerable<DateOnly> PublicHolidaysOf(int autumn)
    {
        DateOnly[] days = [new(autumn, 11, 4), new(autumn + 1, 2, 23), new(autumn + 1, 3, 8), new(autumn + 1, 5, 1), new(autumn + 1, 5, 9)];

        // A holiday on a day off moves to the next working day.
        return days.Select(d =>
            d.DayOfWeek switch
            {
                DayOfWeek.Saturday => d.AddDays(2),
                DayOfWeek.Sunday => d.AddDays(1),
                _ => d,
            }
        );
    }

    private static IEnumerable<DemoTerm> TermsOf(DemoSpan year, IReadOnlyList<DemoHoliday> holidays)
    {
        var breaks = holidays.Where(h => !h.FirstGradeOnly).Select(h => h.Span).ToList();
        DateOnly[] starts = [year.From, .. breaks.Select(b => b.To.AddDays(1))];
        DateOnly[] ends = [.. breaks.Select(b => b.From.AddDays(-1)), year.To];

        for (var i = 0; i < 4; i++)
            yield return new(new(i + 1), Quarters, i + 1, $"{i + 1} четверть", new(starts[i], ends[i]));

        yield return new(new(5), HalfYears, 1, "1 полугодие", new(starts[0], ends[1]));
        yield return new(new(6), HalfYears, 2, "2 полугодие", new(starts[2], ends[3]));
    }
}
