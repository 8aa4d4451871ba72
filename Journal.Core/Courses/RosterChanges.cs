using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;
using Journal.Core.School;

namespace Journal.Core.Courses;

/// <summary>
/// What one fact makes of the roster, for the facts that come in hundreds when a year is set up: read anew after each of them, they would
/// hold the lane for seconds.
/// </summary>
public sealed partial record Roster
{
    /// <summary>The roster after this change; null when it must be read anew.</summary>
    public Roster? Apply(Committed change)
    {
        var next = change.Event switch
        {
            PersonAdded e => this with { People = People.SetItem(e.Who, e.Card) },
            RoleGranted e => With(e.Who, e.Role, e.From, until: null),
            RoleRevoked e => With(e.Who, e.Role, e.From, e.Until),
            GuardianLinked e => With(e.Guardian, e.Student, e.From, until: null),
            GuardianUnlinked e => With(e.Guardian, e.Student, e.From, e.Until),
            LoadGiven e => With(e.Course, e.Teacher, e.From, until: null),
            LoadEnded e => With(e.Course, e.Teacher, e.From, e.Until),
            GroupJoined e => With(new GroupMember(e.Student, e.Group, e.Class, new DaySpan(e.From, e.To))),
            SettingsChanged e => this with { Settings = e.After, SettingsStamp = new(change.Seq, change.Actor, change.At) },
            RegulationAdopted e => this with
            {
                Regulation = Regulation.With(e.After),
                RegulationStamp = new(change.Seq, change.Actor, change.At),
            },
            TermLocked e => this with { LockedTerms = LockedTerms.Put(e.Term, e.Class, one => one == e.Class) },
            TermUnlocked e => this with { LockedTerms = LockedTerms.Remove(e.Term, e.Class) },
            LessonSubstituted e => With(e, change),
            TeacherAbsenceRecorded e => With(e.After, change),
            TeacherAbsenceRevoked e => this with
            {
                AbsencesOf = AbsencesOf.Remove(e.Before.Teacher, AbsenceOf(e.Before.Teacher, e.Before.Id)!),
            },
            DayOrdered e => this with
            {
                DayOrders = DayOrders.Put(
                    e.Order.Date,
                    new(e.Order, change.Seq, change.Actor, change.At),
                    one => one.What.Id == e.Order.Id
                ),
            },
            DayOrderRevoked e => this with
            {
                DayOrders = DayOrders.Remove(e.Order.Date, DayOrders[e.Order.Date].First(one => one.What.Id == e.Order.Id)),
            },
            TimetableChanged e => this with { TimetableChanges = TimetableChanges.Add(new(e, change.Seq, change.Actor, change.At)) },
            RoomPlaced e => this with { Buildings = e.Building is { } its ? Buildings.SetItem(e.Room, its) : Buildings.Remove(e.Room) },
            _ => null,
        };
        return next is null ? null : next with { Seq = change.Seq };
    }

    private Roster With(PersonId who, Role role, DateOnly from, DateOnly? until) =>
        this with
        {
            Roles = Roles.Put(who, new RoleHeld(role, DaySpan.Until(from, until)), held => held.Role == role && held.Days.From == from),
        };

    private Roster With(PersonId guardian, StudentId student, DateOnly from, DateOnly? until) =>
        this with
        {
            ChildrenOfGuardian = Put(ChildrenOfGuardian, guardian, student, from, until),
        };

    private Roster With(CourseId course, PersonId teacher, DateOnly from, DateOnly? until) =>
        this with
        {
            LoadsOfTeacher = Put(LoadsOfTeacher, teacher, course, from, until),
            TeachersOfCourse = Put(TeachersOfCourse, course, teacher, from, until),
        };

    private Roster With(GroupMember member) =>
        this with
        {
            GroupsOfStudent = GroupsOfStudent.Put(member.Student, member, one => IsSame(one, member)),
            MembersOfGroup = MembersOfGroup.Put(member.Group, member, one => IsSame(one, member)),
        };

    private Roster With(LessonSubstituted e, Committed change)
    {
        var of = e.Before is { } gone ? SubstitutionsOf.Remove(gone.Teacher, gone) : SubstitutionsOf;
        return e.After is { } after
            ? this with
            {
                Substitutions = Substitutions.SetItem(e.Lesson, new(after, change.Seq, change.Actor, change.At)),
                SubstitutionsOf = of.Put(after.Teacher, after, one => one.Lesson == e.Lesson),
            }
            : this with
            {
                Substitutions = Substitutions.Remove(e.Lesson),
                SubstitutionsOf = of,
            };
    }

    // The order in which they were first recorded is that of their numbers.
    private Roster With(TeacherAbsence absence, Committed change) =>
        this with
        {
            AbsencesOf = AbsencesOf.Put(
                absence.Teacher,
                new(absence, change.Seq, change.Actor, change.At),
                one => one.What.Id == absence.Id
            ),
        };

    private static bool IsSame(GroupMember one, GroupMember other) =>
        one.Student == other.Student && one.Group == other.Group && one.Days.From == other.Days.From;

    private static Ties<TKey, Tie<T>> Put<TKey, T>(Ties<TKey, Tie<T>> ties, TKey key, T to, DateOnly from, DateOnly? until)
        where TKey : notnull
        where T : struct => ties.Put(key, new Tie<T>(to, DaySpan.Until(from, until)), tie => tie.To.Equals(to) && tie.Days.From == from);
}
