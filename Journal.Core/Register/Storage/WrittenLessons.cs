using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;

namespace Journal.Core.Register.Storage;

/// <summary>Which of some lessons have something recorded of them: the roll, an absence, a mark.</summary>
internal static class WrittenLessons
{
    public static HashSet<int> Of(JournalDb db, IQueryable<LessonRow> lessons) =>
        (
            from lesson in lessons
            where
                db.Set<RollRow>().Any(roll => roll.Lesson == lesson.Id)
                || db.Set<AttendanceRow>().Any(cell => cell.Lesson == lesson.Id && cell.Code != null)
                || db.Set<WorkRow>()
                    .Any(work =>
                        work.Lesson == lesson.Id
                        && !work.Removed
                        && db.Set<MarkRow>().Any(mark => mark.Work == work.Id && (mark.First != null || mark.Due))
                    )
            select lesson.Id
        ).ToHashSet();
}
