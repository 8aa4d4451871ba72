using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;

namespace Journal.Web.Shell;

/// <summary>Where somebody may go: the journal, the classes led, and the family's zone for whoever has a child or learns here.</summary>
public sealed record Sections(bool Works, IReadOnlyList<SchoolClass> Classes, bool HasDiary)
{
    public static Sections Of(Roster roster, PersonId person, DateOnly today) =>
        new(
            roster.WorksHere(person, today) || roster.ClassesLedBy(person, today).Any(),
            [.. roster.ClassesLedBy(person, today).OrderBy(one => one.Grade).ThenBy(one => one.Letter)],
            roster.ChildrenOf(person, today).Any() || roster.ClassOf(new StudentId(person.Value), today) is not null
        );

    /// <summary>Where a visit begins. Whoever has nothing here yet is told so on the journal's page.</summary>
    public string Start => HasDiary && !Works ? "/diary" : "/journal";
}
