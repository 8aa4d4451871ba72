using Journal.Core.Diary;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Tests.Browser;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.ApiPage;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>The diary in a real browser while the teacher writes.</summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class LiveDiaryTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Week = "/diary/21?week=2026-11-16";

    [Fact]
    public async Task A_mark_appears_in_the_open_diary_and_the_page_stays_where_it_was()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week, phone: true);
        var page = family.Page;
        await page.SetViewportSizeAsync(360, 400);
        await family.Mark();
        await page.EvaluateAsync("scrollTo(0, 90)");
        await page.Locator(".mini a").Last.FocusAsync();

        await Put("5", Work16);
        await page.Locator("#d20261116 .m.new").GetByText("5", new() { Exact = true }).WaitForAsync();

        Assert.Equal("5 новая", await Text(page.Locator("#d20261116 .m.new")));
        Assert.True(await family.IsSame());
        Assert.Equal(90, await page.EvaluateAsync<int>("scrollY"));
        Assert.True(await page.Locator(".mini a").Last.EvaluateAsync<bool>("e => e === document.activeElement"));
        Assert.Equal("На связи", await Text(page.Locator("#line")));
        Assert.Empty(family.Visitor.Complaints);
    }

    [Fact]
    public async Task Topic_and_homework_appear_as_the_teacher_writes_them()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        await family.Mark();

        await school.Writer.Submit(new RecordLesson(Algebra, LessonToday, "Многочлены", "№ 725", null, Expected: 0), Teacher);
        await family.Page.Locator("#d20261120 .hw").GetByText("№ 725").WaitForAsync();

        Assert.Equal("Многочлены", await Text(family.Page.Locator("#d20261120 small").First));
        Assert.True(await family.IsSame());
    }

    [Fact]
    public async Task What_is_new_is_so_until_it_was_seen()
    {
        await Put("4", Work16);
        await using var family = await FamilyAtHome.Open(browser, school, "student", Week);
        var page = family.Page;
        await page.Locator("#d20261116 .m.new").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("#d20261116 .m.new").WaitForAsync();
        await family.Mark();

        await page.GetByRole(AriaRole.Button, new() { Name = "Просмотрено" }).ClickAsync();
        await page.Locator("#d20261116 .m.new").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.True(await family.IsSame());
        Assert.Equal(new Uri(school.Address, Week).ToString(), page.Url);
        Assert.Empty(family.Visitor.Complaints);
    }

    [Fact]
    public async Task Who_leaves_the_page_has_seen_it()
    {
        await Put("3", WorkToday);
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        var page = family.Page;
        await page.Locator("#d20261120 .m.new").WaitForAsync();

        // The page says it when it is left; when that has arrived, only the server knows.
        while (await page.Locator("#d20261120 .m.new").CountAsync() > 0)
        {
            await page.GotoAsync("about:blank");
            school.Clock.Advance(Seen.Pause);
            await page.GotoAsync(Week);
        }

        Assert.Equal("3", await Text(page.Locator("#d20261120 .m")));
    }

    [Fact]
    public async Task The_sum_that_was_unfolded_stays_so_when_a_mark_arrives()
    {
        await Put("5", Work9);
        await using var family = await FamilyAtHome.Open(browser, school, "parent", "/diary/21/subjects");
        var page = family.Page;
        await page.Locator("#avg-1 summary").ClickAsync();
        var before = await Text(page.Locator("#avg-1 p"));

        await Put("2", Work9);
        await page.WaitForFunctionAsync("before => document.querySelector('#avg-1 p').innerText !== before", before);

        Assert.True(await page.Locator("#avg-1").EvaluateAsync<bool>("e => e.open"));
    }

    [Fact]
    public async Task When_the_right_to_look_is_withdrawn_the_page_goes()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "other-parent", "/diary/22");
        await family.Page.Locator(".book").WaitForAsync();
        // The line must be up: whoever is not heard yet is only refused when asking again.
        await Put("5", Work9, Boris);
        await family.Page.Locator(".notes a").WaitForAsync();

        await school.Writer.Submit(new UnlinkGuardian(OtherParent.Person, Boris, SmallSchoolFacts.Today), Registrar);

        await family.Page.GetByText("Такой страницы нет").WaitForAsync();
    }

    [Theory]
    [InlineData(Week, false)]
    [InlineData(Week, true)]
    [InlineData("/diary/21/subjects", false)]
    [InlineData("/diary/21/subjects", true)]
    [InlineData("/diary/21/subjects/1", false)]
    [InlineData("/diary/21/subjects/1", true)]
    public async Task A_family_page_fits_a_phone_and_is_accessible(string path, bool dark)
    {
        await Put("4", Work16);
        await Put("2", WorkToday);
        await using var family = await FamilyAtHome.Open(browser, school, "parent", path, phone: true, dark);

        await family.Page.FitsItsWindow();
        await family.Page.ShutsNobodyOut();
    }

    private async Task Put(string value, Core.Basics.WorkId work, Core.Basics.StudentId? student = null)
    {
        using var teacher = await school.As("teacher");
        var version = (await Read(teacher)).VersionOf(student ?? Anna, work);
        var reply = await teacher.Post(Edits, Batch(Edit(value, version, student ?? Anna, work)));
        Assert.Contains(reply.First.GetProperty("outcome").GetString(), new[] { "applied", "unchanged" });
    }

    private static async Task<string> Text(ILocator locator) =>
        string.Join(' ', (await locator.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
