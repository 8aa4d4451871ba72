using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Access;

/// <summary>The person may not do this. Facts are not told: what is forbidden looks like what does not exist.</summary>
public sealed record Forbidden : Refusal;

/// <summary>Who may give which command. A command without a line here is nobody's.</summary>
public sealed class Door(RosterSource rosters, JournalPages pages) : IGuard
{
    public Refusal? Check(Command command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        return May(command, operation, roster) ? null : new Forbidden();
    }

    private bool May(Command command, Operation operation, Roster roster)
    {
        var (who, today) = (operation.Actor.Person, operation.Today);
        return command switch
        {
            SetMark c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation),
            SetAttendance c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            DeclareRoll c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            AddWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            ChangeWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation),
            RemoveWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation),
            LockTerm or UnlockTerm => roster.Has(who, Role.Director, today) || roster.Has(who, Role.Deputy, today),
            GiveLoad or EndLoad => roster.Has(who, Role.Deputy, today) || roster.Has(who, Role.Administrator, today),
            JoinGroup or LeaveGroup or AddPerson or LinkGuardian or UnlinkGuardian => RunsThePapers(roster, who, today),
            GrantRole or RevokeRole => roster.Has(who, Role.Director, today) || roster.Has(who, Role.Administrator, today),
            FoundSchool => roster.Roles.Count == 0,
            _ => false,
        };
    }

    private static bool RunsThePapers(Roster roster, PersonId who, DateOnly today) =>
        roster.Has(who, Role.Registrar, today) || roster.Has(who, Role.Administrator, today);

    // A substitute writes into the lesson he or she gave (R23).
    private bool Gave(CourseId course, WorkId work, Operation operation) =>
        pages.PageOf(course, work, operation.Data) is { } page && page.IsGivenBy(page.Works[work].Work.Lesson, operation.Actor.Person);

    private bool Gave(CourseId course, LessonId lesson, Operation operation) =>
        pages.PageOf(course, lesson, operation.Data)?.IsGivenBy(lesson, operation.Actor.Person) == true;
}
