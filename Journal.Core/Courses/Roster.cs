using System.Collections.Frozen;
using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;
using Journal.Core.School;

namespace Journal.Core.Courses;

/// <summary>Who learns, teaches and answers for whom, on any day: the school's structure as one immutable value.</summary>
public sealed partial record Roster
{
    /// <summary>The last change it knows of.</summary>
    public required long Seq { get; init; }

    public required SchoolSettings Settings { get; init; }

    public required SettingsStamp SettingsStamp { get; init; }

    public long SettingsVersion => SettingsStamp.Version;

    public required Regulation Regulation { get; init; }

    public required RegulationStamp RegulationStamp { get; init; }

    public required FrozenDictionary<ScaleId, MarkScale> Scales { get; init; }

    public required ImmutableArray<AttendanceCode> Codes { get; init; }

    public required FrozenDictionary<WorkTypeId, WorkType> WorkTypes { get; init; }

    public required FrozenDictionary<YearId, SchoolYear> Years { get; init; }

    public required FrozenDictionary<TermId, Term> Terms { get; init; }

    /// <summary>Of each schedule, in order; a school may not have entered them yet.</summary>
    public required FrozenDictionary<BellScheduleId, ImmutableArray<Bell>> Bells { get; init; }

    /// <summary>The names of the schedules.</summary>
    public required FrozenDictionary<BellScheduleId, string> BellSchedules { get; init; }

    public required ILookup<HolidaySetId, Holiday> Holidays { get; init; }

    public required FrozenDictionary<ClassId, SchoolClass> Classes { get; init; }

    public required FrozenDictionary<GroupId, StudyGroup> Groups { get; init; }

    public required FrozenDictionary<SubjectId, Subject> Subjects { get; init; }

    public required FrozenDictionary<CourseId, Course> Courses { get; init; }

    public required ImmutableDictionary<PersonId, PersonCard?> People { get; init; }

    public required Ties<PersonId, RoleHeld> Roles { get; init; }

    public required Ties<PersonId, Tie<StudentId>> ChildrenOfGuardian { get; init; }

    public required ILookup<PersonId, Tie<ClassId>> ClassesOfTeacher { get; init; }

    public required Ties<PersonId, Tie<CourseId>> LoadsOfTeacher { get; init; }

    public required Ties<CourseId, Tie<PersonId>> TeachersOfCourse { get; init; }

    public required ILookup<StudentId, Tie<ClassId>> ClassesOfStudent { get; init; }

    public required Ties<StudentId, GroupMember> GroupsOfStudent { get; init; }

    public required Ties<GroupId, GroupMember> MembersOfGroup { get; init; }

    public required ILookup<GroupId, Course> CoursesOfGroup { get; init; }

    public required ImmutableArray<MarksOff> MarksOff { get; init; }

    public required Ties<TermId, ClassId> LockedTerms { get; init; }

    public required ImmutableDictionary<LessonId, SubstitutionNow> Substitutions { get; init; }

    /// <summary>By who gives the lessons.</summary>
    public required Ties<PersonId, Substitution> SubstitutionsOf { get; init; }

    public required Ties<PersonId, TeacherAbsenceNow> AbsencesOf { get; init; }

    /// <summary>Those that hold, by their day.</summary>
    public required Ties<DateOnly, DayOrderNow> DayOrders { get; init; }

    /// <summary>In order.</summary>
    public required ImmutableArray<TimetableChangeNow> TimetableChanges { get; init; }

    /// <summary>By room; only of those that are said to be in one.</summary>
    public required ImmutableDictionary<string, string> Buildings { get; init; }
}

public sealed record SchoolYear(YearId Id, string Name, DateOnly Starts, DateOnly Ends);

public sealed record Term(TermId Id, TermSetId TermSet, int Number, string Name, DateOnly Starts, DateOnly Ends);

public sealed record RoleHeld(Role Role, DaySpan Days);

/// <summary>A dated tie to somebody or something.</summary>
public sealed record Tie<T>(T To, DaySpan Days);

public sealed record GroupMember(StudentId Student, GroupId Group, ClassId Class, DaySpan Days);
