using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>
/// The records of a page with their times, for whoever counts how timely they are: those of its lessons, the marks that are claimed, and those that
/// were given without being claimed.
/// </summary>
public static class Judgement
{
    /// <summary>Of two teachers of a lesson each is judged; a lesson of two classes is judged in each.</summary>
    public static IEnumerable<JudgedRecord> Of(JournalPage page, Deadlines deadlines, FirstMade made, DateTimeOffset now) =>
        from lesson in page.Over(deadlines.Around, now)
        from teacher in deadlines.Around.Owing(lesson)
        from record in OfLesson(page, lesson, teacher, deadlines, made).Concat(OfMarks(page, lesson, teacher, deadlines, made))
        select record;

    private static IEnumerable<JudgedRecord> OfLesson(
        JournalPage page,
        Lesson lesson,
        PersonId teacher,
        Deadlines deadlines,
        FirstMade made
    ) =>
        from kind in OwingLessons.Asked(lesson)
        let deadline = deadlines.Of(kind, lesson)
        where deadline is not null
        from schoolClass in ClassesIn(page, lesson)
        select new JudgedRecord(teacher, schoolClass, kind, deadline.Due, page.Has(lesson, kind) ? made.Of(lesson.Id, kind) : null);

    private static IEnumerable<JudgedRecord> OfMarks(
        JournalPage page,
        Lesson lesson,
        PersonId teacher,
        Deadlines deadlines,
        FirstMade made
    ) =>
        from work in page.Shape.WorksOf(lesson.Id)
        from mark in new ColumnMarks(page, work, deadlines).All()
        where mark.IsClaimed || mark.IsThere
        let kind = mark.Cause is ClaimCause.Present ? RecordKind.Mark : RecordKind.MakeUp
        select new JudgedRecord(teacher, mark.Class, kind, mark.Due, mark.IsThere ? made.OfMark(work.Id, mark.Student) : null);

    private static IEnumerable<ClassId> ClassesIn(JournalPage page, Lesson lesson) =>
        page.Students.Values.Select(student => student.ClassOn(lesson.Date)).OfType<ClassId>().Distinct();
}
