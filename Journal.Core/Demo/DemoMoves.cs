using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;

namespace Journal.Core.Demo;

/// <summary>A student changes class: the office ends the former memberships, begins the new ones and tells the pages.</summary>
internal static class DemoMoves
{
    public static IEnumerable<JournalEvent> On(DemoSchool school, DateOnly after, DateOnly day)
    {
        foreach (var student in school.Students)
        {
            if (student.Moved is not { } move || move.Since <= after || move.Since > day)
                continue;

            yield return new ClassJoined(student.Id, student.Class, school.Year.Starts, move.Since.AddDays(-1));
            yield return new ClassJoined(student.Id, move.To, move.Since, null);
            foreach (
                var fact in school.Groups.SelectMany(g => g.Members).Where(m => m.Student == student.Id).SelectMany(m => Joined(school, m))
            )
                yield return fact;
        }
    }

    private static IEnumerable<JournalEvent> Joined(DemoSchool school, GroupMember member)
    {
        yield return new GroupJoined(member.Student, member.Group, member.Class, member.Days.From, member.Days.To);
        foreach (var course in school.Courses.Where(c => c.Group == member.Group))
            yield return new PageOutdated(course.Id);
    }
}
