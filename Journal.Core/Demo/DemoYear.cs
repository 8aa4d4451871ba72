using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>The school year of the demo: 1 September to 26 May, five days a week, with the terms and holidays Russian schools keep.</summary>
public sealed class DemoYear
{
    public static readonly TermSetId Quarters = new(1);
    public static readonly TermSetId HalfYears = new(2);

    /// <summary>First grades rest a week more.</summary>
    public static readonly HolidaySetId FirstGrade = new(1);
    public static readonly HolidaySetId OtherGrades = new(2);

    private const int StudyDays = 5;

    private readonly SchoolCalendar _first;
    private readonly SchoolCalendar _quarters;
    private readonly SchoolCalendar _halfYears;

    private DemoYear(int autumn)
    {
        (Starts, Ends) = (new(autumn, 9, 1), new(autumn + 1, 5, 26));
        var breaks = DemoHolidays.Breaks(autumn);
        Terms = [.. DemoTerms.Of(Starts, Ends, breaks)];
        Holidays = [.. breaks, .. DemoHolidays.Public(autumn).Where(day => !breaks.Any(b => b.Contains(day.Starts)))];
        FirstGradeHolidays = [.. Holidays, DemoHolidays.OfFirstGrade(autumn)];
        _first = new(TermsOf(Quarters), FirstGradeHolidays, StudyDays);
        _quarters = new(TermsOf(Quarters), Holidays, StudyDays);
        _halfYears = new(TermsOf(HalfYears), Holidays, StudyDays);
    }

    public YearId Id { get; } = new(1);

    public DateOnly Starts { get; }

    public DateOnly Ends { get; }

    /// <summary>«2026/27».</summary>
    public string Name => $"{Starts.Year}/{Ends.Year % 100:00}";

    public IReadOnlyList<(TermSetId Set, TermSpan Term)> Terms { get; }

    public IReadOnlyList<Holiday> Holidays { get; }

    public IReadOnlyList<Holiday> FirstGradeHolidays { get; }

    /// <summary>The last year that is over on this day.</summary>
    public static DateOnly LastDayOfLastYear(DateOnly today)
    {
        var year = Of(today);

        return year.Ends < today ? year.Ends : new(year.Ends.Year - 1, year.Ends.Month, year.Ends.Day);
    }

    /// <summary>The year that runs on this day; in summer the one that has just finished.</summary>
    public static DemoYear Of(DateOnly today) => new(today.Month >= 9 ? today.Year : today.Year - 1);

    public static TermSetId TermSet(int grade) => grade >= 10 ? HalfYears : Quarters;

    public static HolidaySetId HolidaySet(int grade) => grade <= 1 ? FirstGrade : OtherGrades;

    public SchoolCalendar Calendar(int grade) =>
        grade switch
        {
            <= 1 => _first,
            < 10 => _quarters,
            _ => _halfYears,
        };

    private IEnumerable<TermSpan> TermsOf(TermSetId set) => Terms.Where(t => t.Set == set).Select(t => t.Term);
}
