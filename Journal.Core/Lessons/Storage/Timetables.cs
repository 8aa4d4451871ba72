using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Timetable.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Lessons.Storage;

/// <summary>Reads what the timetable has for some days: the lessons as they are, not as the cards planned them.</summary>
public sealed class Timetables(IDbContextFactory<JournalDb> databases)
{
    public async Task<IReadOnlyList<TimetableLesson>> Read(
        Roster roster,
        IReadOnlyCollection<CourseId> courses,
        DateOnly from,
        DateOnly to,
        CancellationToken ct = default
    )
    {
        var ids = courses.Select(course => course.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<LessonRow>()
            .AsNoTracking()
            .Where(row => row.Date >= from && row.Date <= to && ids.Contains(row.Course))
            .OrderBy(row => row.Date)
            .ThenBy(row => row.Number)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Course,
                row.Date,
                row.Number,
                row.Status,
            })
            .ToListAsync(ct);
        var cards = (await db.Set<TimetableCardRow>().AsNoTracking().Where(row => ids.Contains(row.Course)).ToListAsync(ct)).ToLookup(row =>
            (row.Course, row.Weekday, row.Number)
        );
        return
        [
            .. rows.Select(row => new TimetableLesson(
                new(row.Id),
                new(row.Course),
                row.Date,
                row.Number,
                (LessonStatus)row.Status,
                Room(roster, cards[(row.Course, (int)WeekdayOf(roster, new(row.Course), row.Date), row.Number)], new(row.Course), row.Date)
            )),
        ];
    }

    /// <summary>Every room that some card names, in order.</summary>
    public async Task<IReadOnlyList<string>> Rooms(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rooms = await db.Set<TimetableCardRow>().Where(row => row.Room != null).Select(row => row.Room!).Distinct().ToListAsync(ct);
        return [.. rooms.OrderBy(room => room.Length).ThenBy(room => room, StringComparer.CurrentCulture)];
    }

    // A Saturday that runs as a Monday has Monday's rooms.
    private static DayOfWeek WeekdayOf(Roster roster, CourseId course, DateOnly date) =>
        PatternOf(roster, course, date)?.Weekday ?? date.DayOfWeek;

    private static DayPattern? PatternOf(Roster roster, CourseId course, DateOnly date) =>
        roster.OrderOf(roster.ClassesOf(course).First(), date)?.What.Pattern;

    // In A and B weeks the room may be another one.
    private static string? Room(Roster roster, IEnumerable<TimetableCardRow> cards, CourseId course, DateOnly date)
    {
        WeekKind? week = null;
        foreach (var card in cards)
        {
            if (card.From > date || card.To < date)
                continue;
            if (
                (WeekKind)card.Week is WeekKind.Every
                || (WeekKind)card.Week
                    == (
                        week ??= PatternOf(roster, course, date) is { Week: not WeekKind.Every and var asked }
                            ? asked
                            : roster.CalendarOf(course, 6).WeekOf(date)
                    )
            )
                return card.Room;
        }

        return null;
    }
}
