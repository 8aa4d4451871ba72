using ClosedXML.Excel;

namespace Journal.Core.Import;

/// <summary>A paper that is one table of text, as a workbook; its words come from whoever asks for it.</summary>
public static class TextWorkbook
{
    /// <summary>Excel allows no more in the name of a sheet.</summary>
    private const int LongestName = 31;

    public static byte[] Of(
        string name,
        string title,
        IReadOnlyList<(string Heading, double Width)> columns,
        IReadOnlyList<IReadOnlyList<string>> rows
    )
    {
        using var book = new XLWorkbook();
        var sheet = WorkbookPaper.Sheet(book, name.Length > LongestName ? name[..LongestName] : name, title, columns);
        foreach (var (place, row) in rows.Index())
        foreach (var (column, text) in row.Index())
            WorkbookPaper.Text(sheet.Cell(WorkbookPaper.HeadingRow + 1 + place, column + 1), text);

        WorkbookPaper.Frame(sheet, rows.Count, columns.Count);
        return WorkbookPaper.Bytes(book);
    }
}
