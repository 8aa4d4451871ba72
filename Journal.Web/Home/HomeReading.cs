using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;

namespace Journal.Web.Home;

/// <summary>What the roster says today about one person; it costs no query.</summary>
public sealed class HomeReading(RosterSource rosters, SchoolClock clock)
{
    public HomeOf Of(PersonId person)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        var self = new StudentId(person.Value);

        return new(
            roster.People.GetValueOrDefault(person)?.FullName ?? "",
            [.. roster.RolesOf(person, today)],
            [
                .. roster
                    .CoursesTaughtBy(person, today)
                    .Select(course => Course(roster, course))
                    .OrderBy(c => c.Subject)
                    .ThenBy(c => c.Grade)
                    .ThenBy(c => c.Group),
            ],
            Classes(roster, roster.ClassesLedBy(person, today), today),
            // Of former years one reads in the archive.
            roster.ReadsWholeSchool(person, today)
                ? Classes(roster, roster.ClassesOf(roster.YearOf(today)), today)
                : [],
            [.. roster.ChildrenOf(person, today).Select(child => Child(roster, child, today)).OrderBy(c => c.Name)],
            roster.ClassOf(self, today) is null ? null : Child(roster, self, today)
        )
        {
            StandsIn =
            [
                .. roster
                    .SubstitutionsOf[person]
                    .Select(one => one.Course)
                    .Distinct()
                    .Where(course => !roster.Teaches(person, course, today))
                    .Select(course => Course(roster, roster.Courses[course])),
            ],
            GivesLessons = roster.MayTakeLessons(person, today),
        };
    }

    private static HomeCourse Course(Roster roster, Course course)
    {
        var group = roster.Groups[course.Group];
        var grade = roster.Classes[group.Classes[0]].Grade;

        return new(course.Id, roster.Subjects[course.Subject].Name, group.Name, grade);
    }

    private static HomeChild Child(Roster roster, StudentId student, DateOnly today) =>
        new(
            student,
            roster.NameOf(student.Person),
            roster.People.GetValueOrDefault(student.Person)?.Given ?? "",
            roster.ClassOf(student, today)?.Name ?? ""
        );

    private static IReadOnlyList<HomeClass> Classes(Roster roster, IEnumerable<SchoolClass> classes, DateOnly today) =>
        [.. classes.OrderBy(c => c.Grade).ThenBy(c => c.Letter).Select(c => Class(roster, c, today))];

    private static HomeClass Class(Roster roster, SchoolClass c, DateOnly today) =>
        new(
            c.Id,
            c.Name,
            c.Grade,
            roster.StudentsOf(c.Id, today).Count(),
            string.Join(", ", roster.ClassTeachersOf(c.Id, today).Select(teacher => roster.People.GetValueOrDefault(teacher)?.ShortName))
        );
}
