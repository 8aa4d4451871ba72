using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Diary;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.MyClass;

/// <summary>How a student stands in a lesson of the day.</summary>
public enum DayPresence
{
    /// <summary>The student has no lesson then.</summary>
    None,

    /// <summary>Nobody has said anything yet.</summary>
    Unknown,
    Present,
    Absent,
}

/// <param name="Text">As it would be typed: the reason, once there is one.</param>
/// <param name="Kind">Of an absence.</param>
public sealed record DayCell(DayPresence Presence, string Text = "", AbsenceKind? Kind = null);

/// <param name="Subject">Short; of subgroups the common one.</param>
/// <param name="Taken">The roll of every lesson in the slot was taken.</param>
public sealed record DayColumn(int Number, Bell? Bell, string Subject, string Title, bool Taken);

/// <summary>A student's day. A line that says the same as before is the same object.</summary>
public sealed record DayRow(StudentId Student, string Name, ImmutableArray<DayCell> Cells)
{
    public bool IsUnexplained => Cells.Any(cell => cell is { Presence: DayPresence.Absent, Kind: AbsenceKind.Unknown });

    internal bool SaysTheSameAs(DayRow other) => Student == other.Student && Name == other.Name && Cells.SequenceEqual(other.Cells);
}

/// <summary>A mark somebody has put today.</summary>
public sealed record DayMark(DateTimeOffset At, string Name, string Subject, string Text, bool IsLow);

/// <summary>A student's absences of the term for which nobody knows the reason.</summary>
public sealed record Unexplained(StudentId Student, string Name, int Lessons, DateOnly Since, ImmutableArray<int> Today);

/// <summary>The class's day as its board shows it.</summary>
public sealed record DayBoard(
    ClassDay Day,
    ImmutableArray<DayColumn> Columns,
    ImmutableArray<DayRow> Rows,
    ImmutableArray<DayMark> Marks,
    ImmutableArray<Unexplained> Unexplained
)
{
    /// <summary>Who is in the running lesson, as far as is known.</summary>
    public int? PresentIn(int column) =>
        Columns[column].Taken || Rows.Any(row => row.Cells[column].Presence is DayPresence.Absent)
            ? Rows.Count(row => row.Cells[column].Presence is DayPresence.Present)
            : null;

    public static DayBoard Of(ClassDay day, Roster roster, SchoolClock clock, DayBoard? former)
    {
        var slots = day.Lessons.GroupBy(lesson => lesson.Lesson.Number).OrderBy(slot => slot.Key).Select(slot => slot.ToArray()).ToArray();
        var known = former?.Rows.ToDictionary(row => row.Student) ?? [];
        return new(
            day,
            [.. slots.Select(slot => Column(slot, roster))],
            [.. day.Class.Students.Select(student => Kept(Row(student, slots, roster, day.Class.Id), known))],
            DayMarks.Of(day, roster, clock),
            UnexplainedOf(day, roster)
        );
    }

    private static DayColumn Column(ClassLesson[] slot, Roster roster)
    {
        var subjects = slot.Select(one => roster.Subjects[roster.Courses[one.Page.Id.Course].Subject].Name).Distinct().ToArray();
        return new(
            slot[0].Lesson.Number,
            slot[0].Bell,
            ShortTitle.Of(subjects[0]),
            string.Join(", ", subjects),
            slot.All(one => one.Page.Rolls.ContainsKey(one.Lesson.Id))
        );
    }

    private static DayRow Row(StudentId student, ClassLesson[][] slots, Roster roster, ClassId schoolClass) =>
        new(student, roster.NameOf(student.Person), [.. slots.Select(slot => Cell(student, slot, schoolClass))]);

    private static DayCell Cell(StudentId student, ClassLesson[] slot, ClassId schoolClass)
    {
        if (
            Array.Find(slot, one => one.Page.Students.GetValueOrDefault(student)?.ClassOn(one.Lesson.Date) == schoolClass) is not { } lesson
        )
            return new(DayPresence.None);

        var (page, id) = (lesson.Page, lesson.Lesson.Id);
        if (page.AttendanceAt(id, student).Value is not { Code: { } fact } value)
            return new(page.Rolls.ContainsKey(id) ? DayPresence.Present : DayPresence.Unknown);

        var reason = page.Reasons.GetValueOrDefault((id, student))?.Value?.Code;
        var code = page.Rules.Codes.FirstOrDefault(one => one.Id == (reason ?? fact));
        var shown = reason is { } why ? new AttendanceValue(why, null) : value;
        return new(
            code?.CountsAsMissed == false ? DayPresence.Present : DayPresence.Absent,
            TypedAttendance.Text(shown, page.Rules.Codes),
            code?.Kind
        );
    }

    private static ImmutableArray<Unexplained> UnexplainedOf(ClassDay day, Roster roster) =>
        [
            .. day
                .Absences.Where(one => one.Reason is null && IsUnknown(one, roster))
                .GroupBy(one => one.Student)
                .Select(all => new Unexplained(
                    all.Key,
                    roster.NameOf(all.Key.Person),
                    all.Count(),
                    all.Min(one => one.Date),
                    [.. all.Where(one => one.Date == day.Date).Select(one => one.Number).Order()]
                ))
                .OrderByDescending(one => one.Today.Length)
                .ThenByDescending(one => one.Lessons)
                .ThenBy(one => one.Name, StringComparer.CurrentCulture),
        ];

    private static bool IsUnknown(StudentAbsence one, Roster roster) =>
        roster.Codes.FirstOrDefault(code => code.Id == one.Fact)?.Kind is AbsenceKind.Unknown;

    private static DayRow Kept(DayRow row, Dictionary<StudentId, DayRow> known) =>
        known.GetValueOrDefault(row.Student) is { } same && same.SaysTheSameAs(row) ? same : row;
}
