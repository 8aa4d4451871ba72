using Journal.Core.School;

namespace Journal.Core.Diary.Storage;

/// <summary>The days of a class's week and the lessons a student has on them.</summary>
internal sealed class DiaryDays
{
    private readonly ILookup<DateOnly, DiaryPlace> _byDay;

    private DiaryDays(IReadOnlyList<(DateOnly Date, string? Holiday)> all, DiaryPages pages) =>
        (All, Pages, _byDay) = (all, pages, pages.Places.ToLookup(one => one.Lesson.Date));

    public IReadOnlyList<(DateOnly Date, string? Holiday)> All { get; }

    public DiaryPages Pages { get; }

    public IEnumerable<DiaryPlace> On(DateOnly day) => _byDay[day];

    public static DiaryDays Of(DiarySource source, Register.Storage.JournalPages pages, SchoolDays school, DateOnly monday)
    {
        // Somebody may ask for the last week of the year 9999, which has no Sunday.
        var sunday = DateOnly.FromDayNumber(Math.Min(monday.DayNumber + 6, DateOnly.MaxValue.DayNumber));
        var found = DiaryPages.Of(pages, source, monday, sunday);
        var courses = source
            .Roster.GroupsOfStudent[source.Student]
            .Where(member => member.Days.Touches(monday, sunday))
            .SelectMany(member => source.Roster.CoursesOfGroup[member.Group])
            .Select(course => course.Id)
            .ToList();
        var dates = Enumerable
            .Range(monday.DayNumber, sunday.DayNumber - monday.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Where(date =>
                IsWeekday(date)
                || courses.Exists(course => school.HasWeekend(course, date.DayOfWeek, monday, sunday))
                || found.Places.Any(one => one.Lesson.Date == date)
            );
        return new([.. dates.Select(date => (date, Holiday(source, school, date)))], found);
    }

    public static IReadOnlyList<Bell> Bells(DiarySource source, SchoolDays school, DateOnly today) =>
        source.Roster.ClassOf(source.Student, today) is { } schoolClass
            ? school.Bells.GetValueOrDefault(source.Roster.BellsOf(schoolClass, today).Value) ?? []
            : [];

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static string? Holiday(DiarySource source, SchoolDays school, DateOnly date) =>
        source.Roster.ClassOf(source.Student, date) is { } schoolClass ? school.HolidayOn(date, schoolClass.HolidaySet) : null;
}
