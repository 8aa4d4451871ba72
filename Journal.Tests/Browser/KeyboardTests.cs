using System.Text.RegularExpressions;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>The mouse lies unplugged: from the sign-in form to a recorded column, and what a screen reader is told on the way.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    private static readonly StudentId[] InOrder = [Anna, Boris, Vera, Newcomer];

    [Fact]
    public async Task Marks_are_put_changed_copied_commented_and_taken_back_without_a_mouse()
    {
        await school.Empty(InOrder);
        await using var teacher = await browser.Visit(school, "teacher");
        var (page, keys) = (teacher.Page, teacher.Page.Keyboard);
        await page.GotoAsync("/journal");
        await page.Locator("main[data-interactive]").WaitForAsync();
        await Walk(page, "a[href='/journal/1']");
        await keys.PressAsync("Enter");
        await page.Locator(".journal[data-ready]").WaitForAsync();
        await Walk(page, "table.grid td");

        await keys.PressAsync("Control+Home");
        await keys.PressAsync("End");
        await keys.PressAsync("ArrowLeft");
        await Assertions.Expect(Today(page, Anna)).ToBeFocusedAsync();
        await keys.TypeAsync("5");
        await keys.PressAsync("Escape");
        await Assertions.Expect(Today(page, Anna)).ToBeFocusedAsync();
        foreach (var mark in new[] { "5", "4", "3" })
        {
            await keys.TypeAsync(mark);
            await keys.PressAsync("Enter");
        }

        // The last one is corrected where it stands.
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("F2");
        await keys.PressAsync("Backspace");
        await keys.TypeAsync("2");
        await keys.PressAsync("Enter");
        await page.Settled();
        Assert.Equal(["5", "4", "2", ""], Marks(WorkToday));

        // One value into a selection, and all of it taken back at once.
        await keys.PressAsync("Control+Home");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Shift+Control+ArrowDown");
        await keys.TypeAsync("4");
        await keys.PressAsync("Control+Enter");
        await page.Settled();
        Assert.Equal(["4", "4", "4", "4"], Marks(Work16));
        await keys.PressAsync("Control+z");
        await page.Settled();
        Assert.Equal(["", "", "", ""], Marks(Work16));
        await keys.PressAsync("Control+y");
        await page.Settled();
        Assert.Equal(["4", "4", "4", "4"], Marks(Work16));

        await keys.PressAsync("Control+Home");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Delete");
        await page.Settled();
        Assert.Equal(["", "4", "4", "4"], Marks(Work16));
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Shift+F2");
        await keys.TypeAsync("Списал");
        await keys.PressAsync("Control+Enter");
        await page.Settled();
        Assert.Equal("Списал", school.Page.MarkAt(Work16, Boris).Value.Comment);
        Assert.False(school.Page.MarkAt(Work16, Boris).Value.CommentForFamily);
        await Assertions.Expect(page.Locator($"#s{Boris.Value} td[data-sel=at]")).ToBeFocusedAsync();
        Assert.Empty(teacher.Complaints);
    }

    [Fact]
    public async Task A_screen_reader_hears_student_lesson_and_state_of_a_cell()
    {
        await school.Empty(InOrder);
        await school.Done(Put("4", school.Page.MarkAt(WorkToday, Anna).Version) with { Comment = "Молодец", CommentForFamily = true });
        await school.Done(Absent("н", school.Page.AttendanceAt(LessonToday, Boris).Version, student: Boris));
        await using var teacher = await browser.Visit(school, "teacher");
        var page = teacher.Page;
        await page.GotoAsync("/journal/1");
        await page.Locator(".journal[data-ready]").WaitForAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Grid).First).ToHaveAccessibleNameAsync("Отметки: 7Б · Алгебра · 2 четверть");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Фамилия21 Имя21" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { NameRegex = new("20") }).First).ToBeVisibleAsync();
        await Assertions.Expect(Today(page, Anna)).ToContainTextAsync("4");
        await Today(page, Anna).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".says-cell")).ToContainTextAsync("Фамилия21 Имя21");
        await Assertions.Expect(page.Locator(".says-cell")).ToContainTextAsync("Молодец");
        await page.Keyboard.TypeAsync("9");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-voice]")).ToContainTextAsync("«9»");
        await Assertions.Expect(page.Locator($"#s{Anna.Value} td[data-state=refused]")).ToHaveAccessibleNameAsync(new Regex("не принято"));
    }

    // Tab after Tab, as somebody without a mouse walks.
    private static async Task Walk(IPage page, string to)
    {
        for (var step = 0; step < 60; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator($"{to}:focus").CountAsync() > 0)
                return;
        }

        Assert.Fail($"No way by Tab to {to}.");
    }

    private static ILocator Today(IPage page, StudentId student) => page.Locator($"#s{student.Value} td.today").First;

    private string[] Marks(WorkId work) =>
        [.. InOrder.Select(student => TypedMark.Text(school.Page.MarkAt(work, student).Value, school.Page.Rules.Scale))];
}
