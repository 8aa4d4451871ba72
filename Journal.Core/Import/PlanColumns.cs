using System.Collections.Immutable;
using System.Text;

namespace Journal.Core.Import;

/// <summary>Which column of a file is which part of a plan, by the words of its heading row, Russian or English.</summary>
internal sealed record PlanColumns
{
    /// <summary>So many rows may stand above the headings: title, school, class, approval.</summary>
    public const int MostRowsAbove = 60;

    public int? Number { get; private init; }

    public int? Section { get; private init; }

    public int? Topic { get; private init; }

    public int? Hours { get; private init; }

    public int? Homework { get; private init; }

    public int? Work { get; private init; }

    /// <summary>Hours of control works and of practical works among the hours.</summary>
    public int? Control { get; private init; }

    public int? Practice { get; private init; }

    /// <summary>What tells several plans of one file apart: subject, class, variant.</summary>
    public ImmutableArray<int> Parts { get; private init; } = [];

    /// <summary>Headings whose columns a plan has no place for.</summary>
    public ImmutableArray<string> Ignored { get; private init; } = [];

    public int Known =>
        new[] { Number, Section, Topic, Hours, Homework, Work, Control, Practice }.Count(column => column is not null) + Parts.Length;

    /// <summary>What was found, with the words it was found by.</summary>
    public IEnumerable<PlanColumn> Found(TableRow headings)
    {
        (PlanField Field, int? Column)[] found =
        [
            (PlanField.Number, Number),
            (PlanField.Section, Section),
            (PlanField.Topic, Topic),
            (PlanField.Hours, Hours),
            (PlanField.Homework, Homework),
            (PlanField.Work, Work),
            (PlanField.ControlHours, Control),
            (PlanField.PracticeHours, Practice),
            .. Parts.Select(column => (PlanField.Part, (int?)column)),
        ];
        return found.Where(one => one.Column is not null).Select(one => new PlanColumn(one.Field, headings[one.Column].Trim()));
    }

    /// <summary>Null when this is no heading row: one with the topics in it, and something beside them unless it is just that word.</summary>
    public static PlanColumns? In(TableRow row)
    {
        var columns = row.Cells.Index().Aggregate(new PlanColumns(), (known, cell) => known.With(cell.Index, cell.Item));
        if (columns.Topic is null)
            return null;

        return columns.Known > 1 || IsBareHeading(row) ? columns : null;
    }

    /// <summary>Hours are often headed once above three columns: all, control works, practical works.</summary>
    public PlanColumns Below(TableRow row)
    {
        var columns = this;
        foreach (var (column, cell) in row.Cells.Index())
        {
            var words = Words(cell);
            columns =
                words.StartsWith("всего", StringComparison.Ordinal) || words is "total" or "all" ? columns with { Hours = column }
                : Has(words, "контрольн", "control") ? columns with { Control = column }
                : Has(words, "практическ", "лаборатор", "practical") ? columns with { Practice = column }
                : columns;
        }

        return columns;
    }

    private PlanColumns With(int column, string heading)
    {
        var words = Words(heading);
        if (words.Length <= 80 && Number is null && IsNumber(heading, words))
            return this with { Number = column };
        if (words.Length is 0 or > 80)
            return this;
        if (Homework is null && (Has(words, "домашн", "homework") || words is "дз" or "д з"))
            return this with { Homework = column };
        if (Topic is null && IsTopic(words))
            return this with { Topic = column };
        // «Тема» and «Тема урока»: the first is what the lessons are parts of.
        if (words is "тема урока" or "lesson topic")
            return this with { Topic = column, Section = Section ?? Topic };
        if (Section is null && Has(words, "раздел", "модуль", "глава", "блок", "section", "unit", "module", "chapter"))
            return this with { Section = column };
        if (Practice is null && Has(words, "практическ", "лаборатор"))
            return this with { Practice = column };
        if (Control is null && Has(words, "контрольных", "контрольные работы"))
            return this with { Control = column };
        if (Hours is null && (Has(words, "час", "hour") || words is "ч" or "кол во ч" or "hrs"))
            return this with { Hours = column };
        if (Work is null && Has(words, "контрол", "вид работы", "вид деятельности на уроке", "kind of work", "assessment", "control"))
            return this with { Work = column };
        if (IsPart(words))
            return this with { Parts = Parts.Add(column) };

        return this with
        {
            Ignored = Ignored.Add(heading.Trim()),
        };
    }

    private static bool IsBareHeading(TableRow row) =>
        row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToArray() is [var only] && Words(only).Split(' ').Length <= 3;

    private static bool IsNumber(string heading, string words) =>
        heading.TrimStart().StartsWith('№')
        || heading.Trim() is "#" or "N" or "n"
        || words is "п п" or "no" or "номер" or "номер урока" or "номер темы" or "lesson number" or "number" or "lesson no" or "урок";

    // «Тематическое планирование» above the table is no heading of a column, «Количество тем» and «Сумма часов тем» are others.
    private static bool IsTopic(string words) =>
        (
            words.Split(' ') is { Length: <= 10 } all
            && all.Any(word => word is "тема" or "темы" or "тем" or "topic" or "topics" or "theme")
            && !Has(words, "час", "сумма", "количество", "кол во", "hour", "number of")
        ) || words is "содержание" or "содержание урока" or "наименование урока" or "название урока" or "title";

    private static bool IsPart(string words) =>
        words is "предмет" or "класс" or "уровень" or "вариант" or "subject" or "grade" or "class" or "level" or "variant"
        || words.StartsWith("вариант ", StringComparison.Ordinal);

    private static bool Has(string words, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (words.StartsWith(beginning, StringComparison.Ordinal) || words.Contains($" {beginning}", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Small letters and digits, one space between words.</summary>
    internal static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Replace('ё', 'е'))
        {
            if (char.IsLetterOrDigit(letter))
                words.Append(letter);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().TrimEnd();
    }
}
