using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Web.Diary;
using Journal.Web.Home;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Shell;

/// <summary>Finds a student, a class or a page by name, among those this person may open. Ctrl+K; the arrows are find.js's.</summary>
public partial class FindBox
{
    private const int Most = 20;

    private bool _works;
    private string _text = "";
    private IReadOnlyList<Hit> _found = [];

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private string? Says =>
        string.IsNullOrWhiteSpace(_text) ? null
        : _found.Count == 0 ? Words.FindNothing
        : _found.Count == Most ? Phrase.With(Words.FindFirst, Most)
        : Phrase.With(Words.FindCount, _found.Count);

    protected override Task Read()
    {
        _works = Sections.Of(Rosters.Current, Me, Clock.Today).Works;
        _found = Find();
        return Task.CompletedTask;
    }

    private void Typed(ChangeEventArgs typed)
    {
        _text = typed.Value as string ?? "";
        _found = Find();
    }

    private IReadOnlyList<Hit> Find()
    {
        var roster = Rosters.Current;
        return [.. Readings.Find(Me, _text, Most).Select(found => HitOf(roster, found))];
    }

    private Hit HitOf(Roster roster, Found found) =>
        found switch
        {
            { Student: { } student, Course: { } course } => new(
                Name(roster, student),
                $"{roster.ClassOf(student, Clock.Today)?.Name} · {SubjectOf(roster, course)}",
                $"{HomeCourse.Address(course)}?student={student.Value}"
            ),
            { Student: { } student } => new(
                Name(roster, student),
                $"{roster.ClassOf(student, Clock.Today)?.Name} · {Words.SectionDiary}",
                DiaryLinks.Week(student)
            ),
            { Class: { } one } => new(roster.Classes[one].Name, Words.FindClass, ClassPage.Address(one)),
            { Course: { } course } => new(
                roster.Groups[roster.Courses[course].Group].Name,
                SubjectOf(roster, course),
                HomeCourse.Address(course)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(found), found, "Leads nowhere."),
        };

    private static string Name(Roster roster, StudentId student) => roster.People[student.Person]?.FullName ?? "";

    private static string SubjectOf(Roster roster, CourseId course) => roster.Subjects[roster.Courses[course].Subject].Name;

    private sealed record Hit(string Name, string Where, string Address);
}
