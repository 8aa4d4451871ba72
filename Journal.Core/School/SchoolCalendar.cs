using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

public enum WeekKind
{
    Every,
    A,
    B,
}

/// <summary>A quarter, trimester, half-year or semester, both days included.</summary>
public sealed record TermSpan(TermId Id, int Number, string Name, DateOnly Starts, DateOnly Ends)
{
    public bool Contains(DateOnly date) => Starts <= date && date <= Ends;
}

/// <summary>Days without lessons, both included: a vacation or one public holiday.</summary>
public sealed record Holiday(string Name, DateOnly Starts, DateOnly Ends)
{
    public bool Contains(DateOnly date) => Starts <= date && date <= Ends;
}

/// <summary>One class's year: its own terms, its own holidays, a week of five or six days.</summary>
public sealed class SchoolCalendar
{
    private readonly DateOnly? _firstMonday;

    public SchoolCalendar(IEnumerable<TermSpan> terms, IEnumerable<Holiday> holidays, int studyDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(studyDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(studyDays, 7);
        Terms = [.. terms.OrderBy(term => term.Starts)];
        Holidays = [.. holidays];
        StudyDays = studyDays;
        // A year that begins at the end of a week (1 September is a Sunday) has its first week where its first lessons are.
        _firstMonday = FirstSchoolDay is { } first ? MondayOf(first) : null;
    }

    public ImmutableArray<TermSpan> Terms { get; }

    public ImmutableArray<Holiday> Holidays { get; }

    public int StudyDays { get; }

    public DateOnly? FirstSchoolDay => Terms is [var first, ..] ? NextSchoolDay(first.Starts.AddDays(-1)) : null;

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(1 - WeekdayNumber(date));

    public TermSpan? TermOf(DateOnly date) => Terms.FirstOrDefault(term => term.Contains(date));

    public bool IsSchoolDay(DateOnly date) => WeekdayNumber(date) <= StudyDays && !IsHoliday(date);

    /// <summary>Between the terms or on a public holiday; the day of rest of an ordinary week is none.</summary>
    public bool IsHoliday(DateOnly date) => TermOf(date) is null || Holidays.Any(holiday => holiday.Contains(date));

    /// <summary>A or B. Weeks alternate through holidays too, so a wall calendar can be marked once a year.</summary>
    public WeekKind WeekOf(DateOnly date)
    {
        if (_firstMonday is not { } first)
            return WeekKind.A;

        var weeks = (MondayOf(date).DayNumber - first.DayNumber) / 7;
        return weeks % 2 == 0 ? WeekKind.A : WeekKind.B;
    }

    /// <summary>The first school day after this date; null when the year is over.</summary>
    public DateOnly? NextSchoolDay(DateOnly date)
    {
        foreach (var term in Terms.Where(term => term.Ends > date))
        {
            var day = term.Starts > date ? term.Starts : date.AddDays(1);
            for (; day <= term.Ends; day = day.AddDays(1))
            {
                if (IsSchoolDay(day))
                    return day;
            }
        }

        return null;
    }

    public IEnumerable<DateOnly> SchoolDays(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (IsSchoolDay(day))
                yield return day;
        }
    }

    private static int WeekdayNumber(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
}
