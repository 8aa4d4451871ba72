using System.Collections.Immutable;

namespace Journal.Core.Import;

/// <summary>A file of rows and columns as it was read: text only, nothing evaluated.</summary>
/// <param name="Form">How a text file was understood; null for a workbook, which says so itself.</param>
public sealed record Table(ImmutableArray<TableSheet> Sheets, TextForm? Form = null);

/// <summary>What a text file does not say and had to be guessed.</summary>
public sealed record TextForm(string Encoding, char Separator);

/// <param name="Name">Of the workbook's sheet; text files have one without a name.</param>
public sealed record TableSheet(string Name, ImmutableArray<TableRow> Rows);

/// <param name="Number">As the person sees it in the file, from 1. Rows without anything in them are left out.</param>
/// <param name="HasFormula">Some of it is what a formula said when the file was saved.</param>
public sealed record TableRow(int Number, ImmutableArray<string> Cells, bool HasFormula)
{
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    public string this[int? column] => column is { } known ? this[known] : "";
}

/// <summary>What is still taken to be a table that somebody filled in.</summary>
public static class TableLimits
{
    public const int MostMegabytes = 8;
    public const int MostUnpackedMegabytes = 48;
    public const int MostRows = 20_000;
    public const int MostColumns = 200;
    public const int MostSheets = 60;
    public const int LongestCell = 32_767;
}
