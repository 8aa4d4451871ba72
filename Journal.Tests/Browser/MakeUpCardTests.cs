using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>The protocol of a make-up, by keys alone.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class MakeUpCardTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    [Fact]
    public async Task It_is_offered_beside_the_mark_one_types_on_and_records_it_when_there_is_time()
    {
        await school.FinishSetUp();
        await school.Empty([Anna]);
        await school.Done(Absent("н", lesson: Lesson16));
        await using var teacher = await browser.Visit(school, "teacher");
        await teacher.Page.GotoAsync("/journal/1");
        await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
        await Cell(teacher.Page, Anna).ClickAsync();

        await teacher.Page.Keyboard.PressAsync("4");
        await teacher.Page.Keyboard.PressAsync("Tab");
        var card = teacher.Page.Locator(".pops [data-do=make-up]");
        await card.WaitForAsync();
        // The cell beside has the focus, and what is typed goes there.
        await teacher.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(Cell(teacher.Page, Anna)).ToBeFocusedAsync();
        await Assertions.Expect(Cell(teacher.Page, Anna)).ToHaveAttributeAsync("title", "отработка без протокола");
        await teacher.Page.ShutsNobodyOut();

        await teacher.Page.Keyboard.PressAsync("Shift+F9");
        await Assertions.Expect(teacher.Page.Locator(".pops [name=number]")).ToBeFocusedAsync();
        await teacher.Page.Keyboard.TypeAsync("12-а");
        await teacher.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Cell(teacher.Page, Anna)).ToHaveAttributeAsync("title", "отработано 20.11, протокол № 12-а");
        await Assertions.Expect(Cell(teacher.Page, Anna)).ToBeFocusedAsync();
        Assert.Equal(new MakeUpProtocol("12-а", Today, null), school.Page.MakeUpOf(Lesson16, Anna).Value);
        Assert.False(school.Page.AttendanceAt(Lesson16, Anna).Value.IsEmpty);
        // Withdrawn from the cell's menu.
        await teacher.Page.Keyboard.PressAsync("Shift+F10");
        await teacher.Page.Locator(".pops [data-do=make-up]").ClickAsync();
        await teacher.Page.Locator(".pops [data-do=withdraw]").ClickAsync();
        await Assertions.Expect(Cell(teacher.Page, Anna)).ToHaveAttributeAsync("data-p", "");
        Assert.Null(school.Page.MakeUpOf(Lesson16, Anna).Value);
    }

    private static ILocator Cell(IPage page, StudentId student) => page.Locator($"#s{student.Value} td[data-a]").First;
}
