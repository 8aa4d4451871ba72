using System.Collections.Immutable;
using ClosedXML.Excel;
using Journal.Core.Import;
using Journal.Core.Lessons;

namespace Journal.Tests.Import;

public sealed class PlanWorkbookTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private static readonly ImmutableArray<PlanTopic> Topics =
    [
        new("Дроби", 2, "Числа", "§ 1\n№ 5"),
        new("Контрольная работа", 1, "Числа", null, "Контрольная работа"),
        new("-ться и -тся в глаголах", 1),
        new("=HYPERLINK(\"http://evil.example\")", 1, "+7", "ok\n @SUM(1)"),
    ];

    [Fact]
    public void What_was_exported_is_read_again_as_it_was()
    {
        var part = Sample.Part(PlanWorkbook.Export("Алгебра, 7Б", Calendar()));

        Assert.Equal(Topics.AsEnumerable(), part.Topics().AsEnumerable());
        Assert.Empty(part.Findings);
    }

    [Fact]
    public void The_template_has_what_the_course_has_already_and_room_below()
    {
        var file = PlanWorkbook.Template("Алгебра, 7Б", new(Topics, PlanStamp.Never, null));

        Assert.Equal(Topics.AsEnumerable(), Sample.Part(file).Topics().AsEnumerable());
        Assert.Equal(new FileHasNoTopics(), PlanImport.Read(PlanWorkbook.Template("Алгебра, 7Б", LessonPlan.None)).Refusal);
    }

    [Fact]
    public void The_export_says_when_each_topic_was_planned_and_given()
    {
        var sheet = Sheet(PlanWorkbook.Export("Алгебра, 7Б", Calendar()));

        Assert.Equal("07.09.2026, 08.09.2026", sheet.Cell(4, 7).GetString());
        Assert.Equal("07.09.2026", sheet.Cell(4, 8).GetString());
    }

    [Fact]
    public void No_cell_of_an_export_begins_a_formula()
    {
        var sheet = Sheet(PlanWorkbook.Export("=1+1", Calendar()));

        var texts = sheet.CellsUsed().Select(cell => cell.GetString()).ToArray();
        Assert.Contains(texts, text => text.Contains("HYPERLINK"));
        Assert.DoesNotContain(
            texts.SelectMany(text => text.Split('\n')),
            line => line.TrimStart().Length > 0 && "=+-@".Contains(line.TrimStart()[0])
        );
        Assert.DoesNotContain(sheet.CellsUsed(), cell => cell.HasFormula);
    }

    [Theory]
    [InlineData("Дроби", "Дроби")]
    [InlineData("=1", "'=1")]
    [InlineData("  +1", "'  +1")]
    [InlineData("a\n-1\r\n@b", "a\n'-1\r\n'@b")]
    [InlineData("\t1", "'\t1")]
    [InlineData("5 - 3 = 2", "5 - 3 = 2")]
    public void What_could_be_a_formula_is_disarmed_in_every_line_and_restored(string text, string disarmed)
    {
        Assert.Equal(disarmed, Formulas.Disarm(text));
        Assert.Equal(text, Formulas.Restore(disarmed));
    }

    private static PlanCalendar Calendar() =>
        PlanCalendar.Of(
            Topics,
            Enumerable
                .Range(0, 5)
                .Select(i => new CourseLesson(
                    new(i + 1),
                    Monday.AddDays(i),
                    1,
                    i == 0 ? LessonStatus.Held : LessonStatus.Planned,
                    i == 0 ? "Дроби" : null
                )),
            Monday.AddDays(1)
        );

    private static IXLWorksheet Sheet(byte[] file) => new XLWorkbook(new MemoryStream(file)).Worksheet(1);
}
