using System.Globalization;
using Journal.Web.Texts;

namespace Journal.Web.Register;

/// <summary>A column in words and signs, in the reader's language.</summary>
internal static class ColumnText
{
    // From this weight on, × 100, a work is drawn heavy.
    private const int Heavy = 400;

    public static string? Class(GridColumn column) =>
        (column.StartsWeek, column.IsToday) switch
        {
            (true, true) => "wk today",
            (true, false) => "wk",
            (false, true) => "today",
            _ => null,
        };

    public static string? Shape(GridColumn column) =>
        column.Type is not { Sign.Length: > 0 } || column.Work is not { } work ? "w none"
        : work.Weight >= Heavy ? "w k"
        : "w s";

    public static string? Sign(GridColumn column) => column.Type?.Sign;

    public static string? Weight(GridColumn column) => column.Work is { Weight: not 100 } work ? Number(work.Weight) : null;

    /// <summary>«контрольная работа, вес 5: Многочлены».</summary>
    public static string Kind(GridColumn column)
    {
        if (column.Work is not { } work)
            return Words.GridNoMarks;

        var kind = Phrase.With(Words.GridWork, column.Type?.Name ?? "", Number(work.Weight));
        var named = work.Title is null ? kind : $"{kind}: {work.Title}";
        return work.Shown ? named : $"{named} ({Words.GridHidden})";
    }

    /// <summary>The whole: the day, the lesson's number, the work.</summary>
    public static string Says(GridColumn column)
    {
        var day = column.Lesson.Date.ToString("ddd d MMMM", CultureInfo.CurrentCulture);
        return $"{Phrase.With(Words.GridLesson, day, column.Lesson.Number)} · {Kind(column)}";
    }

    public static string Short(GridColumn column) =>
        $"{column.Lesson.Date.ToString("d MMM", CultureInfo.CurrentCulture)} · {column.Type?.Name ?? Words.GridNoMarks}";

    public static string? Closed(GridColumn column) => column.Closed is { } refusal ? RefusalText.For(refusal) : null;

    private static string Number(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);
}
