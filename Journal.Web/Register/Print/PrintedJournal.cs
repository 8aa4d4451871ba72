using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Web.Register.Print;

/// <summary>A page of the journal cut into sheets of paper: first the left pages, then the right ones.</summary>
public sealed record PrintedJournal(
    PrintFrame Frame,
    string MarksLegend,
    string LessonsLegend,
    ImmutableArray<MarksSheet> Marks,
    ImmutableArray<LessonsSheet> Lessons
)
{
    public int Sheets => Marks.Length + Lessons.Length;

    /// <param name="by">Who prints.</param>
    /// <param name="at">When, by the school's clocks.</param>
    public static PrintedJournal Of(GridView view, PersonId by, DateTimeOffset at)
    {
        ImmutableArray<PrintRow> rows = [.. view.Rows.Select(row => Row(view, row))];
        var frame = PrintText.Frame(view, PrintText.Printed(view, by, at, PrintSum.Of(view, rows)));
        var (marks, lessons) = (PrintText.MarksLegend(view, rows), PrintText.LessonsLegend(view));
        return new PrintedJournal(
            frame,
            marks,
            lessons,
            MarksSheet.Of(view, rows, Paper.Room(frame, marks, Paper.MarksHead)),
            LessonsSheet.Of(PrintLesson.Of(view), Paper.Room(frame, lessons, Paper.LessonsHead))
        );
    }

    private static PrintRow Row(GridView view, GridRow row) =>
        new(
            row.Number,
            $"{row.Family} {row.Given}",
            [.. row.Cells.Select((cell, i) => PrintCell.Of(view.Page, view.Columns[i], row.Student, cell))],
            string.Join(' ', row.Carried.Select(mark => PrintCell.MarkText(mark.Value, view.Page)).Where(mark => mark.Length > 0)),
            row.Average is { } average ? CellText.Average(average) : ""
        );
}
