using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.Register;

/// <summary>One cell of the page as it is shown.</summary>
internal static class GridCells
{
    public static GridCell Of(JournalPage page, GridColumn column, PageStudent student, SchoolClock clock)
    {
        if (student.ClassOn(column.Lesson.Date) is not { } schoolClass)
            return GridCell.Empty with { Outside = true };

        var cell = column.Work is { } work ? Mark(page, work, student) : GridCell.Empty;
        var off = page.Rules.MarksOff.Any(rule => rule.Covers(page.Id.Course, schoolClass, student.Id, column.Lesson.Date));
        cell = off ? cell with { MarksOff = true } : cell;
        if (
            column.Work is { } made
            && (page.IsMadeUp(made, student.Id, clock.DayOf) || page.MakeUpOf(column.Lesson.Id, student.Id).Value is not null)
        )
            cell = cell with { MakeUp = page.MakeUpOf(column.Lesson.Id, student.Id) };
        return column.ShowsAbsence ? WithAbsence(cell, page, column.Lesson, student) : cell;
    }

    private static GridCell Mark(JournalPage page, Work work, PageStudent student)
    {
        if (!page.Marks.TryGetValue((work.Id, student.Id), out var now))
            return GridCell.Empty;

        var (value, scale) = (now.Value, page.Rules.Scale);
        return new GridCell
        {
            Mark = TypedMark.Text(value, scale),
            Level = value is { First: { } only, Second: null } ? scale.WithCode(only)?.Level ?? MarkLevel.None : MarkLevel.None,
            Version = now.Version,
            Comment = value.Comment,
            CommentForFamily = value.CommentForFamily,
            Due = value.Due,
            DueBy = value.DueBy,
        };
    }

    private static GridCell WithAbsence(GridCell cell, JournalPage page, Lesson lesson, PageStudent student)
    {
        if (!page.Attendance.TryGetValue((lesson.Id, student.Id), out var now))
            return cell;
        if (now.Value.Code is not { } fact)
            return cell with { AbsenceVersion = now.Version };

        var reason = page.Reasons.GetValueOrDefault((lesson.Id, student.Id))?.Value?.Code;
        var text = TypedAttendance.Text(now.Value, page.Rules.Codes);
        var shown = reason is { } why && why != fact ? TypedAttendance.Text(new AttendanceValue(why, null), page.Rules.Codes) : text;
        return cell with
        {
            Absence = shown,
            Fact = shown == text ? null : text,
            Kind = page.Rules.Codes.FirstOrDefault(code => code.Id == (reason ?? fact))?.Kind,
            AbsenceVersion = now.Version,
        };
    }
}
