using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.People;
using Journal.Web.Health;

namespace Journal.Web.Shell;

/// <summary>
/// Where somebody may go: the journal, the school's morning for whoever reads it whole, the classes led, the server for whoever runs it, and the family's zone for whoever has a child or learns here.
/// </summary>
/// <param name="OnlyServer">Runs the server and has no part in the lessons: the technician.</param>
public sealed record Sections(
    bool Works,
    IReadOnlyList<SchoolClass> Classes,
    bool HasDiary,
    bool HasServer = false,
    bool OnlyServer = false,
    bool HasMorning = false
)
{
    public static Sections Of(Roster roster, PersonId person, DateOnly today) =>
        new(
            roster.WorksHere(person, today) || roster.ClassesLedBy(person, today).Any(),
            [.. roster.ClassesLedBy(person, today).OrderBy(one => one.Grade).ThenBy(one => one.Letter)],
            roster.ChildrenOf(person, today).Any() || roster.ClassOf(new StudentId(person.Value), today) is not null,
            roster.RunsTheServer(person, today),
            IsOnlyTechnician(roster, person, today),
            roster.ReadsWholeSchool(person, today)
        );

    /// <summary>Where a visit begins. Whoever has nothing here yet is told so on the journal's page.</summary>
    public string Start =>
        OnlyServer ? HealthPage.Address
        : HasDiary && !Works ? "/diary"
        : "/journal";

    private static bool IsOnlyTechnician(Roster roster, PersonId person, DateOnly today) =>
        roster.Has(person, Role.Technician, today)
        && roster.RolesOf(person, today).All(role => role is Role.Technician or Role.Guardian or Role.Student)
        && !roster.CoursesTaughtBy(person, today).Any()
        && !roster.ClassesLedBy(person, today).Any();
}
