using ClosedXML.Excel;
using Journal.Core.Lessons;

namespace Journal.Core.Import;

/// <summary>The plan of a course as a workbook: to be filled in, or to be kept. What it says is read again as it was.</summary>
public static class PlanWorkbook
{
    private const int HeadingRow = 3;
    private const int RowsToFill = 40;

    private static readonly (string Heading, double Width)[] Columns =
    [
        ("№", 6),
        ("Раздел", 28),
        ("Тема урока", 60),
        ("Часов", 8),
        ("Домашнее задание", 36),
        ("Вид работы", 22),
    ];

    private static readonly (string Heading, double Width)[] Dates = [("Дата по плану", 16), ("Дата фактически", 16)];

    private static readonly string[] Advice =
    [
        "Одна строка — одна тема. Номер можно не ставить: порядок тем — порядок строк.",
        "Обязательна только тема. Пустое число часов считается одним часом.",
        "Раздел пишется у первой темы раздела или отдельной строкой без часов.",
        "Вид работы нужен для контрольных, практических и других работ; у обычного урока он пуст.",
        "Столбцы можно переставлять и удалять, их узнают по заголовкам. Формулы не вычисляются.",
    ];

    /// <summary>What the course has already, and room below it.</summary>
    /// <param name="title">Subject and class, as the page of the journal is called.</param>
    public static byte[] Template(string title, LessonPlan plan)
    {
        using var book = new XLWorkbook();
        var sheet = Sheet(book, title, Columns);
        for (var place = 0; place < plan.Topics.Length; place++)
            Write(sheet, place, plan.Topics[place]);
        Frame(sheet, plan.Topics.Length + RowsToFill, Columns.Length);
        var advice = book.AddWorksheet("Как заполнить");
        advice.Column(1).Width = 110;
        for (var line = 0; line < Advice.Length; line++)
            advice.Cell(line + 1, 1).SetValue(Advice[line]);

        return Bytes(book);
    }

    /// <summary>The plan with its dates.</summary>
    public static byte[] Export(string title, PlanCalendar calendar)
    {
        using var book = new XLWorkbook();
        (string, double)[] columns = [.. Columns, .. Dates];
        var sheet = Sheet(book, title, columns);
        foreach (var line in calendar.Lines)
        {
            Write(sheet, line.Number - 1, line.Topic);
            var row = HeadingRow + line.Number;
            sheet.Cell(row, Columns.Length + 1).SetValue(Days(line.Planned));
            sheet.Cell(row, Columns.Length + 2).SetValue(Days(line.Lessons.Where(IsGiven).Select(lesson => lesson.Lesson.Date)));
        }

        Frame(sheet, calendar.Lines.Length, columns.Length);
        return Bytes(book);
    }

    private static bool IsGiven(BoundLesson lesson) => lesson.Place is LessonPlace.Given;

    private static string Days(IEnumerable<DateOnly> days) =>
        string.Join(", ", days.Select(day => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)));

    private static IXLWorksheet Sheet(XLWorkbook book, string title, (string Heading, double Width)[] columns)
    {
        var sheet = book.AddWorksheet("План");
        sheet.Cell(1, 1).SetValue(Formulas.Disarm(title));
        sheet.Cell(1, 1).Style.Font.Bold = true;
        for (var column = 0; column < columns.Length; column++)
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

    private static void Write(IXLWorksheet sheet, int place, PlanTopic topic)
    {
        var row = HeadingRow + 1 + place;
        sheet.Cell(row, 1).SetValue(place + 1);
        Text(sheet.Cell(row, 2), topic.Section);
        Text(sheet.Cell(row, 3), topic.Topic);
        sheet.Cell(row, 4).SetValue(topic.Hours);
        Text(sheet.Cell(row, 5), topic.Homework);
        Text(sheet.Cell(row, 6), topic.Work);
    }

    private static void Text(IXLCell cell, string? text)
    {
        if (text is not null)
            cell.SetValue(Formulas.Disarm(text));
    }

    private static void Frame(IXLWorksheet sheet, int rows, int columns)
    {
        var range = sheet.Range(HeadingRow, 1, HeadingRow + rows, columns);
        range.Style.Border.InsideBorder = XLBorderStyleValues.Hair;
        range.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        range.Style.Alignment.WrapText = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }

    private static byte[] Bytes(XLWorkbook book)
    {
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }
}
