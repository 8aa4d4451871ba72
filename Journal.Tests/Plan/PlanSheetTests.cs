using System.Collections.Immutable;
using Bunit;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Web.Plan;
using Microsoft.AspNetCore.Components.Forms;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Plan;

/// <summary>The lesson plan of algebra in 7Б, which has four lessons in this school: 9, 16, 20 (today) and 23 November.</summary>
public sealed class PlanSheetTests : StaffContext
{
    private static readonly ImmutableArray<PlanTopic> Topics =
    [
        new("Дроби", 2, "Числа", "§ 1"),
        new("Контрольная работа", 1, "Числа", null, "Контрольная работа"),
        new("Уравнения", 1, "Уравнения"),
    ];

    [Fact]
    public void Without_a_plan_there_are_three_ways_to_begin_for_whoever_may_write_one()
    {
        Assert.Equal(3, Open(Teacher).FindAll(".plan-none li").Count);
        Assert.Empty(Open(ClassTeacher).FindAll(".plan-none li, .plan-none button"));
        Assert.Empty(Open(Director).FindAll(".plan-none button"));
    }

    [Fact]
    public async Task Topics_stand_under_their_sections_with_the_days_they_were_planned_and_given()
    {
        await Set(Topics);
        await School.Submit(new RecordLesson(Algebra, Lesson9, "Дроби", null, null, 0));

        var page = Open(ClassTeacher);

        Assert.Equal(["Числа", "Уравнения"], page.FindAll(".part th").Select(section => section.TextContent));
        Assert.Equal(["09.11, 16.11", "20.11", "23.11"], page.FindAll("td[data-label='По плану']").Select(cell => cell.TextContent));
        Assert.Equal("09.11", page.Find("[data-key] .days > span:not(.owed)").TextContent);
        Assert.Equal("Контрольная работа", page.Find("tr.now .what").LastChild!.TextContent.Trim());
        Assert.Contains("из 4 ч", page.Find(".plan-sums").TextContent);
        Assert.Contains("отставание 1 ч", page.Find(".plan-sums").TextContent);
        Assert.Empty(page.FindAll("[data-open], .plan-foot"));
    }

    [Fact]
    public async Task A_topic_is_edited_where_it_stands_and_saved_as_one_plan()
    {
        await Set(Topics);
        var page = Open(Teacher);

        await page.FindAll("[data-open]")[2].ClickAsync(new());
        await page.Find(".plan-form textarea").ChangeAsync(new() { Value = " Неравенства\nи системы " });
        await page.Find("[data-step='-1']").ClickAsync(new());
        Assert.NotEmpty(page.FindAll(".planbar"));
        await page.Find(".planbar .main").ClickAsync(new());

        Assert.Equal(["Дроби", "Неравенства и системы", "Контрольная работа"], (await Plan()).Topics.Select(topic => topic.Topic));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".planbar")));
        Assert.Contains("сохранено", page.Find(".plan-said").TextContent);
    }

    [Fact]
    public async Task What_cannot_be_saved_says_why_beside_its_topic_and_nothing_is_written()
    {
        await Set(Topics);
        var page = Open(Teacher);
        await page.FindAll("[data-open]")[0].ClickAsync(new());
        await page.Find(".plan-form input[type=number]").ChangeAsync(new() { Value = "сто" });
        await page.Find(".plan-form .pen").ClickAsync(new());
        Assert.Contains("часов 0", page.Find("[data-key] .trouble").TextContent);

        await page.Find(".planbar .main").ClickAsync(new());

        Assert.Contains("допустимо от 1 до 99", page.Find(".plan-form .trouble").TextContent);
        Assert.Equal(Topics.AsEnumerable(), (await Plan()).Topics.AsEnumerable());
    }

    [Fact]
    public async Task A_colleagues_plan_and_a_recorded_topic_appear_by_themselves()
    {
        await Set(Topics);
        var page = Open(Teacher);

        await Set(Topics[..1], Deputy);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-open]")));
        await School.Submit(new RecordLesson(Algebra, Lesson9, "Дроби", null, null, 0));

        page.WaitForAssertion(() => Assert.Contains("09.11", page.Find("[data-key] .days + .days").TextContent));
        Assert.Empty(page.FindAll(".plan-behind"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_quicker_is_said_and_one_of_the_two_is_chosen(bool mine)
    {
        await Set(Topics);
        var page = Open(Teacher);
        await page.FindAll("[data-open]")[0].ClickAsync(new());
        await page.Find(".plan-form textarea").ChangeAsync(new() { Value = "Моё" });

        await Set([new("Чужое", 1)], Deputy);
        page.WaitForAssertion(() => Assert.Contains("Фамилия2", page.Find(".plan-behind h2").TextContent));
        await page.Find(".planbar .main").ClickAsync(new());
        Assert.Equal("Чужое", (await Plan()).Topics[0].Topic);
        await page.Find(mine ? ".plan-behind .pen" : ".plan-behind .acts .b").ClickAsync(new());
        if (mine)
            await page.Find(".planbar .main").ClickAsync(new());

        Assert.Equal(mine ? ["Моё", "Контрольная работа", "Уравнения"] : ["Чужое"], (await Plan()).Topics.Select(topic => topic.Topic));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".plan-behind, .planbar")));
    }

    [Fact]
    public async Task A_file_is_shown_first_and_only_what_is_right_is_taken()
    {
        await Set(Topics);
        var page = Open(Teacher);
        await page.Find(".planhead button").ClickAsync(new());

        Choose(page, "№;Тема;Часов;Кабинет\n1;Степени;2;12\n2;;1;\n3;Корни;x;\n");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".plan-offer")));
        Assert.Contains("UTF-8, точка с запятой", page.Find(".plan-found").TextContent);
        Assert.Contains("Кабинет", page.Find(".plan-found").TextContent);
        Assert.Equal(
            ["Строка 3: нет темы.", "Строка 4: вместо часов не число."],
            page.FindAll(".plan-findings li").Select(finding => finding.TextContent.Trim())
        );
        Assert.Equal(Topics.AsEnumerable(), (await Plan()).Topics.AsEnumerable());
        Assert.Equal("Принять только верное, тем: 1", page.Find(".plan-offer .main").TextContent);
        await page.Find(".plan-offer .main").ClickAsync(new());

        Assert.Equal([new PlanTopic("Степени", 2)], (await Plan()).Topics.AsEnumerable());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".plan-offer, .plan-panel")));
    }

    [Theory]
    [InlineData("Имя;Класс\nАнна;7\n", "тем")]
    [InlineData("", "пуст")]
    public void Of_a_file_that_is_no_plan_it_is_said_why(string text, string says)
    {
        var page = Open(Teacher);
        page.Find(".plan-none button").Click();

        Choose(page, text);

        page.WaitForAssertion(() => Assert.Contains(says, page.Find(".plan-warn.stop").TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.FindAll(".plan-offer"));
    }

    [Fact]
    public async Task The_former_plan_is_put_back()
    {
        await Set(Topics);
        await Set(Topics[1..]);
        var page = Open(Teacher);

        await Menu(page, "Вернуть прежний план").ClickAsync(new());
        await page.Find(".plan-offer .main").ClickAsync(new());

        Assert.Equal(Topics.AsEnumerable(), (await Plan()).Topics.AsEnumerable());
    }

    [Fact]
    public async Task A_parallel_class_lends_its_plan()
    {
        await School.Writer.Submit(new SetPlan(EnglishOfFirst, [new("Past simple", 3)], 0), OtherTeacher);
        var page = Open(OtherTeacher, EnglishOfSecond);

        await page.FindAll(".plan-none button")[1].ClickAsync(new());
        await page.Find(".plan-panel .rows button").ClickAsync(new());
        await page.Find(".plan-offer .main").ClickAsync(new());

        var plan = await School.Get<LessonPlans>().Read(EnglishOfSecond);
        Assert.Equal([new PlanTopic("Past simple", 3)], plan.Topics.AsEnumerable());
    }

    [Fact]
    public async Task The_deputy_approves_and_sees_what_was_changed_since()
    {
        await Set(Topics);
        var page = Open(Deputy);
        Assert.Equal("Утвердить", page.Find(".planhead .main").TextContent);
        Assert.Empty(Open(Teacher).FindAll(".planhead .main"));

        await page.Find(".planhead .main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("утверждено", page.Find(".planhead .chip").TextContent));
        Assert.Equal(PlanState.Approved, (await Plan()).State);
        Assert.Empty(page.FindAll(".planhead .main"));
        await Set(Topics[1..]);

        page.WaitForAssertion(() => Assert.Contains("− тема 1", page.Find(".plan-since").TextContent));
        await Menu(page, "История планирования").ClickAsync(new());
        Assert.Equal(2, page.FindAll(".plan-past > li").Count);
        Assert.Single(page.FindAll(".plan-past .chip.ok"));
    }

    [Fact]
    public async Task More_hours_than_lessons_are_proposed_to_be_merged_and_the_proposal_is_an_edit()
    {
        await Set([new("Повторение. Дроби", 1), new("Повторение. Корни", 1), new("Степени", 1), new("Уравнения", 1), new("Итоги", 1)]);
        var page = Open(Teacher);
        Assert.Contains("1 ч", page.Find(".plan-merge h2").TextContent);

        await page.Find(".plan-merge button").ClickAsync(new());

        Assert.Equal(4, page.FindAll("[data-open]").Count);
        Assert.Empty(page.FindAll(".plan-merge"));
        Assert.Equal(5, (await Plan()).Topics.Length);
        await page.FindAll(".planbar button")[0].ClickAsync(new());
        Assert.Equal(5, page.FindAll("[data-open]").Count);
        Assert.Empty(page.FindAll(".planbar"));
    }

    [Fact]
    public async Task Keys_of_a_reader_change_nothing()
    {
        await Set(Topics);
        var page = Open(ClassTeacher);

        await page.InvokeAsync(() => page.Instance.MoveFromKey(1, 1));
        await page.InvokeAsync(page.Instance.SaveFromKey);

        Assert.Empty(page.FindAll(".planbar"));
        Assert.Equal(Topics.AsEnumerable(), (await Plan()).Topics.AsEnumerable());
    }

    [Fact]
    public void Whoever_may_not_read_the_course_sees_what_is_seen_where_there_is_none()
    {
        var foreign = Show<PlanPage>(OtherTeacher, page => page.Add(p => p.Course, Algebra.Value)).Markup;

        Assert.Equal(foreign, Show<PlanPage>(OtherTeacher, page => page.Add(p => p.Course, 999)).Markup);
        Assert.DoesNotContain("Алгебра", foreign);
    }

    private IRenderedComponent<PlanSheet> Open(Actor who, CourseId? course = null) =>
        Show<PlanSheet>(
            who,
            page =>
            {
                page.Add(p => p.Course, course ?? Algebra);
                page.Add(p => p.Me, who.Person);
            }
        );

    private async Task Set(ImmutableArray<PlanTopic> topics, Actor? who = null) =>
        Assert.IsType<Applied>(await School.Writer.Submit(new SetPlan(Algebra, topics, (await Plan()).Stamp.Version), who ?? Teacher));

    private Task<LessonPlan> Plan() => School.Get<LessonPlans>().Read(Algebra);

    private static void Choose(IRenderedComponent<PlanSheet> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "план.csv"));

    private static AngleSharp.Dom.IElement Menu(IRenderedComponent<PlanSheet> page, string says) =>
        page.FindAll("#plan-more button").Single(button => button.TextContent == says);
}
