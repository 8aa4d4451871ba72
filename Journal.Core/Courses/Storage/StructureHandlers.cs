using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Courses.Storage;

/// <summary>
/// Who is in which group, who teaches what, which term is closed, and what the school has decided for itself. Pages that show it are told to read
/// themselves anew.
/// </summary>
internal sealed class StructureHandlers(RosterSource rosters)
    : IHandler<JoinGroup>,
        IHandler<LeaveGroup>,
        IHandler<GiveLoad>,
        IHandler<EndLoad>,
        IHandler<LockTerm>,
        IHandler<UnlockTerm>,
        IHandler<ChangeSettings>
{
    public Decision Decide(JoinGroup command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (!roster.Groups.TryGetValue(command.Group, out var group))
            return new UnknownGroup(command.Group);
        if (roster.ClassOf(command.Student, command.From) is not { } schoolClass)
            return new People.UnknownPerson(command.Student.Person);
        if (!group.Classes.Contains(schoolClass.Id))
            return new ClassNotOfGroup(schoolClass.Id, command.Group);
        if (Membership(roster, command.Student, command.Group) is not null)
            return new AlreadyInGroup(command.Student, command.Group);

        return Told(
            roster,
            command.Student,
            command.Group,
            new GroupJoined(command.Student, command.Group, schoolClass.Id, command.From, null)
        );
    }

    public Decision Decide(LeaveGroup command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (Membership(roster, command.Student, command.Group) is not { } member || command.LastDay < member.Days.From)
            return new NotInGroup(command.Student, command.Group);

        var left = new GroupJoined(command.Student, command.Group, member.Class, member.Days.From, command.LastDay);
        return Told(roster, command.Student, command.Group, left);
    }

    public Decision Decide(GiveLoad command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (!roster.Courses.ContainsKey(command.Course))
            return new UnknownCourse(command.Course);
        if (!roster.People.ContainsKey(command.Teacher))
            return new People.UnknownPerson(command.Teacher);
        if (Loads(roster, command.Teacher, command.Course).Any(tie => tie.Days.To is null && tie.Days.From <= command.From))
            return Decision.Already(0);

        return new LoadGiven(command.Course, command.Teacher, command.From);
    }

    public Decision Decide(EndLoad command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        // All of them, those with a later end too: from the day named on nothing is left.
        var ended =
            from tie in Loads(roster, command.Teacher, command.Course)
            where tie.Days.To is null || tie.Days.To >= command.Until
            select new LoadEnded(command.Course, command.Teacher, tie.Days.From, command.Until);
        return ended.ToArray() is { Length: > 0 } facts ? Decision.Facts(facts) : new LoadNotHeld(command.Course, command.Teacher);
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

    public Decision Decide(ChangeSettings command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        return roster.Settings.Decide(command, roster.SettingsStamp);
    }

    private static Refusal? Missing(Roster roster, TermId term, ClassId schoolClass)
    {
        if (!roster.Classes.TryGetValue(schoolClass, out var found))
            return new UnknownClass(schoolClass);
        if (!roster.Terms.TryGetValue(term, out var known) || known.TermSet != found.TermSet)
            return new UnknownTerm(term);

        return null;
    }

    private static IEnumerable<Tie<CourseId>> Loads(Roster roster, PersonId teacher, CourseId course) =>
        roster.LoadsOfTeacher[teacher].Where(tie => tie.To == course);

    private static GroupMember? Membership(Roster roster, StudentId student, GroupId group) =>
        roster.GroupsOfStudent[student].FirstOrDefault(member => member.Group == group && member.Days.To is null);

    // Marks are carried between the student's groups of one subject, whichever of joining and leaving is entered first.
    private static Decision Told(Roster roster, StudentId student, GroupId group, JournalEvent fact)
    {
        var here = roster.CoursesOfGroup[group].ToArray();
        var elsewhere =
            from member in roster.GroupsOfStudent[student]
            from course in roster.CoursesOfGroup[member.Group]
            where Array.Exists(here, one => one.Subject == course.Subject)
            select course;
        return Told(fact, here.Concat(elsewhere).Select(course => course.Id).Distinct());
    }

    private static Decision Told(Roster roster, ClassId schoolClass, JournalEvent fact) =>
        Told(fact, roster.Courses.Keys.Where(course => roster.ClassesOf(course).Contains(schoolClass)));

    private static Decision Told(JournalEvent fact, IEnumerable<CourseId> courses) =>
        Decision.Facts([fact, .. courses.OrderBy(course => course.Value).Select(course => new PageOutdated(course))]);
}
