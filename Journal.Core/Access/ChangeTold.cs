using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Live;
using Journal.Core.Notices;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Remarks;

namespace Journal.Core.Access;

/// <summary>
/// A change as somebody else's program hears it. Marks and absences carry their values; after any other kind the page or diary is read anew.
/// </summary>
public sealed record ChangeTold(long Seq, DateTimeOffset At, string Kind)
{
    public int? By { get; init; }

    public int? Course { get; init; }

    public int? Class { get; init; }

    public int? Student { get; init; }

    public int? Lesson { get; init; }

    public int? Work { get; init; }

    public string? Value { get; init; }

    /// <summary>What was there before; staff only.</summary>
    public string? Before { get; init; }

    public string? Comment { get; init; }

    /// <summary>"family" or "staff": who reads the comment.</summary>
    public string? CommentFor { get; init; }
}

/// <summary>Tells a change to somebody by what that person may see; null when there is nothing to be told.</summary>
public sealed class Telling(EventBook events, DiaryNotices notices)
{
    /// <param name="followed">The audience it is told to: a course's change that reaches a student's readers is only a notice.</param>
    public ChangeTold? Tell(Committed change, Audience followed, View view, Roster roster) =>
        followed.Kind == AudienceKind.Student && change.Event.Concern.Student is null
            ? notices.Tell(change, new StudentId(followed.Id), view, roster)
            : Tell(change, view, roster);

    private ChangeTold? Tell(Committed change, View view, Roster roster) =>
        view switch
        {
            View.Staff => ToStaff(change, roster),
            View.Family => ToFamily(change, roster),
            _ => Notice(change),
        };

    private ChangeTold ToStaff(Committed change, Roster roster)
    {
        var concern = change.Event.Concern;
        var told = Notice(change) with
        {
            By = change.Actor.Value,
            Course = concern.Course?.Value,
            Class = concern.Class?.Value,
            Student = concern.Student?.Value,
        };
        return change.Event switch
        {
            MarkSet e => Comment(e.After, told) with
            {
                Lesson = e.Lesson.Value,
                Work = e.Work.Value,
                Value = Text(e.After, e.Course, roster),
                Before = Text(e.Before, e.Course, roster),
            },
            AttendanceSet e => told with { Lesson = e.Lesson.Value, Value = Text(e.After, roster), Before = Text(e.Before, roster) },
            MarkShown e => Mark(told, e.Course, e.Lesson, e.Work, e.Value, roster),
            MarkHidden e => told with { Course = e.Course.Value, Lesson = e.Lesson.Value, Work = e.Work.Value, Value = "" },
            AbsenceShown e => Absence(told, e.Course, e.Lesson, e.Value, roster),
            MakeUpRecorded e => told with { Lesson = e.Lesson.Value },
            RollDeclared e => told with { Lesson = e.Lesson.Value },
            RemarkWritten e => told with { Lesson = e.Remark.Lesson?.Value },
            RemarkCorrected e => told with { Lesson = e.Remark.Lesson?.Value },
            RemarkWithdrawn e => told with { Lesson = e.Remark.Lesson?.Value },
            LessonRecorded e => told with { Lesson = e.After.Id.Value },
            HomeworkSet e => told with { Lesson = e.After.Lesson.Value },
            HomeworkGiven e => told with { Lesson = e.Lesson.Value },
            WorkAdded e => told with { Lesson = e.Work.Lesson.Value, Work = e.Work.Id.Value },
            WorkChanged e => told with { Lesson = e.After.Lesson.Value, Work = e.After.Id.Value },
            WorkRestored e => told with { Lesson = e.Work.Lesson.Value, Work = e.Work.Id.Value },
            WorkRemoved e => told with { Lesson = e.Work.Lesson.Value, Work = e.Work.Id.Value },
            _ => told,
        };
    }

    private ChangeTold? ToFamily(Committed change, Roster roster)
    {
        var told = Notice(change) with { Student = change.Event.Concern.Student?.Value };
        return change.Event switch
        {
            MarkSet e => e.Shown && ForFamily(e.Before) != ForFamily(e.After)
                ? Mark(told, e.Course, e.Lesson, e.Work, e.After, roster)
                : null,
            MarkShown e => ForFamily(e.Value).IsEmpty ? null : Mark(told, e.Course, e.Lesson, e.Work, e.Value, roster),
            MarkHidden e => told with { Course = e.Course.Value, Lesson = e.Lesson.Value, Work = e.Work.Value, Value = "" },
            AttendanceSet e => e.Shown ? Absence(told, e.Course, e.Lesson, e.After, roster) : null,
            AbsenceShown e => Absence(told, e.Course, e.Lesson, e.Value, roster),
            HomeworkGiven e => told with { Course = e.Course.Value, Lesson = e.Lesson.Value },
            RemarkWritten e => Place(told, e.Remark),
            RemarkCorrected e => Place(told, e.Remark),
            RemarkWithdrawn e => Place(told, e.Remark),
            // Between its author and the school: neither the other guardian nor the child hears what was told (hard day 23). That something was
            // answered is all there is in a bare notice, and its author's page waits for it.
            AbsenceTold or NoticeWithdrawn => null,
            MakeUpRecorded e => e.Shown ? told with { Course = e.Course.Value, Lesson = e.Lesson.Value } : null,
            ReasonSet e => e.Shown ? told with { Course = e.Course.Value, Lesson = e.Lesson.Value } : null,
            _ => told,
        };
    }

    private static ChangeTold Place(ChangeTold told, Remark remark) =>
        told with
        {
            Course = remark.Course?.Value,
            Lesson = remark.Lesson?.Value,
        };

    private ChangeTold Notice(Committed change) => new(change.Seq, change.At, events.Kind(change.Event));

    private static ChangeTold Mark(ChangeTold told, CourseId course, LessonId lesson, WorkId work, CellValue value, Roster roster) =>
        Comment(ForFamily(value), told) with
        {
            Course = course.Value,
            Lesson = lesson.Value,
            Work = work.Value,
            Value = Text(value, course, roster),
        };

    private static ChangeTold Absence(ChangeTold told, CourseId course, LessonId lesson, AttendanceValue value, Roster roster) =>
        told with
        {
            Course = course.Value,
            Lesson = lesson.Value,
            Value = Text(value, roster),
        };

    private static CellValue ForFamily(CellValue value) => value.CommentForFamily ? value : value with { Comment = null };

    private static ChangeTold Comment(CellValue value, ChangeTold told) =>
        value.Comment is null ? told : told with { Comment = value.Comment, CommentFor = value.CommentForFamily ? "family" : "staff" };

    private static string Text(CellValue value, CourseId course, Roster roster) =>
        TypedMark.Text(value, roster.Scales[roster.Courses[course].Scale]);

    private static string Text(AttendanceValue value, Roster roster) => TypedAttendance.Text(value, roster.Codes);
}
