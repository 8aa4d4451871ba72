using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;

namespace Journal.Core.Remarks;

/// <summary>Writes a remark into a lesson, or into a day of the own class. The family reads it at once.</summary>
/// <param name="Date">Of a remark without a lesson.</param>
public sealed record WriteRemark(StudentId Student, CourseId? Course, LessonId? Lesson, DateOnly? Date, RemarkKind Kind, string Text)
    : Command;

public sealed record RemarkWritten(Remark Remark, RemarkWords Words) : JournalEvent, IBesidePages
{
    protected override Concern Concerned => Remark.Concern;
}

public sealed record RemarkMissing : Refusal;

public sealed record RemarkTooLong(int Length, int Longest) : Refusal;

public sealed record RemarkUnreadable : Refusal;

public sealed record UnknownRemarkKind(int Kind) : Refusal;

/// <summary>A day that has not come.</summary>
public sealed record RemarkAhead(DateOnly Date) : Refusal;

public sealed record StudentNotInClass(StudentId Student, DateOnly Date) : Refusal;

public static partial class RemarkRules
{
    public static Decision Decide(WriteRemark command, JournalPage page, DateOnly today, Func<RemarkId> id)
    {
        if (!page.Lessons.TryGetValue(command.Lesson!.Value, out var lesson))
            return new UnknownLesson(command.Lesson.Value);
        if (lesson.Date > today)
            return new LessonInFuture(lesson.Date);
        if (lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved)
            return new LessonNotHeld(lesson.Date, lesson.Status);
        if (page.ClassOn(lesson, command.Student) is not { } schoolClass)
            return new StudentNotInGroup(command.Student, lesson.Date);
        if (Unfit(command.Kind, command.Text) is { } unfit)
            return unfit;

        var remark = new Remark(id(), command.Student, schoolClass, page.Id.Course, lesson.Id, lesson.Date);
        return new RemarkWritten(remark, Words(command.Kind, command.Text));
    }

    /// <param name="schoolClass">The student's on the day; null when the student was in none of the writer's.</param>
    public static Decision Decide(WriteRemark command, DateOnly date, ClassId? schoolClass, DateOnly today, Func<RemarkId> id)
    {
        if (date > today)
            return new RemarkAhead(date);
        if (schoolClass is not { } known)
            return new StudentNotInClass(command.Student, date);
        if (Unfit(command.Kind, command.Text) is { } unfit)
            return unfit;

        return new RemarkWritten(new Remark(id(), command.Student, known, null, null, date), Words(command.Kind, command.Text));
    }

    private static RemarkWords Words(RemarkKind kind, string text) => new(kind, text.Trim());

    private static Refusal? Unfit(RemarkKind kind, string text)
    {
        if (!Enum.IsDefined(kind))
            return new UnknownRemarkKind((int)kind);
        if (string.IsNullOrWhiteSpace(text))
            return new RemarkMissing();
        if (text.Trim().Length is var length and > RemarkWords.Longest)
            return new RemarkTooLong(length, RemarkWords.Longest);

        return CellRules.IsReadable(text) ? null : new RemarkUnreadable();
    }
}
