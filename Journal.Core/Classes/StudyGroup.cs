using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.Classes;

public enum GroupKind
{
    WholeClass = 1,
    Subgroup,
    Stream,
    Individual,
}

/// <summary>Who is taught together (R15, R16).</summary>
public sealed record StudyGroup(GroupId Id, YearId Year, GroupKind Kind, string Name, ImmutableArray<ClassId> Classes);

public sealed record GroupFormed(StudyGroup Group) : JournalEvent;

/// <summary>The student is taught with the group from the first day to the last one, both included.</summary>
public sealed record GroupJoined(StudentId Student, GroupId Group, ClassId Class, DateOnly From, DateOnly? To) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class, Student: Student);
}

/// <summary>The student leaves: the last day is given and the first cell after it closes.</summary>
public sealed record LeaveGroup(StudentId Student, GroupId Group, DateOnly LastDay) : Command;

public sealed record JoinGroup(StudentId Student, GroupId Group, DateOnly From) : Command;

public sealed record AlreadyInGroup(StudentId Student, GroupId Group) : Refusal;

public sealed record NotInGroup(StudentId Student, GroupId Group) : Refusal;

/// <summary>The group teaches students of other classes.</summary>
public sealed record ClassNotOfGroup(ClassId Class, GroupId Group) : Refusal;

public sealed record UnknownGroup(GroupId Group) : Refusal;
