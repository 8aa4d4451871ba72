using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>Holidays as most schools set them: the week of 4 November, New Year, the last Monday of March, a February week for grade 1.</summary>
internal static class DemoHolidays
{
    /// <summary>What parts the quarters.</summary>
    public static IReadOnlyList<Holiday> Breaks(int autumn) =>
        [
            Week("Осенние каникулы", new(autumn, 11, 4)),
            new("Зимние каникулы", new(autumn, 12, 30), Next(DayOfWeek.Sunday, new(autumn + 1, 1, 8))),
            Week("Весенние каникулы", Next(DayOfWeek.Monday, new(autumn + 1, 3, 25))),
        ];

    public static Holiday OfFirstGrade(int autumn) => Week("Дополнительные каникулы", Next(DayOfWeek.Monday, new(autumn + 1, 2, 15)));

    /// <summary>A holiday on a day off moves to the next working day.</summary>
    public static IEnumerable<Holiday> Public(int autumn)
    {
        (string Name, DateOnly Day)[] days =
        [
            ("День народного единства", new(autumn, 11, 4)),
            ("День защитника Отечества", new(autumn + 1, 2, 23)),
            ("Международный женский день", new(autumn + 1, 3, 8)),
            ("Праздник Весны и Труда", new(autumn + 1, 5, 1)),
            ("День Победы", new(autumn + 1, 5, 9)),
        ];

        return days.Select(d => (d.Name, Day: OnWorkingDay(d.Day))).Select(d => new Holiday(d.Name, d.Day, d.Day));
    }

    private static DateOnly OnWorkingDay(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Next(DayOfWeek.Monday, day) : day;

    private static Holiday Week(string name, DateOnly day) =>
        new(name, SchoolCalendar.MondayOf(day), SchoolCalendar.MondayOf(day).AddDays(6));

    private static DateOnly Next(DayOfWeek wanted, DateOnly from) => from.AddDays(((int)wanted - (int)from.DayOfWeek + 7) % 7);
}

/// <summary>Quarters between the holidays; half-years of two quarters each.</summary>
internal static class DemoTerms
{
    public static IEnumerable<(Basics.TermSetId Set, TermSpan Term)> Of(DateOnly first, DateOnly last, IReadOnlyList<Holiday> breaks)
    {
        DateOnly[] starts = [first, .. breaks.Select(b => b.Ends.AddDays(1))];
        DateOnly[] ends = [.. breaks.Select(b => b.Starts.AddDays(-1)), last];
        for (var i = 0; i < starts.Length; i++)
            yield return (DemoYear.Quarters, new(new(i + 1), i + 1, $"{i + 1} четверть", starts[i], ends[i]));

        yield return (DemoYear.HalfYears, new(new(5), 1, "1 полугодие", starts[0], ends[1]));
        yield return (DemoYear.HalfYears, new(new(6), 2, "2 полугодие", starts[2], ends[3]));
    }
}
