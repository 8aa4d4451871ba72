using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Web.Live;

namespace Journal.Web.Register;

/// <summary>Somebody else on the page: initials on a disc, in a colour of their own while there are colours; whoever only looks has none.</summary>
public sealed record CrewMember(PersonId Person, string Initials, string Name, bool Writes, int Who);

/// <summary>Where somebody stands, as the browser draws it.</summary>
public sealed record CrewCell(int Student, int? Work, int Lesson, string Initials, int Who);

/// <summary>The others on a page as people see them: each once, however many windows they have open; oneself never.</summary>
internal static class Crew
{
    private const int Colours = 4;

    public static IReadOnlyList<CrewMember> Of(IReadOnlyList<Present> others, PersonId me, Roster roster) =>
        [
            .. others
                .Where(one => one.Person != me)
                .GroupBy(one => one.Person)
                .Select(
                    (all, i) =>
                        new CrewMember(
                            all.Key,
                            ShortName.Initials(roster, all.Key),
                            ShortName.Of(roster, all.Key),
                            all.Any(one => one.Writes),
                            i % Colours + 1
                        )
                ),
        ];

    public static IReadOnlyList<CrewCell> Standing(IReadOnlyList<Present> others, IReadOnlyList<CrewMember> crew) =>
        [
            .. from one in others
            where one.Writes && one.At is not null
            let member = crew.FirstOrDefault(member => member.Person == one.Person)
            where member is not null
            select new CrewCell(one.At!.Student.Value, one.At.Work?.Value, one.At.Lesson.Value, member.Initials, member.Who),
        ];
}
