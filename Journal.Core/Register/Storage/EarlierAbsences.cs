using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>
/// What the lesson before says of the same students, whatever the subject: its roll was taken, or somebody was marked in it. Of a student of
/// whom no lesson of the day says anything yet nothing is known.
/// </summary>
public sealed class EarlierAbsences(IDbContextFactory<JournalDb> databases)
{
    public async Task<IReadOnlyDictionary<StudentId, AttendanceValue>> Read(
        Roster roster,
        JournalPage page,
        Lesson lesson,
        CancellationToken ct = default
    )
    {
        var students = page.Students.Values.Where(one => one.ClassOn(lesson.Date) is not null).Select(one => one.Id).ToArray();
        var courses = students.SelectMany(roster.CoursesOf).Select(course => course.Value).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var before = await db.Set<LessonRow>()
            .AsNoTracking()
            .Where(row => row.Date == lesson.Date && row.Number < lesson.Number && courses.Contains(row.Course))
            .OrderByDescending(row => row.Number)
            .Select(row => new { row.Id, row.Course })
            .ToListAsync(ct);
        var ids = before.ConvertAll(row => row.Id);
        var taken = (await db.Set<RollRow>().Where(row => ids.Contains(row.Lesson)).Select(row => row.Lesson).ToListAsync(ct)).ToHashSet();
        var cells = (
            await db.Set<AttendanceRow>().AsNoTracking().Where(row => ids.Contains(row.Lesson) && row.Code != null).ToListAsync(ct)
        ).ToDictionary(row => (row.Lesson, row.Student));
        taken.UnionWith(cells.Keys.Select(cell => cell.Lesson));

        var known = new Dictionary<StudentId, AttendanceValue>();
        foreach (var student in students)
        {
            var last = before.Find(one => taken.Contains(one.Id) && roster.Learns(student, new(one.Course), lesson.Date));
            if (last is not null)
                known.Add(student, ValueOf(cells.GetValueOrDefault((last.Id, student.Value))));
        }

        return known;
    }

    private static AttendanceValue ValueOf(AttendanceRow? row) =>
        row is null ? AttendanceValue.Empty : new AttendanceValue(PageLoader.Code(row.Code), row.Minutes);
}
