using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Persistence;
using Journal.Core.School;
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
        return
        [
            .. rows.Select(row => Lesson(row, roster.BellOf(new CourseId(row.Course), row.Number, day)))
                .OrderBy(lesson => lesson.Starts ?? TimeOnly.MaxValue)
                .ThenBy(lesson => lesson.Number)
                .ThenBy(lesson => lesson.Id.Value),
        ];
    }

    /// <summary>The first day after this one on which one of the courses has a lesson; null when none is planned.</summary>
    public async Task<DateOnly?> DayAfter(IEnumerable<CourseId> courses, DateOnly day, CancellationToken ct = default)
    {
        var ids = courses.Select(course => course.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<LessonRow>()
            .Where(row =>
                ids.Contains(row.Course)
                && row.Date > day
                && row.Status != (int)LessonStatus.Cancelled
                && row.Status != (int)LessonStatus.Moved
            )
            .MinAsync(row => (DateOnly?)row.Date, ct);
    }

    /// <summary>The page a lesson stands on; null when there is no such lesson.</summary>
    public (CourseId Course, TermId Term)? PlaceOf(LessonId lesson)
    {
        using var db = databases.CreateDbContext();
        var place = db.Set<LessonRow>().Where(row => row.Id == lesson.Value).Select(row => new { row.Course, row.Term }).FirstOrDefault();
        return place is null ? null : (new(place.Course), new(place.Term));
    }

    private static DayLesson Lesson(LessonRow row, Bell? bell) =>
        new(new(row.Id), new(row.Course), row.Number, bell?.Starts, bell?.Ends, (LessonStatus)row.Status, row.Topic);
}
