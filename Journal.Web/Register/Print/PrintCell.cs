using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;

namespace Journal.Web.Register.Print;

/// <summary>What stands in a cell on paper: a mark, the letter of an absence, both (made up later), or hatching. No comment, no due mark.</summary>
public sealed record PrintCell(string Mark, string Absence, bool Outside)
{
    private static readonly PrintCell Empty = new("", "", Outside: false);

    public bool IsMadeUp => Mark.Length > 0 && Absence.Length > 0;

    internal double Width => TextFit.Width(Mark, 9) + TextFit.Width(Absence, IsMadeUp ? 6.5 : 9) + 0.3;

    internal static PrintCell Of(JournalPage page, GridColumn column, StudentId student, GridCell cell)
    {
        if (cell.Outside)
            return Empty with { Outside = true };

        var mark = column.Work is { } work ? MarkText(page.MarkAt(work.Id, student).Value, page) : "";
        var absence = column.ShowsAbsence ? AbsenceText(page, column.Lesson, student) : "";
        return mark.Length + absence.Length == 0 ? Empty : new PrintCell(mark, absence, Outside: false);
    }

    /// <summary>That a work is still waited for is beside the mark, and stays out of the paper.</summary>
    internal static string MarkText(CellValue value, JournalPage page) => TypedMark.Text(value with { Due = false }, page.Rules.Scale);

    // As the school prints it: that somebody came late is left out by the usual codes.
    private static string AbsenceText(JournalPage page, Lesson lesson, StudentId student)
    {
        if (page.AttendanceAt(lesson.Id, student).Value.Code is not { } fact)
            return "";

        var shown = page.Reasons.GetValueOrDefault((lesson.Id, student))?.Value?.Code ?? fact;
        return page.Rules.Codes.FirstOrDefault(code => code.Id == shown)?.PrintAs ?? "";
    }
}
