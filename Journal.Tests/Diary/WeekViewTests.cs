using System.Globalization;
using Bunit;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.School;
using Journal.Web.Diary;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Diary;

/// <summary>The parts of the week's page: what stands in a cell and how it is told.</summary>
public sealed class WeekViewTests : BunitContext
{
    private static readonly DiaryMark Five = new(
        new(1),
        "Ответ на уроке",
        "",
        null,
        100,
        "5",
        IsLow: false,
        Due: false,
        null,
        null,
        new(6),
        1,
        News.None,
        CommentIsNew: false
    );

    private static readonly DiaryTask Task = new(new(1), null, "§ 29", HomeworkDetails.None, null, null);

    private static readonly DiaryLesson Algebra = new(
        new(1),
        new(1),
        "Алгебра",
        2,
        LessonStatus.Held,
        "Многочлены",
        "§ 29",
        null,
        [Five],
        [Task],
        []
    );

    public WeekViewTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru");
        Services.AddSingleton(new SchoolClock(TimeProvider.System, TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_lesson_tells_its_number_subject_topic_homework_and_mark() => Assert.Equal("2 Алгебра Многочлены § 29 5", Told(Algebra));

    [Fact]
    public void Homework_that_is_not_set_differs_from_homework_that_is_not_yet_written()
    {
        Assert.Contains("не задано", Told(Algebra with { Homework = "", Tasks = [] }));
        Assert.DoesNotContain("не задано", Told(Algebra with { Homework = null, Tasks = [] }));
    }

    [Fact]
    public void A_new_a_changed_and_a_removed_mark_stand_out_by_words_and_shape()
    {
        Assert.Equal(("m new", "5 новая"), Cell(Five with { News = News.New }));
        Assert.Equal(("m chg", "3 было 3; 4 изменена"), Cell(Five with { Value = "4", News = News.Changed("3") }));
        Assert.Equal(("m chg", "3 было 3; убрана"), Cell(Five with { Value = "", News = News.Removed("3") }));
        Assert.Equal("3", Render<MarkCell>(p => p.Add(c => c.Mark, Five with { News = News.Changed("3") })).Find("s").TextContent);
    }

    [Fact]
    public void The_kind_of_work_and_the_day_a_work_is_due_stand_under_the_mark()
    {
        var test = Five with { WorkType = "Контрольная работа", Sign = "К" };

        Assert.Equal("5 контр.", Cell(test).Text);
        Assert.Equal(("m abs", "• до 22.12"), Cell(test with { Value = "•", Due = true, DueBy = new(2026, 12, 22) }));
        Assert.Equal("m bad", Cell(Five with { Value = "2", IsLow = true }).Class);
    }

    [Theory]
    [InlineData(AbsenceKind.Ill, null, false, "Б болела")]
    [InlineData(AbsenceKind.Ill, null, true, "Б болел")]
    [InlineData(AbsenceKind.Unknown, null, false, "Б не была")]
    [InlineData(AbsenceKind.Late, 15, true, "Б на 15 мин")]
    [InlineData(AbsenceKind.Late, null, false, "Б опоздала")]
    public void An_absence_has_words(AbsenceKind kind, int? minutes, bool male, string told)
    {
        var code = new AttendanceCode(new(1), "б", "болезнь", kind, CountsAsMissed: true, "б");
        var lesson = Algebra with { Absence = new("б", code, minutes, News.None), Marks = [] };

        Assert.EndsWith(told, Told(lesson, male));
    }

    [Fact]
    public void A_mark_made_up_later_stands_beside_its_absence_and_one_taken_back_is_struck()
    {
        var code = new AttendanceCode(new(1), "н", "", AbsenceKind.Unknown, CountsAsMissed: true, "н");

        Assert.EndsWith("5 н", Told(Algebra with { Absence = new("н", code, null, News.None) }));
        Assert.EndsWith("Н было Н; снято", Told(Algebra with { Absence = new("", null, null, News.Removed("н")), Marks = [] }));
    }

    [Fact]
    public void A_comment_is_text_beside_the_homework_and_never_markup()
    {
        var row = Render<LessonLine>(p =>
            p.Add(l => l.Lesson, Algebra with { Marks = [Five with { Comment = "<script>alert(1)</script>" }] })
        );

        Assert.Empty(row.FindAll("script"));
        Assert.Contains("<script>alert(1)</script>", row.Find(".rem").TextContent);
    }

    [Theory]
    [InlineData(LessonStatus.Cancelled, true, "урок отменён")]
    [InlineData(LessonStatus.Moved, true, "урок перенесён")]
    [InlineData(LessonStatus.Distance, false, "дистанционно")]
    public void A_lesson_that_is_no_ordinary_one_says_so(LessonStatus status, bool struck, string word)
    {
        var row = Render<LessonLine>(p => p.Add(l => l.Lesson, Algebra with { Status = status }));

        Assert.Equal(word, row.Find("em").TextContent);
        Assert.Equal(struck, row.Find("li").ClassList.Contains("off"));
    }

    [Fact]
    public void A_day_without_lessons_says_why()
    {
        var day = new DiaryDay(new(2026, 11, 4), "День народного единства", [], []);

        Assert.Equal("День народного единства", Render<DayView>(p => p.Add(d => d.Day, day)).Find(".free").TextContent);
        Assert.Equal("Уроков нет", Render<DayView>(p => p.Add(d => d.Day, day with { Holiday = null })).Find(".free").TextContent);
    }

    [Fact]
    public void Today_says_which_lesson_is_going_on()
    {
        var day = new DiaryDay(new(2026, 12, 18), null, [Algebra], []);

        var view = Render<DayView>(p => p.Add(d => d.Day, day).Add(d => d.IsToday, true).Add(d => d.Running, 2));

        Assert.Equal("Пятница 18 декабря идёт 2-й урок", Words(string.Join(' ', view.Find("h2").Descend())));
        Assert.True(view.Find("section").ClassList.Contains("now"));
    }

    [Fact]
    public void A_week_is_called_by_its_days()
    {
        Assert.Equal("14–18 декабря", DiaryText.Week(new(2026, 12, 14), new(2026, 12, 18)));
        Assert.Equal("30 ноября – 4 декабря", DiaryText.Week(new(2026, 11, 30), new(2026, 12, 4)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-12-14", "2026-12-14")]
    [InlineData("14.12.2026", null)]
    [InlineData("2026-13-45", null)]
    [InlineData("9999-12-31", "9999-12-31")]
    public void A_week_in_the_address_that_is_none_is_the_running_one(string? address, string? day) =>
        Assert.Equal(day, DiaryLinks.ParseWeek(address)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private string Told(DiaryLesson lesson, bool male = true) =>
        Words(string.Join(' ', Render<LessonLine>(p => p.Add(l => l.Lesson, lesson).Add(l => l.Male, male)).Find("li").Descend()));

    private (string Class, string Text) Cell(DiaryMark mark)
    {
        var cell = Render<MarkCell>(p => p.Add(c => c.Mark, mark)).Find("div");
        return (Words(cell.ClassName!), Words(string.Join(' ', cell.Descend())));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal static class Texts
{
    /// <summary>The pieces of text in an element, in order.</summary>
    public static IEnumerable<string> Descend(this AngleSharp.Dom.INode node) =>
        node.NodeType == AngleSharp.Dom.NodeType.Text ? [node.TextContent] : node.ChildNodes.SelectMany(Descend);
}
