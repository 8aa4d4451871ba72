using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Lessons;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Register;

/// <summary>The right leaf of the spread: what was taught and set, lesson by lesson.</summary>
public sealed partial class LessonList
{
    private ImmutableArray<LessonLine> _drawn;
    private bool _drawnToEdit;

    [Parameter, EditorRequired]
    public ImmutableArray<LessonLine> Lines { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    // Marks come by the second; lessons are written once an hour.
    protected override bool ShouldRender() => _drawn != Lines || _drawnToEdit != MayEdit;

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
}
