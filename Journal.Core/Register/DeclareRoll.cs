using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>Declares the roll of a lesson taken: a fact of its own, and the moment families learn of an absence.</summary>
public sealed record DeclareRoll(CourseId Course, LessonId Lesson) : Command;

public sealed record RollDeclared(CourseId Course, TermId Term, LessonId Lesson) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course);
}

/// <summary>An absence that a family may see from now on.</summary>
public sealed record AbsenceShown(CourseId Course, TermId Term, LessonId Lesson, StudentId Student, AttendanceValue Value) : JournalEvent
{
    protected override Concern Concerned => new(Student: Student);
}

/// <summary>Nobody knows yet who will come: the roll opens ten minutes before the bell.</summary>
public sealed record RollTooEarly(TimeOnly Opens) : Refusal;

public sealed partial record JournalPage
{
    /// <param name="now">By the school's clock.</param>
    /// <param name="bell">The lesson's; without one the day alone decides.</param>
    public Decision Decide(DeclareRoll command, DateOnly today, TimeOnly now, Bell? bell)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (Rolls.TryGetValue(lesson.Id, out var since))
            return Decision.Already(since.Version);
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);
        if (MayWrite(lesson, today) is { } closed)
            return closed;
        if (lesson.Date == today && bell is { } rings && now < rings.RollOpens)
            return new RollTooEarly(rings.RollOpens);

        var shown =
            from cell in Attendance
            where Rules.AbsencesWaitForRoll && cell.Key.Lesson == lesson.Id && cell.Value.Value.Code is not null
            orderby cell.Key.Student.Value
            select new AbsenceShown(Id.Course, Id.Term, lesson.Id, cell.Key.Student, cell.Value.Value);
        return Decision.Facts([.. shown, new RollDeclared(Id.Course, Id.Term, lesson.Id)]);
    }

    private JournalPage Apply(RollDeclared e, Committed change) => this with { Rolls = Rolls.SetItem(e.Lesson, LessonStamp.Of(change)) };
}
