using Bunit;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.Home;
using Journal.Web.Morning;
using Journal.Web.MyClass;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Home;

/// <summary>Of 7Б twelve records are overdue: of two lessons of algebra and of one lesson of English in each subgroup.</summary>
public sealed class OmissionsPanelTests : StaffContext
{
    [Fact]
    public async Task It_is_grouped_by_course_and_teacher_and_cut_off()
    {
        var board = await Board(ClassTeacher);

        board.WaitForAssertion(() => Assert.Equal("12", board.Find(".owed .count").TextContent));
        Assert.Equal(
            ["Алгебра", "Английский язык, 7Б англ. 1", "Английский язык, 7Б англ. 2"],
            board.FindAll(".owed h3 a").Select(link => link.TextContent).Order()
        );
        Assert.Equal(8, board.FindAll(".owed li").Count);
        Assert.Contains("Урок 9 ноября", board.Find(".owed li").TextContent);
        Assert.Contains("просрочено с 9 ноября", board.Find(".owed li").TextContent);

        await board.InvokeAsync(() => board.Find(".owed .more button").Click());
        Assert.Equal(12, board.FindAll(".owed li").Count);
    }

    [Fact]
    public async Task With_nothing_overdue_it_says_so()
    {
        var board = await Board(ClassTeacher, regulation: false);

        board.WaitForAssertion(() => Assert.Equal("Всё заполнено", board.Find(".owed .empty").TextContent));
        Assert.Empty(board.FindAll(".owed button"));
    }

    [Fact]
    public async Task What_a_colleague_records_disappears_by_itself_though_the_class_has_no_lesson_of_it_today()
    {
        var board = await Board(ClassTeacher);
        board.WaitForAssertion(() => Assert.Equal("12", board.Find(".owed .count").TextContent));

        Assert.IsType<Applied>(
            await School.Writer.Submit(new RecordLesson(EnglishOfFirst, EnglishLesson1, "London", "ex. 5", null, 0), OtherTeacher)
        );

        board.WaitForAssertion(() =>
        {
            School.Clock.Advance(TimeSpan.FromSeconds(16));
            Assert.Equal("10", board.Find(".owed .count").TextContent);
        });
    }

    [Fact]
    public async Task The_class_teacher_leaves_lines_out_and_sends_the_others()
    {
        var board = await Board(ClassTeacher);
        board.WaitForAssertion(() => Assert.Single(board.FindAll(".owed header button")));
        await board.InvokeAsync(() => board.Find(".owed header button").Click());
        Assert.Equal("Отправить: 12", board.Find(".tell .main").TextContent);

        await board.InvokeAsync(() => board.Find(".owed input[type=checkbox]").Change(false));
        await board.InvokeAsync(() => board.Find(".tell input").Change("Ждём неделю"));
        await board.InvokeAsync(() => board.Find(".tell").Submit());

        board.WaitForAssertion(() => Assert.Contains("сообщено 20.11, 10:00", board.Find(".owed .chip").TextContent));
        Assert.Empty(board.FindAll(".tell"));
        var report = Assert.Single((await School.Get<Readings>().Reports(Deputy.Person))!.Reports);
        Assert.Equal((11, "Ждём неделю"), (report.Lines.Length, report.Note));
        // One is left to tell.
        Assert.Single(board.FindAll(".owed header button"));
    }

    [Fact]
    public async Task The_answer_is_seen_by_the_class_teacher_and_by_nobody_else_in_the_panel()
    {
        await School.Writer.AdoptRegulation();
        await Report();
        await School.Writer.Submit(new SettleReport(new(1), "Завтра заполнит"), Deputy);

        var board = await Board(ClassTeacher);
        board.WaitForAssertion(() => Assert.Equal("Завтра заполнит", board.Find(".answered q").TextContent));

        var deputys = await Board(Deputy);
        deputys.WaitForAssertion(() => Assert.Equal("12", deputys.Find(".owed .count").TextContent));
        Assert.Empty(deputys.FindAll(".answered, .owed header button"));
    }

    [Fact]
    public async Task The_deputys_morning_hears_of_a_report_and_closes_it_with_an_answer()
    {
        await School.Writer.AdoptRegulation();
        var page = Show<MorningPage>(Deputy, _ => { });
        Assert.Empty(page.FindAll(".reports"));

        await Report();

        page.WaitForAssertion(() => Assert.Equal("7Б", page.Find(".reports li b").TextContent));
        Assert.Equal("Фамилия7 И., 20 ноября, 10:00", page.Find(".reports small").TextContent);
        Assert.Equal("Прошу помочь", page.Find(".reports .words").TextContent);
        Assert.Single(page.FindAll(".reports .owed-list li"));

        await page.InvokeAsync(() => page.Find(".reports input").Change("Поговорю"));
        await page.InvokeAsync(() => page.Find(".reports form").Submit());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".reports")));
        Assert.Equal("Поговорю", Assert.Single((await School.Get<Readings>().Omissions(ClassTeacher.Person, Class7B))!.Reports).Answer);
    }

    [Fact]
    public async Task It_is_on_the_heads_first_page_too_and_on_no_teachers()
    {
        await School.Writer.AdoptRegulation();
        await Report();

        Assert.Equal("1", Show<HomePage>(Director, _ => { }).Find(".reports .chip").TextContent);
        Assert.Empty(Show<HomePage>(ClassTeacher, _ => { }).FindAll(".reports"));
    }

    private async Task Report()
    {
        var line = (await School.Get<Readings>().Omissions(ClassTeacher.Person, Class7B))!.Lines[0].What.Key;
        Assert.IsType<Applied>(await School.Writer.Submit(new ReportOmissions(Class7B, [line], "Прошу помочь"), ClassTeacher));
    }

    private async Task<IRenderedComponent<ClassToday>> Board(Actor who, bool regulation = true)
    {
        if (regulation)
            await School.Writer.AdoptRegulation();
        return Show<ClassToday>(
            who,
            board =>
            {
                board.Add(b => b.Me, who.Person);
                board.Add(b => b.Class, Class7B);
            }
        );
    }
}
