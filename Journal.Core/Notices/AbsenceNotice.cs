using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Notices;

public enum NoticeReason
{
    Ill = 1,
    Family,
    Other,
}

public enum NoticeState
{
    Told = 1,
    Withdrawn,
    Confirmed,
    Declined,
}

/// <summary>What a guardian tells of a child's absence, first and last day included.</summary>
/// <param name="File">A certificate; the guardian, the class teacher and the deputy have it.</param>
public sealed record AbsenceNotice(
    NoticeId Id,
    StudentId Student,
    ClassId Class,
    DateOnly From,
    DateOnly To,
    NoticeReason Reason,
    string? Text,
    HomeworkFile? File
)
{
    public const int LongestText = 300;

    /// <summary>In days, before today.</summary>
    public const int EarliestBack = 5;

    /// <summary>In days, from today on; that long may also be an absence.</summary>
    public const int LongestAhead = 60;

    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>A notice as it stands now, with its last change.</summary>
/// <param name="Answer">What the class teacher wrote.</param>
/// <param name="Known">Of a confirmed one: the reason of the absences in these days.</param>
public sealed record NoticeCard(
    AbsenceNotice Notice,
    NoticeState State,
    string? Answer,
    AbsenceReason? Known,
    LessonStamp Told,
    LessonStamp Last
)
{
    public long Version => Last.Version;

    /// <summary>Neither taken back nor turned down.</summary>
    public bool Stands => State is NoticeState.Told or NoticeState.Confirmed;
}

/// <summary>What the roll of a lesson knows of a student from the guardians: no words of theirs and no file.</summary>
public sealed record ToldAbsence(StudentId Student, NoticeReason Reason, DateOnly To, AbsenceReason? Known)
{
    /// <summary>What the teacher would press: the fact; the reason's code once the class teacher has confirmed it.</summary>
    public AttendanceCode? CodeOf(ImmutableArray<AttendanceCode> codes) =>
        codes.FirstOrDefault(code => code.Id == Known?.Code)
        ?? codes.FirstOrDefault(code => code is { CountsAsMissed: true, Kind: AbsenceKind.Unknown });
}
