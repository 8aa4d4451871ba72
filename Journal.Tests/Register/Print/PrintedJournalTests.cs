using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Register;
using Journal.Web.Register.Print;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register.Print;

/// <summary>What stands on the paper, and what stays out of it.</summary>
public sealed class PrintedJournalTests : IAsyncDisposable
{
    private readonly PaperSchool _paper = new();

    public PrintedJournalTests() => Language.Is("ru");

    [Fact]
    public async Task Marks_stand_as_they_are_and_neither_comment_nor_due_mark_is_printed()
    {
        await _paper.Done(Put("4/5"));
        await _paper.Done(
            new SetMark(Algebra, WorkToday, Boris, "3.", new DateOnly(2026, 11, 27), "Поговорить", CommentForFamily: false, 0)
        );
        await _paper.Done(Put(".", student: Vera));

        Assert.Equal(new PrintCell("4/5", "", Outside: false), Cell(Anna, WorkToday));
        Assert.Equal(new PrintCell("3", "", Outside: false), Cell(Boris, WorkToday));
        Assert.Equal(new PrintCell("", "", Outside: false), Cell(Vera, WorkToday));
    }

    [Fact]
    public async Task An_absence_is_printed_small_by_its_reason_and_lateness_is_not()
    {
        await _paper.Done(Absent("н"));
        await _paper.Done(Absent("о15", student: Boris));
        await _paper.Done(Absent("н", student: Vera));
        await Bulk(new ReasonSet(Algebra, Quarter2, LessonToday, Vera, Class7B, null, new AbsenceReason(new(2), "справка"), Shown: true));

        Assert.Equal("н", Cell(Anna, WorkToday).Absence);
        Assert.Equal("", Cell(Boris, WorkToday).Absence);
        Assert.Equal("б", Cell(Vera, WorkToday).Absence);
        Assert.Contains("б болезнь", _paper.Algebra.MarksLegend);
        Assert.DoesNotContain("опоздание", _paper.Algebra.MarksLegend);
    }

    [Fact]
    public async Task A_mark_beside_an_absence_is_explained_and_only_then()
    {
        Assert.DoesNotContain("после пропуска", _paper.Algebra.MarksLegend);
        await _paper.Done(Absent("н", lesson: Lesson16));
        await _paper.Done(Put("4", work: Work16));

        Assert.True(Cell(Anna, Work16).IsMadeUp);
        Assert.Contains("после пропуска", _paper.Algebra.MarksLegend);
    }

    [Fact]
    public void Days_before_arrival_are_hatched_and_explained()
    {
        Assert.True(Cell(Newcomer, Work9).Outside);
        Assert.False(Cell(Newcomer, Work16).Outside);
        Assert.Contains("штриховка", _paper.Algebra.MarksLegend);
    }

    [Fact]
    public async Task A_column_hidden_from_families_is_the_journals_all_the_same()
    {
        await _paper.Done(new AddWork(Algebra, Lesson16, SmallSchoolFacts.Test, null, "Дроби", null, Shown: false));

        var column = Assert.Single(_paper.Algebra.Marks[0].Columns, column => column.Grid.Work is { Shown: false });

        Assert.Equal(("К", "3"), (ColumnText.Sign(column.Grid), ColumnText.Weight(column.Grid)));
        Assert.Contains("К контрольная работа", _paper.Algebra.MarksLegend);
    }

    [Fact]
    public async Task The_average_is_the_grids_in_the_readers_language()
    {
        await _paper.Done(Put("5/4"));
        await _paper.Done(Put("4", work: Work16));

        var grid = _paper.View(AlgebraPage).Rows.Single(row => row.Student == Anna).Average!.Value;
        Assert.Equal((CellText.Average(grid), "4,33"), (Row(_paper.Algebra, Anna).Average, CellText.Average(grid)));
        Language.Is("en");
        Assert.Equal("4.33", Row(_paper.Algebra, Anna).Average);
    }

    [Fact]
    public async Task Marks_of_the_former_group_stand_before_the_first_columns_without_due_marks()
    {
        await _paper.Done(Put("4.", 0, EnglishWork1, Anna) with { Course = EnglishOfFirst }, OtherTeacher);
        await _paper.Done(new LeaveGroup(Anna, English1, new(2026, 11, 12)), Registrar);
        await _paper.Done(new JoinGroup(Anna, English2, new(2026, 11, 13)), Registrar);

        var printed = _paper.Print(new PageId(EnglishOfSecond, Quarter2));

        Assert.True(printed.Marks[0].HasCarried);
        Assert.Equal("4", printed.Marks[0].Rows.Single(row => row.Carried.Length > 0).Carried);
        Assert.Contains("из прежней группы", printed.MarksLegend);
    }

    [Fact]
    public async Task Each_lesson_has_date_number_topic_and_homework_and_the_future_ones_only_a_date()
    {
        await _paper.Done(new RecordLesson(Algebra, Lesson16, "Одночлены", "§ 20, № 547", null, 0));
        await _paper.Done(new RecordLesson(Algebra, LessonToday, "Многочлены", "", null, 0));

        var rows = _paper.Algebra.Lessons.Single().Rows;

        Assert.Equal(("2", "16.11", "2", "Одночлены", "§ 20, № 547"), Text(rows[1]));
        Assert.Equal(("3", "20.11", "2", "Многочлены", "не задано"), Text(rows[2]));
        Assert.Equal((true, false), (rows[3].IsAhead, rows[2].IsAhead));
        Assert.StartsWith("Уроков: 4, проведено: 2.", _paper.Algebra.LessonsLegend);
    }

    [Fact]
    public async Task A_lesson_that_did_not_take_place_has_no_number_and_says_why_and_a_substitute_is_named()
    {
        var (monday, today) = (_paper.School.Algebra.Lessons[Lesson9], _paper.School.Algebra.Lessons[LessonToday]);
        await Bulk(
            new LessonRecorded(Algebra, Quarter2, monday, monday with { Status = LessonStatus.Cancelled }),
            new LessonRecorded(Algebra, Quarter2, today, today with { Status = LessonStatus.Held, Teachers = [OtherTeacher.Person] })
        );

        var rows = _paper.Algebra.Lessons.Single().Rows;

        Assert.Equal(["", "1", "2", "3"], rows.Select(row => row.Number));
        Assert.Equal("урок отменён", rows[0].Note);
        Assert.Equal("замена: Фамилия8 И.", rows[2].Note);
        Assert.StartsWith("Уроков: 3, проведено: 1.", _paper.Algebra.LessonsLegend);
    }

    [Fact]
    public void Every_sheet_says_whose_page_it_is_and_who_printed_which_record_and_when()
    {
        var frame = _paper.Algebra.Frame;

        Assert.Equal(("Школа № 1 · 2026/27 учебный год", "7Б класс", "Алгебра, 7Б"), (frame.School, frame.Group, frame.Title));
        Assert.Equal(("Фамилия6 Имя6", "2 четверть, 2 ноября – 27 декабря"), (frame.Teachers, frame.Term));
        var seq = _paper.School.Algebra.Seq;
        Assert.Matches(
            $@"^Напечатано 20\.11\.2026 в 12:00, Фамилия6 И\. · запись № {seq} · контрольная сумма ([0-9a-f]{{4}} ?){{4}}$",
            frame.Printed
        );
    }

    [Fact]
    public void A_teacher_whose_load_ended_before_the_term_is_not_named()
    {
        var roster = _paper.School.Roster;
        var gone = new Tie<PersonId>(OtherTeacher.Person, new DaySpan(YearStart, new DateOnly(2026, 10, 20)));
        var view = _paper.View(AlgebraPage) with
        {
            Roster = roster with { TeachersOfCourse = roster.TeachersOfCourse.Put(Algebra, gone, _ => false) },
        };

        Assert.Equal("Фамилия6 Имя6", PrintText.Teachers(view));
    }

    public ValueTask DisposeAsync() => _paper.DisposeAsync();

    private static (string, string?, string, string, string) Text(PrintLesson row) =>
        (row.Number, row.Date, row.Period, row.Topic, row.Homework);

    private PrintRow Row(PrintedJournal printed, StudentId student) =>
        printed.Marks[0].Rows.Single(row => row.Number == _paper.View(AlgebraPage).Rows.Single(one => one.Student == student).Number);

    private PrintCell Cell(StudentId student, WorkId work)
    {
        var column = _paper.Algebra.Marks[0].Columns.Single(column => column.Grid.Work?.Id == work);
        return Row(_paper.Algebra, student).Cells[column.Place];
    }

    private Task<long> Bulk(params JournalEvent[] facts) =>
        _paper.School.Writer.Bulk(Guid.CreateVersion7(), facts.Select(fact => new DatedFact(PaperSchool.Noon, Deputy.Person, fact)));
}
