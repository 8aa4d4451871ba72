using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Journal.Core.Import;

namespace Journal.Tests.Import;

/// <summary>Files as teachers bring them, and as nobody should.</summary>
internal static class Sample
{
    private const string Names = "http://schemas.openxmlformats.org";

    public static byte[] Text(string text, Encoding? encoding = null) => (encoding ?? new UTF8Encoding(false)).GetBytes(text);

    public static byte[] Workbook(params object?[][] rows) => Workbook(book => Fill(book.AddWorksheet("Лист1"), rows));

    public static byte[] Workbook(Action<XLWorkbook> fill)
    {
        using var book = new XLWorkbook();
        fill(book);
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    public static void Fill(IXLWorksheet sheet, params object?[][] rows)
    {
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, value) in cells.Index())
            {
                if (value is int number)
                    sheet.Cell(row + 1, column + 1).SetValue(number);
                else if (value is string text)
                    sheet.Cell(row + 1, column + 1).SetValue(text);
            }
        }
    }

    /// <summary>A workbook of one sheet, its XML as given.</summary>
    public static byte[] Raw(string sheet, string? strings = null, Action<ZipArchive>? more = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "xl/workbook.xml",
                $"""<workbook xmlns="{Names}/spreadsheetml/2006/main" xmlns:r="{Names}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            );
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Names}/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"""
            );
            Add(archive, "xl/worksheets/sheet1.xml", sheet);
            if (strings is not null)
                Add(archive, "xl/sharedStrings.xml", strings);
            more?.Invoke(archive);
        }

        return stream.ToArray();
    }

    public static string Sheet(string rows) =>
        $"""<worksheet xmlns="{Names}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""";

    public static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = new StreamWriter(archive.CreateEntry(name).Open());
        entry.Write(text);
    }

    public static PlanPart Part(byte[] file) => Assert.Single(Run(file).Parts);

    public static PlanDryRun Run(byte[] file)
    {
        var read = PlanImport.Read(file);
        Assert.Null(read.Refusal);
        return read.Value!;
    }
}
