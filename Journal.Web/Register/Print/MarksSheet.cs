using System.Collections.Immutable;
using System.Globalization;

namespace Journal.Web.Register.Print;

/// <summary>A column of the left page, with its place in the cells of a row and the width it asks for.</summary>
public sealed record PrintColumn(GridColumn Grid, int Place, double Width);

/// <summary>A student's line on paper.</summary>
public sealed record PrintRow(int Number, string Name, ImmutableArray<PrintCell> Cells, string Carried, string Average)
{
    internal double Height(double least)
    {
        var name = TextFit.Lines(Name, Paper.Name - 2.5, 8.5);
        return Math.Max(Paper.RowHeight(least, name, 3.35), Paper.RowHeight(least, TextFit.Lines(Carried, Paper.Carried - 2, 7.5), 3));
    }
}

/// <summary>A left page: some students and some columns, marks carried on the first of a row of sheets and results on the last.</summary>
public sealed record MarksSheet(
    ImmutableArray<PrintColumn> Columns,
    ImmutableArray<PrintRow> Rows,
    bool HasCarried,
    bool HasResults,
    bool IsClose,
    bool IsNarrow
)
{
    internal static ImmutableArray<MarksSheet> Of(GridView view, ImmutableArray<PrintRow> rows, double room)
    {
        var isClose = !Fits(rows, Paper.Row, room) && Fits(rows, Paper.CloseRow, room);
        var people = isClose ? [rows] : Cutting.Fill(rows, row => row.Height(Paper.Row), room);
        var width = Paper.Width - Paper.Number - Paper.Name - Paper.Results - (view.HasCarried ? Paper.Carried : 0);
        var lessons = Lessons(view, rows);
        var spans = Cutting.Share(lessons, lesson => lesson.Sum(column => column.Width), width);
        // A page without lessons or students is a sheet, too.
        spans = spans.IsEmpty
            ?
            [
                [],
            ]
            : spans;
        people = people.IsEmpty
            ?
            [
                [],
            ]
            : people;
        return
        [
            .. spans.SelectMany(
                (span, i) =>
                    people.Select(some => new MarksSheet(
                        [.. span.SelectMany(lesson => lesson)],
                        some,
                        view.HasCarried && i == 0,
                        HasResults: i == spans.Length - 1,
                        isClose,
                        IsNarrow: span.Sum(lesson => lesson.Sum(column => Math.Max(column.Width, Paper.WideColumn))) < width
                    ))
            ),
        ];
    }

    /// <summary>The class that gives a column its width: the ordinary ones share what is left, unless they are so few that they would gape.</summary>
    public string? WidthClass(PrintColumn column)
    {
        var width = IsNarrow ? Math.Max(column.Width, Paper.WideColumn) : column.Width;
        return width > Paper.Column ? string.Create(CultureInfo.InvariantCulture, $"w{width}") : null;
    }

    // The works of a lesson stay together.
    private static ImmutableArray<PrintColumn[]> Lessons(GridView view, ImmutableArray<PrintRow> rows) =>
        [
            .. view
                .Columns.Select((column, i) => new PrintColumn(column, i, Width(rows, i)))
                .GroupBy(column => column.Grid.Lesson.Id)
                .Select(lesson => lesson.ToArray()),
        ];

    private static double Width(ImmutableArray<PrintRow> rows, int place)
    {
        var widest = rows.Select(row => row.Cells[place].Width).DefaultIfEmpty().Max();
        return widest <= Paper.Column ? Paper.Column : Math.Min(Paper.WidestColumn, 2 * Math.Ceiling(widest / 2));
    }

    private static bool Fits(ImmutableArray<PrintRow> rows, double least, double room) => rows.Sum(row => row.Height(least)) <= room;
}
