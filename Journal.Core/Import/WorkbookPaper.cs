using ClosedXML.Excel;

namespace Journal.Core.Import;

/// <summary>How our workbooks look: a title, headings that stay and are repeated, A4 on its side, no formula.</summary>
internal static class WorkbookPaper
{
    public const int HeadingRow = 3;

    public static IXLWorksheet Sheet(XLWorkbook book, string name, string title, IReadOnlyList<(string Heading, double Width)> columns)
    {
        var sheet = book.AddWorksheet(name);
        sheet.Cell(1, 1).SetValue(Formulas.Disarm(title));
        sheet.Cell(1, 1).Style.Font.Bold = true;
        for (var column = 0; column < columns.Count; column++)
        {
            var cell = sheet.Cell(HeadingRow, column + 1);
            cell.SetValue(columns[column].Heading);
            cell.Style.Font.Bold = true;
            sheet.Column(column + 1).Width = columns[column].Width;
        }

        sheet.SheetView.FreezeRows(HeadingRow);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(HeadingRow, HeadingRow);
        return sheet;
    }

    public static void Text(IXLCell cell, string? text)
    {
        if (text is not null)
            cell.SetValue(Formulas.Disarm(text));
    }

    public static void Frame(IXLWorksheet sheet, int rows, int columns)
    {
        var range = sheet.Range(HeadingRow, 1, HeadingRow + rows, columns);
        range.Style.Border.InsideBorder = XLBorderStyleValues.Hair;
        range.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        range.Style.Alignment.WrapText = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }

    public static byte[] Bytes(XLWorkbook book)
    {
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }
}
