using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;

namespace Journal.Web.Diary;

/// <summary>What stands around every family page: whose diary it is and to whom one may switch.</summary>
/// <param name="MayTell">The reader is a guardian and tells of absences.</param>
/// <param name="School">Its name; empty as long as it has none.</param>
public sealed record DiaryFrame(
    StudentId Student,
    string Name,
    string Class,
    bool? Male,
    bool IsFamily,
    bool MayTell,
    IReadOnlyList<DiaryKid> Kids,
    string School
);

public sealed record DiaryKid(StudentId Id, string Given, string Class);

public enum DiarySection
{
    Week,
    Subjects,
    Absence,
}

/// <summary>
/// Names the people of a diary; it costs no query. Asked after the diary was read, so that nothing named here is older than what the page says it holds.
/// </summary>
public sealed class DiaryFrames(RosterSource rosters, SchoolClock clock)
{
    public DiaryFrame Of(DiaryReader reader)
    {
        var roster = rosters.Current;
        var card = roster.People.GetValueOrDefault(reader.Student.Person);
        return new(
            reader.Student,
            roster.NameOf(reader.Student.Person),
            ClassOf(reader.Student),
            card?.Male,
            reader.IsFamily,
            reader.MayTell,
            [.. reader.Own.Select(one => new DiaryKid(one, roster.People.GetValueOrDefault(one.Person)?.Given ?? "", ClassOf(one)))],
            roster.Settings.Name
        );
    }

    /// <summary>Family name and initials, the way a teacher signs.</summary>
    public string Signature(PersonId person) =>
        rosters.Current.People.GetValueOrDefault(person) is { } card
            ? string.Join(' ', new[] { card.Family, Initial(card.Given), Initial(card.Patronymic) }.OfType<string>())
            : "";

    /// <summary>The first and the last day of all years the school knows.</summary>
    public (DateOnly First, DateOnly Last) Years()
    {
        var years = rosters.Current.Years.Values;
        return years.Length == 0 ? (clock.Today, clock.Today) : (years.Min(year => year.Starts), years.Max(year => year.Ends));
    }

    private string ClassOf(StudentId student) => rosters.Current.ClassOf(student, clock.Today)?.Name ?? "";

    private static string? Initial(string? name) => string.IsNullOrEmpty(name) ? null : $"{name[0]}.";
}
