using Journal.Core.Lessons.Storage;
using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>The lesson plan as it comes to be: out of a teacher's file, edited, looked at by a deputy who approves it.</summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class PlanTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Path = "/journal/1/plan";

    private const string Csv =
        "№;Раздел;Тема урока;Часов;Домашнее задание\n1;Числа;Дроби;2;§ 1\n2;;Корни;1;§ 2\n3;;;1;\n4;Уравнения;Линейные уравнения;2;\n";

    [Fact]
    public async Task A_file_is_taken_edited_and_saved_a_second_window_sees_it_and_the_deputy_approves()
    {
        await using var teacher = await Open("teacher");
        await using var deputy = await Open("deputy");
        await teacher.Page.Locator(".plan-none .main").ClickAsync();
        await teacher.Page.Locator("input[type=file]").SetInputFilesAsync(File(Csv));
        await Assertions.Expect(teacher.Page.Locator(".plan-findings li")).ToHaveTextAsync("Строка 4: нет темы.");
        await teacher.Page.Locator(".plan-offer .main").ClickAsync();
        await Assertions.Expect(Topics(deputy)).ToHaveTextAsync(["Дроби", "Корни", "Линейные уравнения"]);

        // By keyboard alone: to the second topic, up, in, other words, out, saved.
        await Topics(teacher).First.FocusAsync();
        await teacher.Page.Keyboard.PressAsync("ArrowDown");
        await teacher.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(Topics(teacher).First).ToBeFocusedAsync();
        await Assertions.Expect(Topics(teacher)).ToHaveTextAsync(["Корни", "Дроби", "Линейные уравнения"]);
        await teacher.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(teacher.Page.Locator(".plan-form textarea").First).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await teacher.Page.Keyboard.TypeAsync("Квадратные корни");
        await teacher.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Topics(teacher).First).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(Topics(deputy)).ToHaveTextAsync(["Квадратные корни", "Дроби", "Линейные уравнения"]);
        await deputy.Page.Locator(".planhead .main").ClickAsync();
        await Assertions.Expect(teacher.Page.Locator(".planhead .chip.ok")).ToHaveTextAsync("утверждено");
        var plan = await school.Get<LessonPlans>().Read(Algebra);
        Assert.Equal((3, 5), (plan.Topics.Length, plan.Hours));
        Assert.Equal(Deputy.Person, plan.Approval!.By);
        Assert.Empty(teacher.Complaints);
        Assert.Empty(deputy.Complaints);
    }

    [Fact]
    public async Task Unsaved_edits_are_not_left_without_a_question()
    {
        await using var teacher = await Open("teacher");
        await teacher.Page.Locator(".plan-foot .b, .plan-none .b >> nth=-1").Last.ClickAsync();
        await teacher.Page.Locator(".plan-form textarea").First.FillAsync("Новая тема");
        await teacher.Page.Locator(".plan-form .pen").ClickAsync();
        await teacher.Page.Locator(".planbar").WaitForAsync();
        var asked = new List<string>();
        teacher.Page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Message);
            _ = asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync();
        };

        await teacher.Page.Locator(".brand").ClickAsync();
        await Assertions.Expect(teacher.Page.Locator(".planbar")).ToBeVisibleAsync();
        await teacher.Page.Locator(".brand").ClickAsync();

        await Assertions.Expect(teacher.Page.Locator(".planpage")).ToHaveCountAsync(0);
        Assert.Equal(2, asked.Count);
        Assert.All(asked, said => Assert.Contains("несохранённые правки", said));
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out_of_the_plan_while_it_is_being_edited(int width, ColorScheme theme)
    {
        var (seen, topics) = (await school.Get<LessonPlans>().Read(Algebra8A), Enumerable.Range(1, 4).Select(i => $"Тема {i}"));
        await school.Writer.Submit(
            new Core.Lessons.SetPlan(
                Algebra8A,
                [.. topics.Select(topic => new Core.Lessons.PlanTopic(topic, 1, "Раздел", "§ 1", "Зачёт"))],
                seen.Stamp.Version
            ),
            OtherTeacher
        );
        await school.Writer.Submit(new RecordLesson(Algebra8A, Lesson8A, "Не по плану", null, null, 0), OtherTeacher);
        await using var teacher = await browser.Visit(
            school,
            "other-teacher",
            options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
        );
        await Arrive(teacher, "/journal/4/plan");
        await Topics(teacher).Nth(1).ClickAsync();
        await teacher.Page.Locator(".plan-form textarea").First.FillAsync("");
        await teacher.Page.Locator(".plan-form input[type=number]").FillAsync("0");
        await teacher.Page.Locator(".plan-form .pen").FocusAsync();
        await teacher.Page.Locator(".planbar .main").ClickAsync();
        await teacher.Page.Locator(".plan-form .trouble").WaitForAsync();
        await teacher.Page.ShutsNobodyOut();
        await teacher.Page.FitsItsWindow();

        await teacher.Page.Locator(".planhead [popovertarget]").ClickAsync();
        await teacher.Page.Locator("#plan-more button >> text=История").ClickAsync();
        await teacher.Page.Locator(".plan-past button").First.ClickAsync();
        await teacher.Page.Locator(".plan-past .plan-diff").WaitForAsync();

        await teacher.Page.ShutsNobodyOut();
        await teacher.Page.FitsItsWindow();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out_of_what_a_file_would_bring_nor_of_the_correction_sheet(int width, ColorScheme theme)
    {
        await using var teacher = await browser.Visit(
            school,
            "other-teacher",
            options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
        );
        await Arrive(teacher, "/journal/2/plan");
        await teacher.Page.Locator(".plan-none .main").ClickAsync();
        await teacher.Page.Locator("input[type=file]").SetInputFilesAsync(File(Csv));
        await teacher.Page.Locator(".plan-offer").WaitForAsync();
        await teacher.Page.ShutsNobodyOut();
        await teacher.Page.FitsItsWindow();

        await teacher.Page.GotoAsync("/journal/4/plan/correction");

        await teacher.Page.ShutsNobodyOut();
        await Assertions.Expect(teacher.Page.Locator("h1")).ToHaveTextAsync("Лист коррекции поурочного планирования");
        await Assertions.Expect(teacher.Page.Locator("[data-print]")).ToBeVisibleAsync();
    }

    private async Task<Visitor> Open(string login)
    {
        var visitor = await browser.Visit(school, login);
        await Arrive(visitor, Path);
        return visitor;
    }

    private static async Task Arrive(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator(".planpage[data-ready]").WaitForAsync();
    }

    private static FilePayload File(string text) =>
        new()
        {
            Name = "план.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(text),
        };

    private static ILocator Topics(Visitor visitor) => visitor.Page.Locator(".plan-t [data-open]");
}
