using Journal.Core.People;
using Journal.Core.Register;
using Journal.Tests.Support;
using Journal.Web.Register.Print;

namespace Journal.Tests.Register.Print;

/// <summary>Large and small pages cut into sheets: everything is printed once, and no sheet is fuller than paper.</summary>
public sealed class SheetsTests : IAsyncDisposable
{
    private readonly PaperSchool _paper = new();

    public SheetsTests() => Language.Is("ru");

    [Theory]
    [InlineData(28, 22, 1, 1)]
    [InlineData(28, 32, 1, 2)]
    [InlineData(31, 22, 1, 1)]
    [InlineData(40, 22, 2, 1)]
    [InlineData(28, 33, 2, 2)]
    [InlineData(40, 48, 4, 3)]
    public async Task As_many_sheets_as_are_needed(int students, int lessons, int marks, int topics)
    {
        var printed = await _paper.Print(new BigCourse(50, students, lessons));

        Assert.Equal((marks, topics, marks + topics), (printed.Marks.Length, printed.Lessons.Length, printed.Sheets));
        Full(printed, students, lessons);
    }

    [Fact]
    public async Task A_class_of_thirty_is_set_closer_and_one_of_twenty_eight_is_not()
    {
        Assert.False(Assert.Single((await _paper.Print(new BigCourse(50, 28, 22))).Marks).IsClose);
        Assert.True(Assert.Single((await _paper.Print(new BigCourse(51, 30, 22))).Marks).IsClose);
        Assert.All((await _paper.Print(new BigCourse(52, 40, 22))).Marks, sheet => Assert.False(sheet.IsClose));
    }

    [Fact]
    public async Task Sixty_columns_of_two_marks_and_forty_students_go_over_several_sheets()
    {
        var course = new BigCourse(50, 40, 20) { WorksOfLesson = 3, Mark = CellValue.Of(4, 5) };

        var printed = await _paper.Print(course);

        Assert.Equal([30, 30, 30, 30], printed.Marks.Select(sheet => sheet.Columns.Length));
        Assert.Equal([false, false, true, true], printed.Marks.Select(sheet => sheet.HasResults));
        Full(printed, 40, 60);
    }

    [Fact]
    public async Task The_works_of_a_lesson_stay_on_one_sheet()
    {
        var printed = await _paper.Print(new BigCourse(50, 3, 10) { WorksOfLesson = 7 });

        var sheetsOfLesson = printed.Marks.SelectMany((sheet, i) => sheet.Columns.Select(column => (column.Grid.Lesson.Id, i))).Distinct();
        Assert.All(sheetsOfLesson.GroupBy(one => one.Id), lesson => Assert.Single(lesson));
    }

    [Fact]
    public async Task Eight_lessons_on_each_of_six_days_are_all_there_with_their_numbers()
    {
        var printed = await _paper.Print(new BigCourse(50, 5, 48) { LessonsOfDay = 8 });

        var rows = printed.Lessons.SelectMany(sheet => sheet.Rows).ToArray();
        Assert.Equal(Enumerable.Range(1, 48).Select(i => $"{i}"), rows.Select(row => row.Number));
        Assert.Equal("02.11 1, 02.11 2, 02.11 3", string.Join(", ", rows.Take(3).Select(row => $"{row.Date} {row.Period}")));
        Assert.Equal("07.11", rows[^1].Date);
        Full(printed, 5, 48);
    }

    [Fact]
    public async Task The_longest_texts_lose_no_letter_and_go_on_in_the_next_row()
    {
        var (topic, homework) = (Long(JournalPage.LongestTopic), Long(JournalPage.LongestHomework));

        var printed = await _paper.Print(new BigCourse(50, 5, 12) { Topic = topic, Homework = homework });

        var rows = printed.Lessons.SelectMany(sheet => sheet.Rows).ToArray();
        Assert.Equal(12, rows.Count(row => row.Date is not null));
        Assert.Equal(string.Concat(Enumerable.Repeat(homework, 12)), string.Concat(rows.Select(row => row.Homework)));
        Assert.Equal(string.Concat(Enumerable.Repeat(topic, 12)), string.Concat(rows.Select(row => row.Topic)));
        Assert.All(printed.Lessons, sheet => Assert.InRange(sheet.Rows.Sum(row => row.Height), 1, 165));
    }

    [Fact]
    public async Task Namesakes_are_named_in_full_and_long_names_take_the_height_they_need()
    {
        var course = new BigCourse(50, 30, 10) { Card = _ => new PersonCard("Константинопольская", "Александра", "Всеволодовна") };

        var printed = await _paper.Print(course);

        Assert.Equal(2, printed.Marks.Length);
        Assert.All(
            printed.Marks.SelectMany(sheet => sheet.Rows),
            row => Assert.Equal("Константинопольская Александра Всеволодовна", row.Name)
        );
        Full(printed, 30, 10);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public async Task A_page_without_students_or_lessons_is_two_sheets_too(int students, int lessons)
    {
        var printed = await _paper.Print(new BigCourse(50, students, lessons));

        Assert.Equal((1, 1), (printed.Marks.Length, printed.Lessons.Length));
        Full(printed, students, lessons);
    }

    [Fact]
    public async Task A_long_mark_has_a_wider_column_and_ordinary_ones_share_the_rest()
    {
        // «незач/незач».
        var odd = TypedMark.Parse("незач", Core.School.StandardScales.FivePoint).Value!.First!.Value;

        var printed = await _paper.Print(new BigCourse(50, 3, 40) { Mark = CellValue.Of(odd, odd) });

        Assert.All(printed.Marks, sheet => Assert.InRange(sheet.Columns.Sum(column => column.Width), 1, 193));
        Assert.Equal("w22", printed.Marks[0].WidthClass(printed.Marks[0].Columns[0]));
        Full(printed, 3, 40);
    }

    [Fact]
    public async Task A_few_columns_do_not_gape()
    {
        var few = Assert.Single((await _paper.Print(new BigCourse(50, 3, 4))).Marks);
        var many = Assert.Single((await _paper.Print(new BigCourse(51, 3, 24))).Marks);

        Assert.Equal((true, "w10"), (few.IsNarrow, few.WidthClass(few.Columns[0])));
        Assert.Equal((false, null), (many.IsNarrow, many.WidthClass(many.Columns[0])));
    }

    public ValueTask DisposeAsync() => _paper.DisposeAsync();

    private static string Long(int length) =>
        string.Concat(Enumerable.Repeat("Решить задачи № 512, 514 (а, б), повторить параграф. ", 50))[..length];

    // Every student and every column together exactly once, all lessons, and each sheet within its paper.
    private static void Full(PrintedJournal printed, int students, int columns)
    {
        var cells = printed.Marks.SelectMany(sheet =>
            from row in sheet.Rows
            from column in sheet.Columns
            select (row.Number, column.Place)
        );
        var all = Enumerable.Range(1, students).SelectMany(row => Enumerable.Range(0, columns), (row, column) => (row, column));
        Assert.Equal(all.Order(), cells.Order());
        Assert.All(
            printed.Marks,
            sheet => Assert.InRange(sheet.Rows.Sum(row => row.Height(sheet.IsClose ? Paper.CloseRow : Paper.Row)), 0, 157)
        );
        Assert.All(printed.Lessons, sheet => Assert.InRange(sheet.Rows.Sum(row => row.Height), 0, 165));
    }
}
