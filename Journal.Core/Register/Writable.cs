using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

public sealed record StudentNotInGroup(StudentId Student, DateOnly Date) : Refusal;

public sealed record LessonInFuture(DateOnly Date) : Refusal;

/// <summary>The lesson was cancelled or moved away: nothing can be recorded in it.</summary>
public sealed record LessonNotHeld(DateOnly Date, LessonStatus Status) : Refusal;

public sealed record TermClosed(TermId Term) : Refusal;

/// <summary>The edit window of the lesson's day is over (S1 2.5, S2 3.1.1); Days is the school's setting.</summary>
public sealed record WindowClosed(DateOnly Date, int Days) : Refusal;

/// <summary>This student, class or course has no marks on this day (R19).</summary>
public sealed record MarksAreOff(DateOnly Date) : Refusal;

public sealed partial record JournalPage
{
    /// <summary>What closes a cell whatever is typed into it; null when it is open.</summary>
    public Refusal? MayWrite(Lesson lesson, StudentId student, DateOnly today)
    {
        if (ClassOn(lesson, student) is null)
            return new StudentNotInGroup(student, lesson.Date);
        if (IsLocked(lesson, student))
            return new TermClosed(Id.Term);

        return MayWrite(lesson, today);
    }

    /// <summary>The same for the lesson and its columns as a whole.</summary>
    public Refusal? MayWrite(Lesson lesson, DateOnly today)
    {
        if (lesson.Date > today)
            return new LessonInFuture(lesson.Date);

        return MayShape(lesson, today);
    }

    /// <summary>The class on the lesson's day; null when the student is not in the group then.</summary>
    public ClassId? ClassOn(Lesson lesson, StudentId student) => Students.GetValueOrDefault(student)?.ClassOn(lesson.Date);

    // Whoever changed the class: the one of that day has signed the record, the one of today the result.
    private bool IsLocked(Lesson lesson, StudentId student) =>
        (ClassOn(lesson, student) is { } then && IsLocked(lesson, then))
        || (Students.TryGetValue(student, out var one) && IsLocked(lesson, one.Class));

    private bool IsLocked(Lesson lesson, ClassId schoolClass) => Rules.Closed.Any(term => term.Closes(schoolClass, lesson.Date));

    /// <summary>Nothing of the lesson can be written any more: every class has closed the term.</summary>
    internal bool IsLockedForAll(Lesson lesson) => Students.Count > 0 && Students.Values.All(student => IsLocked(lesson, student.Class));

    // Columns, unlike marks, may be prepared for a lesson that is still ahead.
    private Refusal? MayShape(Lesson lesson, DateOnly today)
    {
        if (lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved)
            return new LessonNotHeld(lesson.Date, lesson.Status);
        if (lesson.Date <= today && !Rules.Windows.IsOpen(EditKind.Mark, lesson.Date, today))
            return new WindowClosed(lesson.Date, Rules.Windows.MarkDays);

        return null;
    }
}
