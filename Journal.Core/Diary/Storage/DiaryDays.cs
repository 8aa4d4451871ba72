using Journal.Core.Lessons.Storage;
using Journal.Core.School.Storage;
using Journal.Core.Timetable.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>The days of a class's week and the lessons a student has on them.</summary>
internal sealed class DiaryDays
{
    private DiaryDays(IReadOnlyList<(DateOnly Date, string? Holiday)> all, List<LessonRow> lessons)
    {
        (All, Lessons) = (all, lessons);
        _byDay = lessons.ToLookup(lesson => lesson.Date);
    }

    private readonly ILookup<DateOnly, LessonRow> _byDay;

    public IReadOnlyList<(DateOnly Date, string? Holiday)> All { get; }

    public List<LessonRow> Lessons { get; }

    public IEnumerable<LessonRow> On(DateOnly day) => _byDay[day];

    public static async Task<DiaryDays> Load(DiarySource source, DateOnly monday, CancellationToken ct)
    {
        // Somebody may ask for the last week of the year 9999, which has no Sunday.
        var sunday = DateOnly.FromDayNumber(Math.Min(monday.DayNumber + 6, DateOnly.MaxValue.DayNumber));
        var spans = source
            .Roster.GroupsOfStudent[source.Student]
            .Where(member => member.Days.Touches(monday, sunday))
            .SelectMany(member => source.Roster.CoursesOfGroup[member.Group].Select(course => (course.Id, member.Days)))
            .ToLookup(one => one.Id.Value, one => one.Days);
        var courses = spans.Select(one => one.Key).ToArray();
        var rows = await source
            .Db.Set<LessonRow>()
            .AsNoTracking()
            .Where(row => courses.Contains(row.Course) && row.Date >= monday && row.Date <= sunday)
            .OrderBy(row => row.Date)
            .ThenBy(row => row.Number)
            .ToListAsync(ct);
        var lessons = rows.FindAll(row => spans[row.Course].Any(days => days.Contains(row.Date)));
        var weekend = await Weekend(source, courses, monday, sunday, ct);
        var dates = Enumerable
            .Range(monday.DayNumber, sunday.DayNumber - monday.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Where(date => IsWeekday(date) || weekend.Contains((int)date.DayOfWeek) || lessons.Exists(lesson => lesson.Date == date));
        var holidays = await Holidays(source, monday, sunday, ct);
        return new([.. dates.Select(date => (date, holidays(date)))], lessons);
    }

    public static async Task<IReadOnlyList<Bell>> Bells(DiarySource source, DateOnly today, CancellationToken ct)
    {
        if (source.Roster.ClassOf(source.Student, today) is not { } schoolClass)
            return [];

        var rows = await source.Db.Set<BellRow>().AsNoTracking().Where(row => row.Schedule == schoolClass.Bells.Value).ToListAsync(ct);
        return [.. rows.OrderBy(row => row.Number).Select(row => new Bell(row.Number, row.Starts, row.Ends))];
    }

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    // A week of six days is one in which something stands in the timetable on Saturday, whether or not it was held this week.
    private static async Task<List<int>> Weekend(
        DiarySource source,
        int[] courses,
        DateOnly monday,
        DateOnly sunday,
        CancellationToken ct
    ) =>
        await source
            .Db.Set<TimetableCardRow>()
            .Where(card => courses.Contains(card.Course) && card.From <= sunday && (card.To == null || card.To >= monday))
            .Where(card => card.Weekday == (int)DayOfWeek.Saturday || card.Weekday == (int)DayOfWeek.Sunday)
            .Select(card => card.Weekday)
            .Distinct()
            .ToListAsync(ct);

    private static async Task<Func<DateOnly, string?>> Holidays(DiarySource source, DateOnly monday, DateOnly sunday, CancellationToken ct)
    {
        var rows = await source
            .Db.Set<HolidayRow>()
            .AsNoTracking()
            .Where(row => row.Starts <= sunday && row.Ends >= monday)
            .OrderBy(row => row.Starts)
            .ToListAsync(ct);
        return date =>
            source.Roster.ClassOf(source.Student, date) is { } schoolClass
                ? rows.Find(row => row.HolidaySet == schoolClass.HolidaySet.Value && row.Starts <= date && date <= row.Ends)?.Name
                : null;
    }
}
