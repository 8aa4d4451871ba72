using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Writing;

namespace Journal.Core.Courses.Storage;

/// <summary>Who is in which group, who teaches what, and which term is closed. Pages that show it are told to read themselves anew.</summary>
internal sealed class StructureHandlers(RosterSource rosters)
    : IHandler<JoinGroup>,
        IHandler<LeaveGroup>,
        IHandler<GiveLoad>,
        IHandler<EndLoad>,
        IHandler<LockTerm>,
        IHandler<UnlockTerm>
{
    public Decision Decide(JoinGroup command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (!roster.Groups.ContainsKey(command.Group))
            return new UnknownGroup(command.Group);
        if (roster.ClassOf(command.Student, command.From) is not { } schoolClass)
            return new People.UnknownPerson(command.Student.Person);
        if (Membership(roster, command.Student, command.Group) is not null)
            return new AlreadyInGroup(command.Student, command.Group);

        return Told(roster, command.Group, new GroupJoined(command.Student, command.Group, schoolClass.Id, command.From, null));
    }

    public Decision Decide(LeaveGroup command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (Membership(roster, command.Student, command.Group) is not { } member || command.LastDay < member.Days.From)
            return new NotInGroup(command.Student, command.Group);

        var left = new GroupJoined(command.Student, command.Group, member.Class, member.Days.From, command.LastDay);
        return Told(roster, command.Group, left);
    }

    public Decision Decide(GiveLoad command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (!roster.Courses.ContainsKey(command.Course))
            return new UnknownCourse(command.Course);
        if (!roster.People.ContainsKey(command.Teacher))
            return new People.UnknownPerson(command.Teacher);
        if (roster.Teaches(command.Teacher, command.Course, command.From))
            return Decision.Already(0);

        return new LoadGiven(command.Course, command.Teacher, command.From);
    }

    public Decision Decide(EndLoad command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        var load = roster.LoadsOfTeacher[command.Teacher].FirstOrDefault(tie => tie.To == command.Course && tie.Days.To is null);
        if (load is null)
            return new LoadNotHeld(command.Course, command.Teacher);

        return new LoadEnded(command.Course, command.Teacher, load.Days.From, command.Until);
    }

    public Decision Decide(LockTerm command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (Missing(roster, command.Term, command.Class) is { } unknown)
            return unknown;
        if (roster.LockedTerms[command.Term].Contains(command.Class))
            return Decision.Already(0);

        return Told(roster, command.Class, new TermLocked(command.Term, command.Class));
    }

    public Decision Decide(UnlockTerm command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (Missing(roster, command.Term, command.Class) is { } unknown)
            return unknown;
        if (!roster.LockedTerms[command.Term].Contains(command.Class))
            return Decision.Already(0);

        return Told(roster, command.Class, new TermUnlocked(command.Term, command.Class));
    }

    private static Refusal? Missing(Roster roster, TermId term, ClassId schoolClass)
    {
        if (!roster.Classes.TryGetValue(schoolClass, out var found))
            return new UnknownClass(schoolClass);
        if (!roster.Terms.TryGetValue(term, out var known) || known.TermSet != found.TermSet)
            return new UnknownTerm(term);

        return null;
    }

    private static GroupMember? Membership(Roster roster, StudentId student, GroupId group) =>
        roster.GroupsOfStudent[student].FirstOrDefault(member => member.Group == group && member.Days.To is null);

    private static Decision Told(Roster roster, GroupId group, JournalEvent fact) =>
        Told(fact, roster.CoursesOfGroup[group].Select(course => course.Id));

    private static Decision Told(Roster roster, ClassId schoolClass, JournalEvent fact) =>
        Told(fact, roster.Courses.Keys.Where(course => roster.ClassesOf(course).Contains(schoolClass)));

    private static Decision Told(JournalEvent fact, IEnumerable<CourseId> courses) =>
        Decision.Facts([fact, .. courses.OrderBy(course => course.Value).Select(course => new PageOutdated(course))]);
}
