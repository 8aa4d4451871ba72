namespace Journal.Core.Demo;

/// <summary>Holidays as most schools set them: a week around 4 November, New Year, the last Monday of March, a February week for grade 1.</summary>
internal static class DemoHolidays
{
    public static IReadOnlyList<DemoHoliday> Of(int autumn) =>
        [
            new("Осенние каникулы", Week(new(autumn, 11, 4))),
            new("Зимние каникулы", new(new(autumn, 12, 30), SundayFrom(new(autumn + 1, 1, 8)))),
            new(
                "Дополнительные каникулы 1 класса",
                Week(new(autumn + 1, 2, 15 + DaysTo(DayOfWeek.Monday, new(autumn + 1, 2, 15)))),
                FirstGradeOnly: true
            ),
            new("Весенние каникулы", Week(new(autumn + 1, 3, 25 + DaysTo(DayOfWeek.Monday, new(autumn + 1, 3, 25))))),
        ];

    private static DemoSpan Week(DateOnly day) => new(DemoYear.MondayOf(day), DemoYear.MondayOf(day).AddDays(6));

    private static DateOnly SundayFrom(DateOnly day) => day.AddDays(DaysTo(DayOfWeek.Sunday, day));

    private static int DaysTo(DayOfWeek wanted, DateOnly from) => ((int)wanted - (int)from.DayOfWeek + 7) % 7;
}
