using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;

namespace Journal.Core.Control;

/// <summary>The mark of one student for one work, there or not, with its time.</summary>
/// <param name="IsClaimed">The rule wants one from everybody.</param>
internal sealed record ColumnMark(StudentId Student, ClassId Class, ClaimCause Cause, DateTimeOffset? Due, bool IsClaimed, bool IsThere);

/// <summary>A column, student by student: those to whom a rule applies and who may have a mark there at all.</summary>
internal sealed class ColumnMarks(JournalPage page, Work work, Deadlines deadlines)
{
    private readonly Lesson _lesson = page.Lessons[work.Lesson];

    public IEnumerable<ColumnMark> All()
    {
        foreach (var student in page.Students.Keys.OrderBy(student => student.Value))
        {
            if (ClassOf(student) is not { } schoolClass)
                continue;
            if (deadlines.OfMark(work, _lesson, schoolClass, work.DueBy) is not { } deadline)
                continue;

            var cell = page.MarkAt(work.Id, student).Value;
            var (cause, due) = Running(student, schoolClass, cell, deadline);
            yield return new(student, schoolClass, cause, due, deadline.Rule.Everybody, cell.First is not null);
        }
    }

    // Null for whoever is owed no mark on this day: not in the group, no marks (R19), excused from the work.
    private ClassId? ClassOf(StudentId student) =>
        page.AreMarksOff(_lesson, student) is null && !page.WasExempt(_lesson, student) ? page.ClassOn(_lesson, student) : null;

    private (ClaimCause Cause, DateTimeOffset? Due) Running(StudentId student, ClassId schoolClass, CellValue cell, Deadline deadline)
    {
        if (cell.Due)
            return (ClaimCause.Awaited, HandedIn(cell.DueBy, schoolClass));
        if (page.WasAbsent(_lesson, student))
            return (ClaimCause.Absent, deadlines.OfMakeUp(work, _lesson, schoolClass, page.ReturnOf(_lesson, student))?.Due);

        return (ClaimCause.Present, deadline.Due);
    }

    // A «точка» without a day waits as long as the teacher does.
    private DateTimeOffset? HandedIn(DateOnly? day, ClassId schoolClass) =>
        day is null ? null : deadlines.OfMark(work, _lesson, schoolClass, day)?.Due;
}
