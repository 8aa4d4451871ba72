using Journal.Core.Basics;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Reads the lessons that students missed, over all subjects.</summary>
public sealed class Absences(IDbContextFactory<JournalDb> databases)
{
    /// <summary>From a day on, the latest first.</summary>
    public async Task<IReadOnlyList<StudentAbsence>> Read(
        IEnumerable<StudentId> students,
        IEnumerable<AttendanceCode> codes,
        DateOnly since,
        CancellationToken ct = default
    )
    {
        var who = students.Select(student => student.Value).ToArray();
        var missed = codes.Where(code => code.CountsAsMissed).Select(code => (int?)code.Id.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows =
            from cell in db.Set<AttendanceRow>()
            join lesson in db.Set<LessonRow>() on cell.Lesson equals lesson.Id
            join row in db.Set<ReasonRow>() on new { cell.Lesson, cell.Student } equals new { row.Lesson, row.Student } into reasons
            from reason in reasons.DefaultIfEmpty()
            where who.Contains(cell.Student) && missed.Contains(cell.Code) && lesson.Date >= since
            orderby lesson.Date descending, lesson.Number descending
            select new
            {
                cell.Student,
                lesson.Course,
                cell.Lesson,
                lesson.Date,
                lesson.Number,
                Fact = cell.Code!.Value,
                Reason = reason == null ? null : reason.Code,
                Document = reason == null ? null : reason.Document,
                Version = reason == null ? 0 : reason.Version,
            };
        return
        [
            .. (await rows.AsNoTracking().ToListAsync(ct)).Select(row => new StudentAbsence(
                new(row.Student),
                new(row.Course),
                new(row.Lesson),
                row.Date,
                row.Number,
                new(row.Fact),
                row.Reason is { } code ? new AbsenceReason(new(code), row.Document) : null,
                row.Version
            )),
        ];
    }
}
