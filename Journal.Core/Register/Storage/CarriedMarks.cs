using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Marks belong to the person and the subject: those of the same term from a former group come along, read-only (R17).</summary>
internal static class CarriedMarks
{
    public static ImmutableArray<CarriedMark> Load(JournalDb db, Roster roster, Course course, Term term, IEnumerable<StudentId> students)
    {
        var carried = ImmutableArray.CreateBuilder<CarriedMark>();
        foreach (var student in students.OrderBy(student => student.Value))
        {
            foreach (var former in Former(roster, student, course, term))
                carried.AddRange(Of(db, student, former, term));
        }

        return carried.ToImmutable();
    }

    private static IEnumerable<CourseId> Former(Roster roster, StudentId student, Course course, Term term) =>
        from left in roster.FormerGroups(student, course.Id, term)
        from former in roster.CoursesOfGroup[left]
        where former.Subject == course.Subject && former.Year == course.Year
        select former.Id;

    // By date, not by term id: the former class may have another term set.
    private static IEnumerable<CarriedMark> Of(JournalDb db, StudentId student, CourseId former, Term term)
    {
        var rows =
            from lesson in db.Set<LessonRow>()
            where lesson.Course == former.Value && lesson.Date >= term.Starts && lesson.Date <= term.Ends
            join work in db.Set<WorkRow>() on lesson.Id equals work.Lesson
            where !work.Removed
            join mark in db.Set<MarkRow>() on work.Id equals mark.Work
            where mark.Student == student.Value
            orderby lesson.Date, lesson.Number, work.Ordinal
            select new
            {
                lesson.Date,
                work.Type,
                work.Weight,
                mark,
            };
        return rows.AsNoTracking()
            .AsEnumerable()
            .Select(row => new CarriedMark(student, former, row.Date, new(row.Type), row.Weight, PageLoader.Value(row.mark)))
            .Where(mark => !mark.Value.IsEmpty);
    }
}
