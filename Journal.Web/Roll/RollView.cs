using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Notices;
using Journal.Core.Register;
using Journal.Web.MyClass;
using Journal.Web.Register;
using Journal.Web.Texts;

namespace Journal.Web.Roll;

/// <summary>The roll of a lesson as it is shown: students in the order of the journal, with what stands in their cells.</summary>
/// <param name="Taken">By whom and when it was declared taken; null as long as nobody has.</param>
/// <param name="OpensAt">When it will open; null once it is open.</param>
public sealed record RollView(
    RollCard Card,
    ImmutableArray<RollLine> Lines,
    string Group,
    string Subject,
    string? Taken,
    TimeOnly? OpensAt
);

/// <param name="Value">The fact as it is typed: н, б, о7; empty for whoever is present.</param>
/// <param name="Note">The reason with its document, or who else marked it and when.</param>
/// <param name="Told">What would be recorded by what the guardians told; null where they told nothing, or the roll was taken.</param>
/// <param name="Says">What they told.</param>
public sealed record RollLine(
    StudentId Student,
    int Number,
    string Name,
    string Value,
    long Version,
    string? Note,
    string? Told,
    string? Says
);

/// <summary>Makes the roll; a line that says the same as before is the same object.</summary>
public sealed class RollViews(SchoolClock clock)
{
    public RollView Of(RollCard card, Roster roster, PersonId me, IReadOnlyList<ToldAbsence> told, RollView? former)
    {
        var (page, lesson) = (card.Page, card.Lesson);
        var course = roster.Courses[page.Id.Course];
        var known = former?.Lines.ToDictionary(line => line.Student) ?? [];
        var absent = told.ToDictionary(one => one.Student);
        var present = PageOrder.Students(page, roster).Where(one => one.Student.ClassOn(lesson.Date) is not null);
        return new RollView(
            card,
            [.. present.Select((one, i) => Kept(Line(card, roster, me, one, absent.GetValueOrDefault(one.Student.Id), i + 1), known))],
            roster.Groups[course.Group].Name,
            roster.Subjects[course.Subject].Name,
            page.Rolls.GetValueOrDefault(lesson.Id) is { } roll ? Signed(roster, roll.By, roll.At) : null,
            OpensAt(card)
        );
    }

    private RollLine Line(RollCard card, Roster roster, PersonId me, NamedStudent student, ToldAbsence? told, int number)
    {
        var (page, lesson) = (card.Page, card.Lesson);
        var cell = page.AttendanceAt(lesson.Id, student.Student.Id);
        return new RollLine(
            student.Student.Id,
            number,
            student.Name,
            TypedAttendance.Text(cell.Value, page.Rules.Codes),
            cell.Version,
            Reason(page, page.Reasons.GetValueOrDefault((lesson.Id, student.Student.Id))?.Value) ?? Author(cell, roster, me),
            // Whoever was marked, or was marked present again, is the teacher's to know.
            cell.Version > 0
            || page.Rolls.ContainsKey(lesson.Id)
                ? null
                : told?.CodeOf(page.Rules.Codes)?.Letter,
            told is null ? null : NoticeText.Told(told)
        );
    }

    private static string? Reason(JournalPage page, AbsenceReason? reason)
    {
        if (reason is null || page.Rules.Codes.FirstOrDefault(code => code.Id == reason.Code) is not { } code)
            return null;

        return reason.Document is { Length: > 0 } document ? $"{code.Title}: {document}" : code.Title;
    }

    private string? Author(AttendanceCell cell, Roster roster, PersonId me) =>
        cell.Version == 0 || cell.By == me ? null : Signed(roster, cell.By, cell.At);

    private string Signed(Roster roster, PersonId by, DateTimeOffset at) =>
        Phrase.With(Words.RollSigned, ShortName.Of(roster, by), clock.TimeOf(at).ToString("H:mm", CultureInfo.InvariantCulture));

    private TimeOnly? OpensAt(RollCard card) =>
        card.Lesson.Date == clock.Today && card.Bell is { RollOpens: var opens } && clock.TimeOf(clock.Now) < opens ? opens : null;

    private static RollLine Kept(RollLine line, Dictionary<StudentId, RollLine> known) =>
        known.GetValueOrDefault(line.Student) is { } same && same == line ? same : line;
}
