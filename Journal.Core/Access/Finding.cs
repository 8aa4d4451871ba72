using Journal.Core.Basics;
using Journal.Core.Courses;

namespace Journal.Core.Access;

/// <summary>
/// What was found by name, and where it leads: a student's diary (student alone), a student in a page of the journal (student and course), a class,
/// or a page (course alone).
/// </summary>
public sealed record Found(StudentId? Student, ClassId? Class, CourseId? Course);

/// <summary>Finds by the beginnings of names, as one types them: ё is е, case does not count, words stand in any order.</summary>
public static class Finding
{
    public const int LongestText = 100;

    /// <summary>Whether every word typed begins a word of the name.</summary>
    public static bool Fits(string text, string name)
    {
        var words = Words(name);
        var typed = Words(text);
        return typed.Length > 0 && typed.All(part => words.Any(word => word.StartsWith(part, StringComparison.Ordinal)));
    }

    /// <summary>Only what this person may open today as staff; a family has its own children before it already. Classes, pages, then students by name.</summary>
    internal static IEnumerable<Found> Find(Roster roster, PersonId reader, string text, DateOnly today)
    {
        if (text.Length > LongestText || !roster.WorksOrLeads(reader, today))
            return [];

        var taught = roster.CoursesTaughtBy(reader, today).ToArray();
        return [.. Classes(roster, reader, text, today), .. Pages(roster, taught, text), .. Students(roster, reader, taught, text, today)];
    }

    private static bool WorksOrLeads(this Roster roster, PersonId person, DateOnly today) =>
        roster.WorksHere(person, today) || roster.ClassesLedBy(person, today).Any();

    private static IEnumerable<Found> Classes(Roster roster, PersonId reader, string text, DateOnly today) =>
        roster
            .ClassesOf(roster.YearOf(today))
            .Where(one => Fits(text, one.Name) && roster.MayReadClass(reader, one.Id, today))
            .OrderBy(one => one.Grade)
            .ThenBy(one => one.Letter, StringComparer.CurrentCulture)
            .Select(one => new Found(null, one.Id, null));

    private static IEnumerable<Found> Pages(Roster roster, IEnumerable<Course> taught, string text) =>
        taught
            .Select(course => (course.Id, Name: $"{roster.Groups[course.Group].Name} {roster.Subjects[course.Subject].Name}"))
            .Where(one => Fits(text, one.Name))
            .OrderBy(one => one.Name, StringComparer.CurrentCulture)
            .Select(one => new Found(null, null, one.Id));

    private static IEnumerable<Found> Students(Roster roster, PersonId reader, IReadOnlyList<Course> taught, string text, DateOnly today) =>
        roster
            .ClassesOfStudent.Select(ties => (Student: ties.Key, Class: roster.ClassOf(ties.Key, today)))
            .Select(one => (one.Student, one.Class, roster.People.GetValueOrDefault(one.Student.Person)?.FullName))
            .Where(one => one is { Class: { } now, FullName: { } name } && IsMeant(text, name, now.Name))
            .OrderBy(one => one.FullName, StringComparer.CurrentCulture)
            .ThenBy(one => one.Student.Value)
            .SelectMany(one => Ways(roster, reader, taught, one.Student, today));

    // The pages one writes in come before the diary, which is looked at more rarely.
    private static IEnumerable<Found> Ways(Roster roster, PersonId reader, IReadOnlyList<Course> taught, StudentId student, DateOnly today)
    {
        foreach (var course in taught.Where(course => roster.Learns(student, course.Id, today)))
            yield return new Found(student, null, course.Id);
        if (roster.MayReadStudent(reader, student, today))
            yield return new Found(student, null, null);
    }

    // The class tells namesakes apart; alone it means the class.
    private static bool IsMeant(string text, string name, string ofClass) =>
        Fits(text, $"{name} {ofClass}") && Words(text).Any(part => Fits(part, name));

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Replace('ё', 'е').Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
}
