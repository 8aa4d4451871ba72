using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>The unit of loading, deciding and watching: one course in one term.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PageId(CourseId Course, TermId Term);

/// <summary>
/// One page of the journal as an immutable value, shared by the lane and every viewer. The rules are its <c>Decide</c> methods, each beside its
/// command; <c>Apply</c> says what is true afterwards.
/// </summary>
public sealed partial record JournalPage
{
    private PageShape? _shape;

    public required PageId Id { get; init; }

    /// <summary>The last change folded in.</summary>
    public required long Seq { get; init; }

    public required PageRules Rules { get; init; }

    /// <summary>Everybody who is in the group on some day of the term.</summary>
    public required ImmutableDictionary<StudentId, PageStudent> Students { get; init; }

    public required ImmutableDictionary<LessonId, Lesson> Lessons { get; init; }

    /// <summary>The lessons that somebody has recorded, with the version, author and moment of the last record.</summary>
    public ImmutableDictionary<LessonId, LessonStamp> Recorded { get; init; } = ImmutableDictionary<LessonId, LessonStamp>.Empty;

    public required ImmutableDictionary<WorkId, PageWork> Works { get; init; }

    public required ImmutableDictionary<(WorkId Work, StudentId Student), MarkCell> Marks { get; init; }

    public required ImmutableDictionary<(LessonId Lesson, StudentId Student), AttendanceCell> Attendance { get; init; }

    public required ImmutableDictionary<(LessonId Lesson, StudentId Student), ReasonCell> Reasons { get; init; }

    /// <summary>Protocols of lessons that were made up.</summary>
    public ImmutableDictionary<(LessonId Lesson, StudentId Student), MakeUpCell> MakeUps { get; init; } =
        ImmutableDictionary<(LessonId Lesson, StudentId Student), MakeUpCell>.Empty;

    /// <summary>The lessons whose roll was declared taken: the Seq of that, by whom and when.</summary>
    public required ImmutableDictionary<LessonId, LessonStamp> Rolls { get; init; }

    /// <summary>Tasks with more to them than the lesson's line, and those for some; the withdrawn too.</summary>
    public ImmutableDictionary<HomeworkId, PageTask> Tasks { get; init; } = ImmutableDictionary<HomeworkId, PageTask>.Empty;

    /// <summary>Marks of the same subject and term from a former group: read-only, with their origin.</summary>
    public required ImmutableArray<CarriedMark> Carried { get; init; }

    /// <summary>Lessons, columns and tasks in order.</summary>
    public PageShape Shape => _shape is { } known && known.IsOf(this) ? known : _shape = new PageShape(this);

    /// <summary>How much the page weighs in the cache: its cells and columns.</summary>
    public int Size =>
        16
        + Students.Count
        + Lessons.Count
        + Recorded.Count
        + Works.Count
        + Marks.Count
        + Attendance.Count
        + Reasons.Count
        + MakeUps.Count
        + Tasks.Count
        + Carried.Length;

    /// <summary>The record of a lesson as it was last written; version 0 if nobody has.</summary>
    public LessonStamp RecordOf(LessonId lesson) => Recorded.GetValueOrDefault(lesson, LessonStamp.Never);

    public MarkCell MarkAt(WorkId work, StudentId student) => Marks.GetValueOrDefault((work, student), MarkCell.Never);

    /// <summary>Those who have something in this column.</summary>
    public IEnumerable<StudentId> StudentsWith(WorkId work) =>
        Marks.Where(cell => cell.Key.Work == work && !cell.Value.Value.IsEmpty).Select(cell => cell.Key.Student);

    public AttendanceCell AttendanceAt(LessonId lesson, StudentId student) =>
        Attendance.GetValueOrDefault((lesson, student), AttendanceCell.Never);
}

/// <summary>What the school has decided about this page.</summary>
public sealed record PageRules(
    MarkScale Scale,
    ImmutableArray<AttendanceCode> Codes,
    EditWindows Windows,
    bool AbsencesWaitForRoll,
    ImmutableArray<MarksOff> MarksOff,
    ImmutableArray<ClosedTerm> Closed
);

/// <summary>
/// A class has closed its term, first and last day included: the page's own, or one of its own where classes of several kinds of terms are
/// taught together.
/// </summary>
public sealed record ClosedTerm(ClassId Class, DateOnly Starts, DateOnly Ends)
{
    public static ClosedTerm Whole(ClassId schoolClass) => new(schoolClass, DateOnly.MinValue, DateOnly.MaxValue);

    public bool Closes(ClassId schoolClass, DateOnly date) => Class == schoolClass && Starts <= date && date <= Ends;
}

/// <summary>A student of the page with the days of belonging to the group, in order: in a group of several classes each has its class.</summary>
public sealed record PageStudent(StudentId Id, ImmutableArray<GroupStay> Stays)
{
    /// <summary>The last one.</summary>
    public ClassId Class => Stays[^1].Class;

    /// <summary>The class on this day; null when the student is not in the group then.</summary>
    public ClassId? ClassOn(DateOnly date)
    {
        foreach (var stay in Stays)
        {
            if (stay.Days.Contains(date))
                return stay.Class;
        }

        return null;
    }
}

/// <summary>First and last day included.</summary>
public sealed record GroupStay(ClassId Class, DaySpan Days);

/// <summary>When something of a lesson was last written (its record, its roll): the Seq of that change (0 if none), its author and moment.</summary>
public sealed record LessonStamp(long Version, PersonId By, DateTimeOffset At)
{
    public static readonly LessonStamp Never = new(0, default, default);

    public static LessonStamp Of(Committed change) => new(change.Seq, change.Actor, change.At);
}

/// <summary>A column; its version is the Seq of the last change of the column itself.</summary>
public sealed record PageWork(Work Work, long Version);

/// <summary>A task with the students it is for, where it is not for all, and its last change.</summary>
public sealed record PageTask(HomeworkTask Task, ImmutableArray<StudentId> Students, LessonStamp Stamp);

/// <summary>A mark cell: its whole value, the Seq of the last change that touched it (0 if none), its author and moment.</summary>
public sealed record MarkCell(CellValue Value, long Version, PersonId By, DateTimeOffset At)
{
    public static readonly MarkCell Never = new(CellValue.Empty, 0, default, default);
}

/// <summary>The fact of an absence, recorded by whoever gives the lesson.</summary>
public sealed record AttendanceCell(AttendanceValue Value, long Version, PersonId By, DateTimeOffset At)
{
    public static readonly AttendanceCell Never = new(AttendanceValue.Empty, 0, default, default);
}

/// <summary>The reason of an absence, recorded by the class teacher with its document.</summary>
public sealed record ReasonCell(AbsenceReason? Value, long Version, PersonId By, DateTimeOffset At);

public sealed record AbsenceReason(AttendanceCodeId Code, string? Document);

/// <summary>A mark that came with the student.</summary>
public sealed record CarriedMark(StudentId Student, CourseId From, DateOnly Date, WorkTypeId Type, int Weight, CellValue Value);
