using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Journal.Core.Import;

/// <summary>The rows of one sheet of a workbook.</summary>
internal static class SheetReader
{
    public static ImmutableArray<TableRow> Read(WorkbookParts parts, string place, ImmutableArray<string> strings)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var number = 0;
        using var xml = parts.Open(place);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;
            number = Whole(xml.GetAttribute("r")) ?? number + 1;
            if (Row(xml, number, strings) is not { } row)
                continue;
            if (rows.Count == TableLimits.MostRows)
                throw new FileStopped(new FileHasTooManyRows(TableLimits.MostRows));
            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    // Null when nothing is written in it: a sheet may be painted down to its last row.
    private static TableRow? Row(XmlReader xml, int number, ImmutableArray<string> strings)
    {
        if (xml.IsEmptyElement)
            return null;

        var (cells, formulas, column, depth) = (new List<string>(), false, -1, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            var (text, formula) = Cell(xml, strings);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (column >= TableLimits.MostColumns)
                throw new FileStopped(new FileHasTooManyColumns(TableLimits.MostColumns));
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = text;
            formulas |= formula;
        }

        return cells.Count == 0 ? null : new(number, [.. cells], formulas);
    }

    private static (string Text, bool Formula) Cell(XmlReader xml, ImmutableArray<string> strings)
    {
        var (type, text, formula, depth) = (xml.GetAttribute("t"), "", false, xml.Depth);
        if (xml.IsEmptyElement)
            return ("", false);

        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "f":
                    formula = true;
                    RichText.Plain(xml);
                    break;
                case "v":
                    text = RichText.Plain(xml);
                    break;
                case "is":
                    text = RichText.Read(xml);
                    break;
            }
        }

        return (Said(type, text, strings), formula);
    }

    private static string Said(string? type, string text, ImmutableArray<string> strings) =>
        type switch
        {
            "s" => Whole(text) is { } index && index < strings.Length ? strings[index] : "",
            // An error of a formula is nothing anybody wrote.
            "e" => "",
            null or "n" => Number(text),
            _ => text,
        };

    // 2 may be kept as 2.0000000000000004.
    private static string Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : text;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // «AB12» is column 27 from 0.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > TableLimits.MostColumns * 26)
                break;
            column = column * 26 + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
