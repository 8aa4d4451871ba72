using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <summary>Gives a course to a teacher from a day on; a course may have several (R14).</summary>
public sealed record GiveLoad(CourseId Course, PersonId Teacher, DateOnly From) : Command;

public sealed record LoadGiven(CourseId Course, PersonId Teacher, DateOnly From) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course, Person: Teacher);
}

/// <summary>Takes it away: the day given is the first one without it.</summary>
public sealed record EndLoad(CourseId Course, PersonId Teacher, DateOnly Until) : Command;

public sealed record LoadEnded(CourseId Course, PersonId Teacher, DateOnly From, DateOnly Until) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course, Person: Teacher);
}

public sealed record UnknownCourse(CourseId Course) : Refusal;

public sealed record LoadNotHeld(CourseId Course, PersonId Teacher) : Refusal;
