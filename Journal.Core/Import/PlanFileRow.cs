using System.Globalization;
using System.Text.RegularExpressions;

namespace Journal.Core.Import;

/// <summary>A row of the file by the columns of a plan, and what kind of row that makes it.</summary>
internal sealed partial class PlanFileRow(TableRow row, PlanColumns columns)
{
    public int Row => row.Number;

    public bool HasFormula => row.HasFormula;

    public string NumberText { get; } = Line(row[columns.Number]);

    public string Section { get; } = Line(row[columns.Section]);

    public string Topic { get; } = Line(row[columns.Topic]);

    public string HoursText { get; } = Line(row[columns.Hours]);

    public string Homework { get; } = Formulas.Restore(row[columns.Homework].Trim());

    public string Work { get; } = WorkOf(row, columns);

    public (int First, int Last)? Number => RangeOf(NumberText);

    public bool IsCounted => NumberText.Length > 0 || HoursText.Length > 0;

    /// <summary>«Итого», «Всего по разделу», «Общее количество часов по программе».</summary>
    public bool IsTotal => TotalWords().IsMatch(First);

    public bool IsTotalOfSection => IsTotal && First.Contains("раздел", StringComparison.OrdinalIgnoreCase);

    /// <summary>The hours that a row of totals says.</summary>
    public int? Total =>
        Whole(HoursText)
        ?? row.Cells.Select(Line).Select(Whole).FirstOrDefault(number => number is not null)
        // «Итого: 68 часов»; of «Итого по разделу 2» the number is the section's.
        ?? (IsTotalOfSection ? null : LastNumber(First));

    /// <summary>The heading of a section across the table: nothing is counted in it, or it says so itself.</summary>
    /// <param name="areNumbered">Whether the topics of this plan have numbers.</param>
    /// <param name="areCounted">Whether they have numbers or hours.</param>
    public string? AsSection(bool areNumbered, bool areCounted)
    {
        if (Topic.Length == 0)
            return IsTopicWithoutWords ? null : FirstText(NumberText, Section);
        if (NumberText.Length == 0 && (areNumbered || HoursText.Length == 0) && SectionWords().IsMatch(Topic))
            return Topic;

        return areCounted && !IsCounted && Homework.Length == 0 && Work.Length == 0 && Section.Length == 0 ? Topic : null;
    }

    /// <summary>Hours as a whole number; «2 ч.» is two.</summary>
    public static int? Whole(string text)
    {
        var found = HoursNumber().Match(text);
        return found.Success && int.TryParse(found.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>A total that slipped into the last topic when the document was cut into a table.</summary>
    public static int? TotalIn(string topic)
    {
        var found = TotalInTopic().Match(topic);
        return found.Success ? int.Parse(found.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private bool IsTopicWithoutWords => HoursText.Length > 0 && (Section.Length == 0 || Number is not null);

    private string First => row.Cells.Select(Line).FirstOrDefault(cell => cell.Length > 0) ?? "";

    private static string? FirstText(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Any(char.IsLetter))
                return text;
        }

        return null;
    }

    private static string WorkOf(TableRow row, PlanColumns columns) =>
        Line(row[columns.Work]) is { Length: > 0 } said ? said
        : Whole(Line(row[columns.Control])) > 0 ? "Контрольная работа"
        : Whole(Line(row[columns.Practice])) > 0 ? "Практическая работа"
        : "";

    private static (int, int)? RangeOf(string text)
    {
        var found = Numbers().Match(text);
        if (!found.Success)
            return null;

        var first = int.Parse(found.Groups["a"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return found.Groups["b"].Success
            ? (first, int.Parse(found.Groups["b"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
            : (first, first);
    }

    private static int? LastNumber(string text)
    {
        var found = AnyNumber().Matches(text);
        return found.Count == 0 ? null : int.Parse(found[^1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // A line break inside a cell is how it was typed, not what it says.
    private static string Line(string cell) =>
        Formulas.Restore(string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Trim();

    [GeneratedRegex(
        @"^(итого\b|всего\b|общее количество|total\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex TotalWords();

    [GeneratedRegex(
        @"^(раздел|модуль|глава|section|module|chapter|unit)\s*([\dIVXLC]+|$|[.:«""])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex SectionWords();

    [GeneratedRegex(
        @"^(?<n>\d{1,4})([.,]0+)?\s*(ч(ас(а|ов)?)?\.?|h|hours?)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HoursNumber();

    [GeneratedRegex(@"^(?<a>\d{1,4})(\s*[-–—,]\s*(?<b>\d{1,4}))?[.)]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(
        @"общее количество (часов|уроков)[^:]{0,60}:\s*(?<n>\d{1,4})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex TotalInTopic();
}
