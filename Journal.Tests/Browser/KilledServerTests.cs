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
        using var reader = await Teacher(again);
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

    [Fact]
    public async Task A_family_reads_on_and_lets_the_teachers_go_first()
    {
        using var data = new TempFolder();
        var settings = await ApiDocumentTests.School(data.Path);
        await using var server = await ServerProcess.Start(settings);
        await using var parent = await browser.Visit(server.Address);
        // The turn itself is kept in hand: six seconds, and by luck half of twenty more.
        await parent.Page.AddInitScriptAsync(
            """
            Math.random = () => 0.5;
            const wait = globalThis.setTimeout;
            globalThis.setTimeout = (act, ms, ...rest) => {
              if (ms !== 16000) return wait(act, ms, ...rest);
              globalThis.turn = act;
              document.documentElement.setAttribute('data-waits', '');
              return 0;
            };
            document.addEventListener('journal:line', (e) => (globalThis.line = e.detail));
            """
        );
        await SignIn(parent.Page, "parent");
        using var teacher = await Teacher(server);
        await teacher.Post(ApiPage.Edits, ApiPage.Batch(ApiPage.Edit("5", 0)));
        var mark = parent.Page.Locator("main .m", new() { HasText = "5" });
        await mark.WaitForAsync();
        await server.Kill();
        await using var again = await ServerProcess.Start(settings with { Port = server.Address.Port });

        var waiting = parent.Page.Locator("html[data-waits]");
        await waiting.WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal("lost", await parent.Page.EvaluateAsync<string>("globalThis.line"));
        Assert.True(await mark.IsVisibleAsync());
        await parent.Page.EvaluateAsync("globalThis.turn()");
        await Assertions.Expect(waiting).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await mark.WaitForAsync();
    }

    private static async Task<Caller> Teacher(ServerProcess server)
    {
        using var caller = new Caller(server.Address, null);
        var token = (await caller.Post("api/v1/sign-in", new { login = "teacher", password = ApiSchool.Password })).Json;
        return new Caller(server.Address, token.GetProperty("token").GetString());
    }

    private static async Task SignIn(IPage page, string login = "teacher")
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name=Login]").FillAsync(login);
        await page.Locator("#pw").FillAsync(ApiSchool.Password);
        await page.Locator("button.main").ClickAsync();
        await page.WaitForURLAsync(login == "teacher" ? "**/journal" : "**/diary");
    }
}
