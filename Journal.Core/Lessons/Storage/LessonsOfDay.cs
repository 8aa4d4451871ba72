using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Persistence;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Lessons.Storage;

/// <summary>Reads the lessons of some courses on one day, by the clock.</summary>
public sealed class LessonsOfDay(IDbContextFactory<JournalDb> databases)
{
    public async Task<IReadOnlyList<DayLesson>> Read(
        Roster roster,
        IEnumerable<CourseId> courses,
        DateOnly day,
        CancellationToken ct = default
    )
    {
        var ids = courses.Select(course => course.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<LessonRow>().AsNoTracking().Where(row => row.Date == day && ids.Contains(row.Course)).ToListAsync(ct);
        if (rows.Count == 0)
            return [];

        var bells = await db.Set<BellRow>().AsNoTracking().ToDictionaryAsync(row => (row.Schedule, row.Number), ct);
        return
        [
            .. rows.Select(row => Lesson(row, bells.GetValueOrDefault((Schedule(roster, new(row.Course)), row.Number))))
                .OrderBy(lesson => lesson.Starts ?? TimeOnly.MaxValue)
                .ThenBy(lesson => lesson.Number)
                .ThenBy(lesson => lesson.Id.Value),
        ];
    }

    private static int Schedule(Roster roster, CourseId course) => roster.Classes[roster.ClassesOf(course).First()].Bells.Value;

    private static DayLesson Lesson(LessonRow row, BellRow? bell) =>
        new(new(row.Id), new(row.Course), row.Number, bell?.Starts, bell?.Ends, (LessonStatus)row.Status, row.Topic);
}
