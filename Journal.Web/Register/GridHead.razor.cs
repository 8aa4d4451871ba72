using System.Globalization;
using Journal.Core.Lessons;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Register;

/// <summary>Months, dates and works over the grid; drawn again only when the columns are others.</summary>
public sealed partial class GridHead
{
    private IReadOnlyList<Month> _months = [];
    private IReadOnlyList<LessonDay> _lessons = [];
    private object? _drawn;

    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    protected override void OnParametersSet()
    {
        if (!ShouldRender())
            return;

        var lessons = View
            .Columns.GroupBy(column => column.Lesson.Id)
            .Select(all => (all.First().Lesson, Columns: all.ToArray()))
            .ToArray();
        _months =
        [
            .. lessons
                .GroupBy(one => (one.Lesson.Date.Year, one.Lesson.Date.Month))
                .Select((all, i) => new Month(Name(all.First().Lesson.Date), all.Sum(one => one.Columns.Length), i == 0)),
        ];
        var twice = lessons.GroupBy(one => one.Lesson.Date).Where(all => all.Count() > 1).Select(all => all.Key).ToHashSet();
        _lessons = [.. lessons.Select(one => Lesson(one.Lesson, one.Columns, twice.Contains(one.Lesson.Date)))];
    }

    protected override bool ShouldRender() => _drawn is null || !View.Columns.Equals(_drawn);

    private static string Name(DateOnly date)
    {
        var name = date.ToString("MMMM", CultureInfo.CurrentCulture);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    private static LessonDay Lesson(Lesson lesson, GridColumn[] columns, bool twice)
    {
        var weekday = lesson.Date.ToString("ddd", CultureInfo.CurrentCulture);
        return new LessonDay(
            lesson.Date.Day,
            twice ? string.Create(CultureInfo.CurrentCulture, $"{weekday} {lesson.Number}") : weekday,
            columns.Length,
            ColumnText.Class(columns[0])
        );
    }

    private sealed record Month(string Name, int Columns, bool First);

    private sealed record LessonDay(int Day, string Weekday, int Columns, string? Class);
}
