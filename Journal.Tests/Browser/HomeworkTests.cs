using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>Homework as a teacher writes it in a real browser, while a family has the diary open.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HomeworkTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private static readonly FilePayload Notes = new()
    {
        Name = "Опорный конспект.pdf",
        MimeType = "application/pdf",
        Buffer = AttachedFile.Pdf,
    };

    private static readonly FilePayload Disguised = new()
    {
        Name = "конспект.pdf",
        MimeType = "application/pdf",
        Buffer = "<script>alert(1)</script>"u8.ToArray(),
    };

    [Fact]
    public async Task What_is_written_outlives_the_tab_and_is_seen_by_families_when_it_is_published()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", "/diary/21?week=2026-11-16");
        await using var teacher = await Open(LessonToday);
        await teacher.Page.Locator("#task").FillAsync("§ 29\n- № 725\n- **по желанию:** № 731");
        await teacher.Page.Locator("[name=minutes]").FillAsync("35");
        await Assertions.Expect(teacher.Page.Locator("[data-said]")).ToContainTextAsync("Черновик сохранён");

        await teacher.Page.ReloadAsync();
        await teacher.Page.Locator("form[data-ready]").WaitForAsync();
        await Assertions.Expect(teacher.Page.Locator("[data-said]")).ToContainTextAsync("Восстановлен черновик");
        await Assertions.Expect(teacher.Page.Locator(".figure b")).ToHaveTextAsync("35");
        Assert.Null(Page.Lessons[LessonToday].Homework);
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать" }).ClickAsync();

        var task = family.Page.Locator($"#l{LessonToday.Value} .light");
        await task.GetByText("№ 731").WaitForAsync();
        Assert.Equal(2, await task.Locator("li").CountAsync());
        Assert.Equal("по желанию:", await task.Locator("strong").InnerTextAsync());
        Assert.Contains("35 мин", await task.InnerTextAsync());
        await Assertions.Expect(teacher.Page.Locator("[data-said]")).ToBeEmptyAsync();
        Assert.Empty(teacher.Complaints);
        Assert.Empty(family.Visitor.Complaints);
    }

    [Fact]
    public async Task A_file_reaches_the_family_and_one_that_is_not_what_it_says_reaches_nobody()
    {
        await using var teacher = await Open(Lesson16);
        var page = teacher.Page;
        await page.Locator("#task").FillAsync("§ 30");
        await page.Locator("[data-bring]").SetInputFilesAsync([Notes, Disguised]);
        await page.Locator(".files a").WaitForAsync();
        await Assertions.Expect(page.Locator(".files .failed")).ToContainTextAsync("Содержимое должно соответствовать имени");
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Исправить" }).WaitForAsync();

        await using var family = await FamilyAtHome.Open(browser, school, "parent", "/diary/21?week=2026-11-16");
        var download = await family.Page.RunAndWaitForDownloadAsync(() => family.Page.Locator(".file").ClickAsync());

        Assert.Equal(Notes.Name, download.SuggestedFilename);
        Assert.Equal(AttachedFile.Pdf, await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.Equal(Notes.Name, Assert.Single(Page.OwnTaskOf(Lesson16)!.Task.Details.Files).Name);
    }

    [Fact]
    public async Task What_a_student_ticked_off_is_told_to_nobody_else()
    {
        var homework = new RecordLesson(Algebra, Lesson9, null, "№ 9", null, Page.RecordOf(Lesson9).Version);
        await school.Writer.Submit(homework, Teacher);
        const string Week = "/diary/21?week=2026-11-09";
        await using var student = await FamilyAtHome.Open(browser, school, "student", Week);
        var box = student.Page.Locator($"#l{Lesson9.Value} [data-done]");
        await student.Page.RunAndWaitForResponseAsync(
            () => box.CheckAsync(),
            answer => answer.Url.EndsWith("/diary/done", StringComparison.Ordinal)
        );

        await student.Page.ReloadAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
        await using var parent = await FamilyAtHome.Open(browser, school, "parent", Week);
        await Assertions.Expect(parent.Page.Locator($"#l{Lesson9.Value} .light")).ToContainTextAsync("№ 9");
        Assert.Equal(0, await parent.Page.Locator("[data-done]").CountAsync());
        Assert.Empty(student.Visitor.Complaints);
    }

    private JournalPage Page => school.Get<Core.Register.Storage.JournalPages>().Read(AlgebraPage)!;

    private async Task<Visitor> Open(Core.Basics.LessonId lesson)
    {
        var visitor = await browser.Visit(school, "teacher");
        await visitor.Page.GotoAsync($"/homework/{lesson.Value}");
        await visitor.Page.Locator("form[data-ready]").WaitForAsync();
        return visitor;
    }
}
