using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>Remarks and notices of absence as teachers and a family meet them: each at a computer of their own, all live.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RemarkTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private static readonly FilePayload Certificate = new()
    {
        Name = "Справка.pdf",
        MimeType = "application/pdf",
        Buffer = AttachedFile.Pdf,
    };

    private static readonly FilePayload Disguised = new()
    {
        Name = "Справка.pdf",
        MimeType = "application/pdf",
        Buffer = "<script>alert(1)</script>"u8.ToArray(),
    };

    private JournalPage Page => school.Get<JournalPages>().Read(AlgebraPage)!;

    [Fact]
    public async Task What_a_parent_tells_goes_by_the_class_teacher_into_the_roll_and_back_into_the_diary()
    {
        await using var classTeacher = await browser.Visit(school, "class-teacher");
        await classTeacher.Open("/class/1");
        await using var teacher = await Roll(LessonToday.Value);
        await using var parent = await browser.Visit(school, "parent");
        await parent.Page.GotoAsync("/diary/21");
        await parent.Page.GetByRole(AriaRole.Link, new() { Name = "Сообщить об отсутствии" }).ClickAsync();
        await parent.Page.Locator("[name=To]").FillAsync("2026-11-25");
        await parent.Page.Locator("[name=File]").SetInputFilesAsync(Certificate);
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = "Сообщить", Exact = true }).ClickAsync();
        await Assertions.Expect(parent.Page.Locator(".said")).ToContainTextAsync("отправлено");

        var row = teacher.Page.Locator($"[data-student='{Anna.Value}']");
        await Assertions.Expect(row.Locator(".told")).ToHaveTextAsync("по сообщению родителей: болеет до 25.11");
        await Assertions.Expect(row.Locator("[data-code='н']")).ToHaveAttributeAsync("aria-pressed", "mixed");
        Assert.Equal(0, Page.AttendanceAt(LessonToday, Anna).Version);
        await Assertions.Expect(classTeacher.Page.Locator("[data-notice]")).ToContainTextAsync("Болеет");
        await classTeacher.Page.GetByRole(AriaRole.Button, new() { Name = "Подтвердить" }).ClickAsync();
        await Assertions.Expect(classTeacher.Page.Locator("[data-notice] .chip")).ToHaveTextAsync("подтверждено");
        await Assertions.Expect(parent.Page.Locator("[data-notice] .state")).ToHaveTextAsync("подтверждено");
        await Assertions.Expect(row.Locator("[data-code='б']")).ToHaveAttributeAsync("aria-pressed", "mixed");
        await teacher.Page.Locator("[data-act=done]").ClickAsync();
        await teacher.Page.Locator(".taken").WaitForAsync();

        await Assertions.Expect(row.Locator("[data-code='б']")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.StartsWith("по сообщению родителей", Page.Reasons[(LessonToday, Anna)].Value!.Document);
        await parent.Page.GotoAsync("/diary/21?week=2026-11-16");
        await Assertions.Expect(parent.Page.Locator($"#l{LessonToday.Value} .abs")).ToContainTextAsync("болел");
        foreach (var visitor in new[] { classTeacher, teacher, parent })
            Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Whoever_is_here_after_all_is_cleared_with_one_tap()
    {
        var told = new Core.Notices.TellAbsence(Boris, Today.AddDays(-4), Today.AddDays(-4), Core.Notices.NoticeReason.Family, null, null);
        await school.Writer.Submit(told, OtherParent);
        await using var teacher = await Roll(Lesson16.Value);
        var row = teacher.Page.Locator($"[data-student='{Boris.Value}']");
        await Assertions.Expect(teacher.Page.Locator("[data-sum]")).ToHaveTextAsync("3 из 4 на уроке");

        await row.Locator("[data-here]").ClickAsync();

        await Assertions.Expect(teacher.Page.Locator("[data-sum]")).ToHaveTextAsync("4 из 4 на уроке");
        await Assertions.Expect(row.Locator("[data-here]")).ToBeHiddenAsync();
        await teacher.Page.ReloadAsync();
        await teacher.Page.Locator(".rollpage[data-ready]").WaitForAsync();
        await Assertions.Expect(teacher.Page.Locator("[data-sum]")).ToHaveTextAsync("4 из 4 на уроке");
        await teacher.Page.Locator("[data-act=done]").ClickAsync();
        await teacher.Page.Locator(".taken").WaitForAsync();
        Assert.Equal(0, Page.AttendanceAt(Lesson16, Boris).Version);
    }

    [Fact]
    public async Task A_parent_is_told_what_is_wrong_and_nothing_typed_is_lost()
    {
        await using var parent = await browser.Visit(school, "other-parent");
        var page = parent.Page;
        await page.GotoAsync($"/diary/{Boris.Value}/absence");
        await page.GetByText("Другое").ClickAsync();
        await page.Locator("[name=To]").FillAsync("2026-11-27");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сообщить", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".err")).ToHaveTextAsync("Напишите в двух словах: почему.");
        await Assertions.Expect(page.Locator("[name=To]")).ToHaveValueAsync("2026-11-27");
        await Assertions.Expect(page.Locator("[value=Other]")).ToBeCheckedAsync();

        await page.Locator("[name=Text]").FillAsync("Соревнования");
        await page.Locator("[name=File]").SetInputFilesAsync(Disguised);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сообщить", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".err")).ToContainTextAsync("Содержимое должно соответствовать имени");
        await Assertions.Expect(page.Locator("[name=Text]")).ToHaveValueAsync("Соревнования");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сообщить", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("отправлено");

        await page.GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("отозвано");
        await Assertions.Expect(page.Locator("[data-notice] .state").First).ToHaveTextAsync("отозвано");
        Assert.DoesNotContain(parent.Complaints, said => !said.Contains("400"));
    }

    [Fact]
    public async Task What_is_being_typed_and_the_chosen_file_stay_when_an_answer_arrives()
    {
        var (from, to) = (Today.AddDays(20), Today.AddDays(21));
        var told = (Core.Writing.Applied)
            await school.Writer.Submit(new Core.Notices.TellAbsence(Anna, from, to, Core.Notices.NoticeReason.Family, null, null), Parent);
        await using var family = await FamilyAtHome.Open(browser, school, "parent", $"/diary/{Anna.Value}/absence");
        var page = family.Page;
        var notices = school.Get<Core.Notices.Storage.NoticeBook>();
        var notice = (await notices.By(Parent.Person, Anna, Today)).Single(one => one.Version == told.Seq);
        var own = page.Locator($"[data-notice='{notice.Notice.Id.Value}'] .state");
        await page.GetByText("Другое").ClickAsync();
        await page.Locator("[name=From]").FillAsync("2026-11-27");
        await page.Locator("[name=To]").FillAsync("2026-11-28");
        await page.Locator("[name=Text]").FillAsync("Соревнования");
        await page.Locator("[name=File]").SetInputFilesAsync(Certificate);

        var no = new Core.Notices.AnswerNotice(Anna, notice.Notice.Id, Confirmed: false, null, null, "Каникулы", notice.Version);
        Assert.IsType<Core.Writing.Applied>(await school.Writer.Submit(no, ClassTeacher));
        await Assertions.Expect(own).ToHaveTextAsync("не принято");

        await Assertions.Expect(page.Locator("[value=Other]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name=From]")).ToHaveValueAsync("2026-11-27");
        await Assertions.Expect(page.Locator("[name=To]")).ToHaveValueAsync("2026-11-28");
        await Assertions.Expect(page.Locator("[name=Text]")).ToHaveValueAsync("Соревнования");
        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelector('[name=File]').files.length"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Сообщить", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("отправлено");
        await Assertions.Expect(page.Locator("[name=Text]")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_remark_from_the_roll_is_read_at_home_and_the_class_teacher_sees_that()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", "/diary/21?week=2026-11-09");
        await using var classTeacher = await browser.Visit(school, "class-teacher");
        await classTeacher.Open("/class/1");
        await using var teacher = await Roll(Lesson9.Value);
        await teacher.Page.Locator($"[data-student='{Anna.Value}'] [data-code]").First.FocusAsync();
        await teacher.Page.Keyboard.PressAsync("F9");
        var form = teacher.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(form).ToContainTextAsync("Сразу увидят ученик и родители");
        await form.GetByText("Благодарность").ClickAsync();
        await form.GetByLabel("Текст").FillAsync("Помогла однокласснику");
        await form.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();

        var remark = family.Page.Locator($"#l{Lesson9.Value} .remark");
        await Assertions.Expect(remark).ToContainTextAsync("Помогла однокласснику");
        await Assertions.Expect(remark.Locator("em")).ToHaveTextAsync("новое");
        await Assertions.Expect(form).ToHaveCountAsync(0);
        await Assertions
            .Expect(classTeacher.Page.Locator(".remarks li").Filter(new() { HasText = "однокласснику" }))
            .ToContainTextAsync("Прочитали: Фамилия9 И.");
        Assert.Empty(family.Visitor.Complaints);
        Assert.Empty(teacher.Complaints);
    }

    [Fact]
    public async Task In_the_grid_a_key_opens_the_form_and_one_is_back_in_the_cell_after_it()
    {
        await using var teacher = await browser.Visit(school, "teacher");
        await teacher.Page.GotoAsync($"/journal/{Algebra.Value}");
        await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
        await teacher.Page.Locator($"#s{Vera.Value} td.d, #s{Vera.Value} td").Nth(1).ClickAsync();
        await teacher.Page.Keyboard.PressAsync("F9");
        var form = teacher.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(form.GetByLabel("Текст")).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(form).ToHaveCountAsync(0);
        await teacher.Page.Keyboard.PressAsync("F9");
        await Assertions.Expect(form.GetByLabel("Текст")).ToBeFocusedAsync();
        await teacher.Page.Keyboard.TypeAsync("Забыла учебник");
        await teacher.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(form).ToHaveCountAsync(0);
        await Assertions.Expect(teacher.Page.Locator($"#s{Vera.Value} td[tabindex]")).ToBeFocusedAsync();
        var remarks = await school.Get<Core.Access.Readings>().Remarks(Teacher.Person, Algebra, Vera);
        Assert.Equal((RemarkKind.Note, "Забыла учебник"), (remarks![0].Card.Words.Kind, remarks[0].Card.Words.Text));
        Assert.Empty(teacher.Complaints);
    }

    private async Task<Visitor> Roll(int lesson)
    {
        var visitor = await browser.Visit(school, "teacher");
        await visitor.Page.GotoAsync($"/roll/{lesson}");
        await visitor.Page.Locator(".rollpage[data-ready]").WaitForAsync();
        return visitor;
    }
}
