using ClosedXML.Excel;
using Journal.Core.Lessons;

namespace Journal.Core.Import;

/// <summary>The plan of a course as a workbook: to be filled in, or to be kept. What it says is read again as it was.</summary>
public static class PlanWorkbook
{
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
        var sheet = WorkbookPaper.Sheet(book, "План", title, Columns);
        for (var place = 0; place < plan.Topics.Length; place++)
            Write(sheet, place, plan.Topics[place]);
        WorkbookPaper.Frame(sheet, plan.Topics.Length + RowsToFill, Columns.Length);
        var advice = book.AddWorksheet("Как заполнить");
        advice.Column(1).Width = 110;
        for (var line = 0; line < Advice.Length; line++)
            advice.Cell(line + 1, 1).SetValue(Advice[line]);

        return WorkbookPaper.Bytes(book);
    }

    /// <summary>The plan with its dates.</summary>
    public static byte[] Export(string title, PlanCalendar calendar)
    {
        using var book = new XLWorkbook();
        (string, double)[] columns = [.. Columns, .. Dates];
        var sheet = WorkbookPaper.Sheet(book, "План", title, columns);
        foreach (var line in calendar.Lines)
        {
            Write(sheet, line.Number - 1, line.Topic);
            var row = WorkbookPaper.HeadingRow + line.Number;
            sheet.Cell(row, Columns.Length + 1).SetValue(Days(line.Planned));
            sheet.Cell(row, Columns.Length + 2).SetValue(Days(line.Lessons.Where(IsGiven).Select(lesson => lesson.Lesson.Date)));
        }

        WorkbookPaper.Frame(sheet, calendar.Lines.Length, columns.Length);
        return WorkbookPaper.Bytes(book);
    }

    private static bool IsGiven(BoundLesson lesson) => lesson.Place is LessonPlace.Given;

    private static string Days(IEnumerable<DateOnly> days) =>
        string.Join(", ", days.Select(day => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)));

    private static void Write(IXLWorksheet sheet, int place, PlanTopic topic)
    {
        var row = WorkbookPaper.HeadingRow + 1 + place;
        sheet.Cell(row, 1).SetValue(place + 1);
        WorkbookPaper.Text(sheet.Cell(row, 2), topic.Section);
        WorkbookPaper.Text(sheet.Cell(row, 3), topic.Topic);
        sheet.Cell(row, 4).SetValue(topic.Hours);
        WorkbookPaper.Text(sheet.Cell(row, 5), topic.Homework);
        WorkbookPaper.Text(sheet.Cell(row, 6), topic.Work);
    }
}
