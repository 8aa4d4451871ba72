using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;

namespace Journal.Web.Homework;

/// <summary>A part of the lesson's students that is a study group of its own: by language, by gender. One press chooses them.</summary>
public sealed record Subgroup(string Name, IReadOnlyList<StudentId> Students)
{
    /// <summary>Everybody in the group on the lesson's day, by name.</summary>
    public static IReadOnlyList<StudentId> Everybody(HomeworkCard card, Roster roster) =>
        [
            .. card
                .Page.Students.Keys.Where(student => card.Page.ClassOn(card.Lesson, student) is not null)
                .OrderBy(student => roster.NameOf(student.Person), StringComparer.CurrentCulture),
        ];

    public static IReadOnlyList<Subgroup> Of(HomeworkCard card, Roster roster)
    {
        var everybody = Everybody(card, roster);
        var groups =
            from student in everybody
            from member in roster.GroupsOfStudent[student]
            where member.Days.Contains(card.Lesson.Date)
            group student by member.Group;
        return
        [
            .. groups
                .Select(group => new Subgroup(roster.Groups[group.Key].Name, [.. group]))
                .Where(group => group.Students.Count < everybody.Count)
                .OrderBy(group => group.Name, StringComparer.CurrentCulture),
        ];
    }
}
