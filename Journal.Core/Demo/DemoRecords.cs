using System.Runtime.InteropServices;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>A day as teachers left it: what each entered in the lessons, and the reasons class teachers added.</summary>
public sealed record DemoDay(DateOnly Date, IReadOnlyList<DemoEntry> Lessons, IReadOnlyList<DemoReason> Reasons);

/// <summary>What a teacher entered in one lesson, as typed.</summary>
public sealed class DemoEntry
{
    public required DemoLesson Lesson { get; init; }

    /// <summary>Who types: of several who teach together, they take turns.</summary>
    public required PersonId Teacher { get; init; }

    /// <summary>Everybody who gives the lesson.</summary>
    public required IReadOnlyList<PersonId> Teachers { get; init; }

    /// <summary>Null where the teacher still owes it.</summary>
    public string? Topic { get; init; }

    public string? Homework { get; init; }

    /// <summary>What the homework is expected to take; null where the teacher has not said.</summary>
    public int? Minutes { get; init; }

    public bool RollTaken { get; init; } = true;

    /// <summary>A column beside the lesson's own.</summary>
    public DemoWork? Work { get; init; }

    public List<DemoAbsence> Absences { get; } = [];

    /// <summary>In the order they were put; one of an earlier lesson's work was made up today.</summary>
    public List<DemoMark> Marks { get; } = [];
}

public sealed record DemoWork(WorkId Id, WorkType Type, string? Title);

[StructLayout(LayoutKind.Auto)]
public readonly record struct DemoAbsence(StudentId Student, string Typed);

/// <param name="Of">The lesson whose column it stands in.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DemoMark(
    DemoLesson Of,
    WorkId Work,
    StudentId Student,
    string Typed,
    DateOnly? DueBy = null,
    string? Comment = null
);

/// <summary>Why a student missed a lesson: the class teacher's record on a later day.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DemoReason(
    DemoLesson Lesson,
    StudentId Student,
    ClassId Class,
    PersonId ClassTeacher,
    bool Ill,
    string? Document
);
