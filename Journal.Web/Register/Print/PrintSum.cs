using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Journal.Web.Register.Print;

/// <summary>
/// The checksum on paper: the first 16 digits of the SHA-256 over all that is printed, whoever prints it, whenever and in which language. Printed
/// again from an unchanged journal it is the same; one changed mark, name or topic makes it another.
/// </summary>
internal static class PrintSum
{
    private const int Bytes = 8;

    public static string Of(GridView view, ImmutableArray<PrintRow> rows)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Content(view, rows)))[..Bytes]);
        return string.Join(' ', hash.Chunk(4).Select(part => new string(part)));
    }

    private static object Content(GridView view, ImmutableArray<PrintRow> rows)
    {
        var (roster, term) = (view.Roster, view.Roster.Terms[view.Page.Id.Term]);
        return new
        {
            School = roster.Settings.Name,
            Year = roster.Years[roster.Courses[view.Page.Id.Course].Year].Name,
            Group = PageTitleText.Group(view),
            Subject = PageTitleText.Subject(view),
            Teachers = PrintText.Teachers(view),
            Term = new[] { term.Name, Day(term.Starts), Day(term.Ends) },
            Columns = view.Columns.Select(column => new
            {
                Day = Day(column.Lesson.Date),
                column.Lesson.Number,
                column.Type?.Sign,
                column.Work?.Weight,
            }),
            Rows = rows.Select(
                (row, i) =>
                    new
                    {
                        row.Number,
                        row.Name,
                        row.Carried,
                        Cells = row.Cells.Select(cell => new[] { cell.Mark, cell.Absence, cell.Outside ? "x" : "" }),
                        Average = view.Rows[i].Average?.ToString(),
                    }
            ),
            Lessons = view.Page.Shape.Lessons.Select(lesson => new
            {
                Day = Day(lesson.Date),
                lesson.Number,
                Status = lesson.Status.ToString(),
                lesson.Topic,
                lesson.Homework,
                Instead = PrintText.Instead(lesson, view),
            }),
        };
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
