using AngleSharp.Dom;
using Bunit;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Web.Homework;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Homework;

/// <summary>The homework of today's algebra as its teacher writes it; the class teacher, who teaches English of the first subgroup, looks on.</summary>
public sealed class HomeworkDeskTests : StaffContext
{
    [Fact]
    public void It_is_for_the_next_lesson_by_itself()
    {
        var page = Page(Teacher);

        Assert.Equal("Понедельник, 23 ноября, 2-й урок", page.Find("[name=due] option").TextContent);
        Assert.Equal("Понедельник, 23 ноября: по всем предметам", page.Find("#load").TextContent);
        Assert.Equal("Семьи увидят задание после публикации.", page.Find(".formfoot .small").TextContent);
    }

    [Fact]
    public void What_is_published_stands_in_the_journal_with_its_time()
    {
        var page = Page(Teacher);
        page.Find("#task").Change("№ 725");
        page.Find("[name=minutes]").Input("35");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Исправить", Buttons(page)));
        Assert.Equal("№ 725", School.Algebra.Lessons[LessonToday].Homework);
        Assert.Equal(35, School.Algebra.OwnTaskOf(LessonToday)!.Task.Details.Minutes);
        Assert.Equal("35", page.Find(".figure b").TextContent);
    }

    [Fact]
    public async Task What_was_published_can_be_undone_at_once()
    {
        var page = Page(Teacher);
        page.Find("#task").Change("№ 725");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Отменить", Buttons(page)));

        await page.InvokeAsync(() => Button(page, "Отменить").Click());

        page.WaitForAssertion(() => Assert.Contains("Опубликовать", Buttons(page)));
        Assert.Null(School.Algebra.Lessons[LessonToday].Homework);
        Assert.Equal("", page.Find("#task").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task What_a_colleague_published_meanwhile_is_shown_beside_mine_and_one_is_chosen()
    {
        var page = Page(Teacher);
        page.Find("#task").Change("моё");
        await Done(Own("коллеги"));

        page.WaitForAssertion(() => Assert.Equal("Всем", page.Find("[aria-pressed=true]").TextContent));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("коллеги", page.Find(".clash .light").TextContent));
        Assert.Equal("коллеги", School.Algebra.Lessons[LessonToday].Homework);

        await page.InvokeAsync(() => Button(page, "Поставить моё").Click());

        page.WaitForAssertion(() => Assert.Equal("моё", School.Algebra.Lessons[LessonToday].Homework));
    }

    [Fact]
    public async Task Whoever_wanted_to_withdraw_withdraws_and_publishes_nothing_else()
    {
        await Done(Own("первое"));
        var page = Page(Teacher);
        page.Find("#task").Change("моё");
        await Done(Own("коллеги") with { Seen = "первое" });
        page.WaitForAssertion(() => Assert.Contains("Отозвать", Buttons(page)));

        await page.InvokeAsync(() => Button(page, "Отозвать").Click());
        page.WaitForAssertion(() => Assert.Equal("коллеги", page.Find(".clash .light").TextContent));
        await page.InvokeAsync(() => Button(page, "Поставить моё").Click());
        page.WaitForAssertion(() => Assert.Null(School.Algebra.Lessons[LessonToday].Homework));

        page.WaitForAssertion(() => Assert.Contains("Отменить", Buttons(page)));
        await page.InvokeAsync(() => Button(page, "Отменить").Click());
        page.WaitForAssertion(() => Assert.Equal("коллеги", School.Algebra.Lessons[LessonToday].Homework));
    }

    [Fact]
    public async Task A_mark_of_the_lesson_does_not_touch_a_form_in_which_somebody_writes()
    {
        var page = Page(Teacher);
        var form = page.FindComponent<HomeworkForm>().Instance;

        Assert.IsType<Applied>(await School.Submit(Put("5")));
        Assert.IsType<Applied>(await School.Submit(Absent("н", student: Boris)));
        await Done(Own("§ 9"));

        page.WaitForAssertion(() => Assert.Equal("§ 9", page.Find("#task").GetAttribute("value")));
        Assert.NotSame(form, page.FindComponent<HomeworkForm>().Instance);
        form = page.FindComponent<HomeworkForm>().Instance;
        Assert.IsType<Applied>(await School.Submit(Put("4", School.Algebra.MarkAt(WorkToday, Anna).Version)));
        page.Find("[data-typing]").Change("1");
        await Done(Own("§ 10") with { Seen = "§ 9" });
        page.WaitForAssertion(() => Assert.Same(form, page.FindComponent<HomeworkForm>().Instance));
        Assert.Equal("§ 9", page.Find("#task").GetAttribute("value"));
    }

    [Fact]
    public void Nothing_is_published_by_the_main_button_without_a_text()
    {
        var page = Page(Teacher);
        page.Find("[name=minutes]").Input("30");

        page.Find("form").Submit();

        Assert.Equal("Напишите, что нужно сделать.", page.Find(".trouble").TextContent);
        Assert.Null(School.Algebra.Lessons[LessonToday].Homework);
    }

    [Theory]
    [InlineData("seen", "not JSON")]
    [InlineData("files", "[{\"id\":5}]")]
    [InlineData("files", "[null]")]
    [InlineData("files", "null")]
    [InlineData("command", "x")]
    [InlineData("due", "9999-12-31")]
    [InlineData("due", "0001-01-01")]
    public void A_draft_that_is_none_harms_nobody(string field, string value)
    {
        var page = Page(Teacher);

        page.Find($"[name={field}]").Change(value);
        page.Find("#task").Change("№ 5");

        Assert.NotNull(page.Find("form"));
    }

    [Fact]
    public async Task Whoever_has_written_nothing_sees_the_colleagues_text_as_it_is_published()
    {
        var page = Page(Teacher);

        await Done(Own("§ 9"));

        page.WaitForAssertion(() => Assert.Equal("§ 9", page.Find("#task").GetAttribute("value")));
    }

    [Fact]
    public void A_task_for_some_names_who_they_are()
    {
        var page = Page(Teacher);
        Button(page, "Некоторым").Click();
        page.Find("#task").Change("карточка");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Выберите хотя бы одного ученика.", page.Find(".trouble").TextContent));

        page.Find("[name=student-21]").Change(true);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".seg button").Count));
        Assert.StartsWith("Фамилия21", page.FindAll(".seg button")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(Anna, Assert.Single(Assert.Single(School.Algebra.Shape.TasksOf(LessonToday)).Students));
        Assert.Null(School.Algebra.Lessons[LessonToday].Homework);
    }

    [Fact]
    public void The_bar_shows_a_subgroup_as_chosen_by_one_press()
    {
        var page = Page(Teacher);
        Button(page, "Некоторым").Click();

        page.Find(".whom .b").Click();

        Assert.NotEmpty(page.FindAll(".whom input[checked]"));
        Assert.True(page.FindAll(".whom input[checked]").Count < page.FindAll(".whom input").Count);
    }

    [Fact]
    public void A_time_that_is_none_is_refused_beside_the_form_and_nothing_is_published()
    {
        var page = Page(Teacher);
        page.Find("#task").Change("№ 725");
        page.Find("[name=minutes]").Input("полчаса");

        page.Find("form").Submit();

        Assert.Equal("Сколько минут займёт задание: нужно число.", page.Find(".trouble").TextContent);
        Assert.Null(School.Algebra.Lessons[LessonToday].Homework);
    }

    [Fact]
    public void The_class_teacher_looks_on()
    {
        var page = Page(ClassTeacher);

        Assert.Equal("Только просмотр", page.Find(".chip").TextContent);
        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
        Assert.DoesNotContain("Опубликовать", Buttons(page));
    }

    private IRenderedComponent<HomeworkDesk> Page(Actor who) =>
        Show<HomeworkDesk>(who, desk => desk.Add(one => one.Lesson, LessonToday).Add(one => one.Me, who.Person));

    private static IEnumerable<string> Buttons(IRenderedComponent<HomeworkDesk> page) =>
        page.FindAll("button").Select(button => button.TextContent.Trim());

    private static IElement Button(IRenderedComponent<HomeworkDesk> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static SetHomework Own(string text) => new(Algebra, LessonToday, null, text, HomeworkDetails.None, null, null, 0);

    private async Task Done(SetHomework command) => Assert.IsType<Applied>(await School.Writer.Submit(command, Teacher));
}
