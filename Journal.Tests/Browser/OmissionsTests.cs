using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>What colleagues owe goes from the class teacher to the deputy and comes back answered: by keys, both pages open all the time.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OmissionsTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task The_class_teacher_tells_the_deputy_who_answers()
    {
        await school.Writer.AdoptRegulation();
        await using var classTeacher = await browser.Visit(school, "class-teacher");
        await classTeacher.Open("/class/1");
        await using var deputy = await browser.Visit(school, "deputy");
        await deputy.Open("/school/morning");
        var (owed, reports) = (classTeacher.Page.Locator(".owed"), deputy.Page.Locator(".reports"));

        await owed.Locator("header button").PressAsync("Enter");
        await owed.Locator("input[type=checkbox]").First.PressAsync("Space");
        await Assertions.Expect(owed.Locator(".tell .main")).ToHaveTextAsync("Отправить: 11");
        await classTeacher.Page.ShutsNobodyOut();
        await owed.Locator(".tell input").FillAsync("Прошу помочь");
        await owed.Locator(".tell input").PressAsync("Enter");
        await Assertions.Expect(owed.Locator(".chip").First).ToContainTextAsync("сообщено");

        await Assertions.Expect(reports).ToContainTextAsync("Прошу помочь");
        await reports.Locator("summary").PressAsync("Enter");
        await deputy.Page.ShutsNobodyOut();
        await reports.Locator("input").FillAsync("Поговорю с ними");
        await reports.Locator("input").PressAsync("Enter");
        await Assertions.Expect(reports).ToHaveCountAsync(0);

        // The panel goes through all courses of the class, and takes its time.
        for (var i = 0; i < 50 && await owed.Locator(".answered").CountAsync() == 0; i++)
        {
            school.Clock.Advance(TimeSpan.FromSeconds(16));
            await classTeacher.Page.NextFrame();
        }

        await Assertions.Expect(owed.Locator(".answered")).ToContainTextAsync("Поговорю с ними");
        foreach (var visitor in new[] { classTeacher, deputy })
            Assert.Empty(visitor.Complaints);
    }
}
