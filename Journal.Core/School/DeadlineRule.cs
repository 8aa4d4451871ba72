using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>The records of a lesson and of a term that a regulation sets a time for.</summary>
public enum RecordKind
{
    Topic = 1,
    Homework,
    Roll,
    Mark,

    /// <summary>The mark of somebody who was absent when the work was written (R27).</summary>
    MakeUp,
    TermResult,
}

/// <summary>What is answered in the lesson is marked there; what is written has to be read first (S1 2.5, S2 3.1.1).</summary>
public enum WorkForm
{
    Oral = 1,
    Written,
}

/// <summary>The unit belongs to the rule (R26).</summary>
public enum DeadlineUnit
{
    /// <summary>Before the day is over.</summary>
    EndOfDay = 1,

    /// <summary>Hours by the clock, exactly: an hour and a half is 90 (S0 4.6).</summary>
    Minutes,
    CalendarDays,
    SchoolDays,

    /// <summary>Monday to Friday, whatever the week of the class.</summary>
    WorkingDays,
}

public enum CountedFrom
{
    LessonDate = 1,
    LessonEnd,

    /// <summary>The end of the last lesson the group has on that day, of whatever subject.</summary>
    LastLesson,

    /// <summary>The first lesson at which the student was seen again.</summary>
    Return,

    /// <summary>The last school day of the term.</summary>
    TermEnd,
}

/// <summary>Both included.</summary>
public sealed record GradeSpan(int From, int To)
{
    /// <summary>Twelve years of evening schools; 0 is the preparatory one.</summary>
    public const int Highest = 12;

    public bool Contains(int grade) => From <= grade && grade <= To;

    public bool Touches(GradeSpan other) => From <= other.To && other.From <= To;
}

/// <summary>Within how long a record is to be made, for some grades, kind of work or form of it; null is every one.</summary>
/// <param name="Everybody">The work claims a mark from everyone who was to write it; otherwise the time only binds marks that are given.</param>
public sealed record DeadlineRule(
    RecordKind Kind,
    int Length,
    DeadlineUnit Unit,
    CountedFrom From,
    GradeSpan? Grades = null,
    WorkTypeId? WorkType = null,
    WorkForm? Form = null,
    bool Everybody = false
)
{
    // A work type says more than its form, and either of them more than the grades (decision 12).
    internal int Particularity => (WorkType is null ? 0 : 4) + (Form is null ? 0 : 2) + (Grades is null ? 0 : 1);

    public bool Covers(RecordKind kind, int grade, WorkTypeId? type, WorkForm? form) =>
        Kind == kind && Grades?.Contains(grade) != false && (WorkType is null || WorkType == type) && (Form is null || Form == form);

    /// <summary>Both could be the one that decides about some record.</summary>
    internal bool CollidesWith(DeadlineRule other) =>
        Kind == other.Kind
        && Particularity == other.Particularity
        && WorkType == other.WorkType
        && Form == other.Form
        && (Grades is null || other.Grades is null || Grades.Touches(other.Grades));
}
