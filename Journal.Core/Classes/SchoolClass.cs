using Journal.Core.Basics;

namespace Journal.Core.Classes;

/// <summary>A class of one year; a college group is one too. Grade 0 is the preparatory year.</summary>
public sealed record SchoolClass(
    ClassId Id,
    YearId Year,
    int Grade,
    string Letter,
    TermSetId TermSet,
    HolidaySetId HolidaySet,
    BellScheduleId Bells
)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Grade}{Letter}");
}

public sealed record ClassOpened(SchoolClass Class) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class.Id);
}

/// <summary>Dated, and two at once are possible (R1).</summary>
public sealed record ClassTeacherAppointed(ClassId Class, PersonId Teacher, DateOnly From, DateOnly? Until) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class, Person: Teacher);
}

/// <summary>The student belongs to the class from the first day to the last one, both included; an open end is "until further notice".</summary>
public sealed record ClassJoined(StudentId Student, ClassId Class, DateOnly From, DateOnly? To) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class, Student: Student);
}
