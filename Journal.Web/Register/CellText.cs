using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Web.Texts;

namespace Journal.Web.Register;

/// <summary>How a cell looks and what a screen reader adds to it.</summary>
internal static class CellText
{
    public static string? Class(GridCell cell, GridColumn column, DateOnly today)
    {
        if (ReferenceEquals(cell, GridCell.Empty))
            return ColumnText.Class(column);

        string?[] parts =
        [
            ColumnText.Class(column),
            cell.Outside ? "off" : null,
            cell.Level == MarkLevel.Unsatisfactory ? "bad" : null,
            cell.Comment is null ? null : "note",
            cell is { Due: true, Mark.Length: 1 } ? "dot" : null,
            cell.DueBy < today ? "late" : null,
        ];
        return parts.Any(part => part is not null) ? string.Join(' ', parts.OfType<string>()) : null;
    }

    /// <summary>Of a make-up: its protocol, or that there is none.</summary>
    public static string? Title(GridCell cell) => cell.MakeUp is { } known ? MakeUpText.Of(known) : null;

    /// <summary>For the script: empty where the protocol is missing.</summary>
    public static string? Protocol(GridCell cell) =>
        cell.MakeUp is not { } known ? null
        : known.Value is null ? ""
        : Version(known.Version);

    public static string Absence(GridCell cell) => cell.Kind == AbsenceKind.Unknown ? "abs un" : "abs";

    public static string? Version(long version) => version == 0 ? null : version.ToString(CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    public static string Average(Fraction average) => average.Rounded(2).ToString("0.00", CultureInfo.CurrentCulture);

    public static string? Count(int marks) => marks == 0 ? null : marks.ToString(CultureInfo.CurrentCulture);

    /// <summary>What the eye sees by shape, in words; null when there is nothing to add.</summary>
    public static string? Aside(GridCell cell)
    {
        string?[] parts =
        [
            cell.Outside ? Words.CellOutside : null,
            cell.MakeUp is not null ? Title(cell)
            : cell is { Absence.Length: > 0, Mark.Length: > 0 } ? Words.CellMadeUp
            : null,
            cell.Due ? Words.CellDue : null,
            cell.Comment is null ? null : Words.CellCommented,
        ];
        return parts.Any(part => part is not null) ? ", " + string.Join(", ", parts.OfType<string>()) : null;
    }
}
