using Journal.Core.Basics;
using Journal.Tests.Documents;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>A teacher types on while the server is killed and started again.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KilledServerTests(BrowserFixture browser)
{
    private static readonly StudentId[] InOrder = [Anna, Boris, Vera, Newcomer];

    [Fact]
    public async Task Not_one_mark_is_lost_or_doubled_and_the_page_comes_back_by_itself()
    {
        using var data = new TempFolder();
        var settings = await ApiDocumentTests.School(data.Path);
        await using var server = await ServerProcess.Start(settings);
        await using var teacher = await browser.Visit(server.Address);
        await SignIn(teacher.Page);
        await teacher.Page.GotoAsync("/journal/1");
        await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
        await teacher.Page.Locator($"#s{Anna.Value} td.today").ClickAsync();

        await teacher.Page.Type("5");
        await teacher.Page.Type("4");
        await server.Kill();
        await teacher.Page.Type("3");
        await teacher.Page.Type("2");
        Assert.NotEqual(0, await teacher.Page.Locator("td[data-state=waiting]").CountAsync());
        await using var again = await ServerProcess.Start(settings with { Port = server.Address.Port });

        await Assertions.Expect(teacher.Page.Locator("td[data-now]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(teacher.Page.Locator("html")).ToHaveAttributeAsync("data-line", "up");
        using var caller = new Caller(again.Address, null);
        var token = (await caller.Post("api/v1/sign-in", new { login = "teacher", password = ApiSchool.Password })).Json;
        using var reader = new Caller(again.Address, token.GetProperty("token").GetString());
        var page = await ApiPage.Read(reader);
        Assert.Equal(
            ["5", "4", "3", "2"],
            InOrder.Select(student => page.Mark(student, WorkToday)!.Value.GetProperty("value").GetString())
        );
        foreach (var student in InOrder)
        {
            var history = await reader.Get($"api/v1/cells/history?course=1&student={student.Value}&work={WorkToday.Value}");
            Assert.Equal(1, history.Json.GetProperty("entries").GetArrayLength());
        }
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name=Login]").FillAsync("teacher");
        await page.Locator("#pw").FillAsync(ApiSchool.Password);
        await page.Locator("button.main").ClickAsync();
        await page.WaitForURLAsync("**/journal");
    }
}
