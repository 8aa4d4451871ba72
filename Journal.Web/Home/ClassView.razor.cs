using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>The class's journals with who teaches them, and its students with their diaries.</summary>
public partial class ClassView
{
    [Parameter, EditorRequired]
    public required ClassCard Class { get; set; }

    [Parameter, EditorRequired]
    public required Func<PersonId, PersonCard?> NameOf { get; set; }

    /// <summary>The running day, above.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The reader leads this class.</summary>
    [Parameter]
    public bool Mine { get; set; }

    private string Summary => Class.Teachers.Count == 0 ? Words.ClassNoTeacher : Phrase.With(Words.ClassTeachers, Names(Class.Teachers));

    private string Names(IEnumerable<PersonId> people) => string.Join(", ", people.Select(person => NameOf(person)?.ShortName ?? "—"));

    // "7B, English, group 1" in the list of 7B: the class is known.
    private string GroupOf(ClassCourse course) =>
        course.Group == Class.Name ? ""
        : course.Group.StartsWith($"{Class.Name}, ", StringComparison.Ordinal) ? course.Group[(Class.Name.Length + 2)..]
        : course.Group;

    private static string Diary(StudentId student) => FormattableString.Invariant($"/diary/{student.Value}");
}
