using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <summary>No marks for a course, a class, a student or a mixture of them, from a day to a day (R19): every part named must match.</summary>
public sealed record MarksOff(int Id, CourseId? Course, ClassId? Class, StudentId? Student, DateOnly From, DateOnly? To)
{
    public bool Covers(CourseId course, ClassId? schoolClass, StudentId student, DateOnly date) =>
        (Course is null || Course == course)
        && (Class is null || Class == schoolClass)
        && (Student is null || Student == student)
        && From <= date
        && (To is null || date <= To);
}

public sealed record MarksOffSet(MarksOff Rule) : JournalEvent
{
    protected override Concern Concerned => new(Rule.Course, Rule.Class, Rule.Student);
}
