using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Puts the fact of an absence as it was typed; empty means the student is present.</summary>
/// <param name="Expected">The version of the cell that was on the screen.</param>
public sealed record SetAttendance(CourseId Course, LessonId Lesson, StudentId Student, string Value, long Expected) : Command;

/// <param name="Shown">Whether families may see it yet: once the roll is declared taken, or at once by the school's setting.</param>
public sealed record AttendanceSet(
    CourseId Course,
    TermId Term,
    LessonId Lesson,
    StudentId Student,
    ClassId Class,
    AttendanceValue Before,
    AttendanceValue After,
    bool Shown
) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course, Class, Student);
}

/// <summary>Somebody was faster: what the cell holds now.</summary>
public sealed record AttendanceConflict(AttendanceCell Now, string Text) : Refusal, IConflict;

public sealed record UnknownLesson(LessonId Lesson) : Refusal;

public sealed partial record JournalPage
{
    public Decision Decide(SetAttendance command, DateOnly today)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (MayWrite(lesson, command.Student, today) is { } closed)
            return closed;
        var typed = TypedAttendance.Parse(command.Value, Rules.Codes);
        if (typed.Refusal is { } misread)
            return misread;

        var now = AttendanceAt(command.Lesson, command.Student);
        if (typed.Value! == now.Value)
            return Decision.Already(now.Version);
        if (now.Version != command.Expected)
            return new AttendanceConflict(now, TypedAttendance.Text(now.Value, Rules.Codes));

        var shown = Rolls.ContainsKey(lesson.Id) || !Rules.AbsencesWaitForRoll;
        var schoolClass = ClassOn(lesson, command.Student)!.Value;
        return new AttendanceSet(Id.Course, Id.Term, lesson.Id, command.Student, schoolClass, now.Value, typed.Value!, shown);
    }

    private JournalPage Apply(AttendanceSet e, Committed change) =>
        this with
        {
            Attendance = Attendance.SetItem((e.Lesson, e.Student), new AttendanceCell(e.After, change.Seq, change.Actor, change.At)),
        };
}
