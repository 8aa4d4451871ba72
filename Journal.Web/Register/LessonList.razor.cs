using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Register;

/// <summary>A lesson on the right leaf. Closed says why its record may not be written.</summary>
public sealed record LessonLine(Lesson Lesson, long Version, bool Twice, bool StartsWeek, bool IsToday, bool IsAhead, Refusal? Closed);

/// <summary>The right leaf of the spread: what was taught and set, lesson by lesson.</summary>
public sealed partial class LessonList
{
    private IReadOnlyList<LessonLine> _lines = [];
    private IReadOnlyList<LessonLine> _drawn = [];

    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    protected override void OnParametersSet()
    {
        var twice = View.Lessons.GroupBy(lesson => lesson.Date).Where(day => day.Count() > 1).Select(day => day.Key).ToHashSet();
        DateOnly? week = null;
        _lines = [.. View.Lessons.Select(lesson => Line(lesson, twice.Contains(lesson.Date), ref week))];
    }

    // Marks come by the second; lessons are written once an hour.
    protected override bool ShouldRender() => !_lines.SequenceEqual(_drawn);

    private static bool Missed(LessonLine line) => line.Lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved;

    private static string? Homework(LessonLine line) =>
        Missed(line) ? Words.StatusCancelled
        : line.Lesson.Homework == "" ? Words.HomeworkNone
        : line.Lesson.Homework;

    private static string Date(LessonLine line) =>
        line.Lesson.Date.ToString("dd.MM", CultureInfo.InvariantCulture)
        + (line.Twice ? string.Create(CultureInfo.CurrentCulture, $" · {line.Lesson.Number}") : "");

    private static string? Class(LessonLine line) =>
        (line.StartsWeek ? "wk " : "")
        + (
            line.IsToday ? "now"
            : line.IsAhead ? "plan"
            : ""
        );

    private LessonLine Line(Lesson lesson, bool twice, ref DateOnly? week)
    {
        var monday = SchoolCalendar.MondayOf(lesson.Date);
        var starts = week is not null && week != monday;
        week = monday;
        return new LessonLine(
            lesson,
            View.Page.RecordOf(lesson.Id).Version,
            twice,
            starts,
            lesson.Date == View.Today,
            lesson.Date > View.Today,
            View.Page.MayRecord(lesson, View.Today)
        );
    }
}
