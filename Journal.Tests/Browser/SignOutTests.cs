using System.Text.RegularExpressions;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>Signing out with something typed that is not recorded yet (hard day 3).</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class SignOutTests(BrowserFixture browser, GridTests.OwnSchool school) : IClassFixture<GridTests.OwnSchool>
{
    // A school that was never set up through its page sends on from one to the other.
    private static readonly Regex Out = new("/(sign-in|setup)$");

    private const string Stored = """
        () => new Promise((resolve) => {
          const opening = indexedDB.open('journal-outbox', 1);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('edits').objectStore('edits').count();
            counting.onsuccess = () => resolve(counting.result);
          };
        })
        """;

    [Fact]
    public async Task With_all_recorded_one_is_out_at_once()
    {
        await using var teacher = await Open(shared: false);

        await SignOut(teacher);

        await teacher.Page.WaitForURLAsync(Out);
    }

    [Fact]
    public async Task Without_a_line_it_asks_and_goes_once_all_is_recorded()
    {
        await using var teacher = await Open(shared: false);
        await teacher.Context.SetOfflineAsync(true);
        await Type(teacher, "4");
        await SignOut(teacher);
        var question = teacher.Page.Locator("[data-unsent]");
        await Assertions.Expect(question).ToContainTextAsync("Ещё не записано: 1");
        await Assertions.Expect(question).ToContainTextAsync("отправится, когда вы снова войдёте");
        await teacher.Page.ShutsNobodyOut();

        await teacher.Page.Locator("[data-wait]").ClickAsync();
        await teacher.Context.SetOfflineAsync(false);

        await teacher.Page.WaitForURLAsync(Out);
        Assert.Equal("4", Mark());
    }

    [Fact]
    public async Task Without_a_server_one_cannot_sign_out_and_is_told_so()
    {
        await using var teacher = await Open(shared: false);
        await teacher.Context.SetOfflineAsync(true);
        await Type(teacher, "4");
        await SignOut(teacher);

        await teacher.Page.Locator("[data-leave]").ClickAsync();

        await Assertions.Expect(teacher.Page.Locator("[data-offline]")).ToBeVisibleAsync();
        Assert.Contains("/journal/1", teacher.Page.Url);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task On_a_shared_computer_nothing_typed_stays_behind_on_an_own_one_it_waits_for_the_next_visit(bool shared, int left)
    {
        await using var teacher = await Open(shared);
        await teacher.Page.RouteAsync("**/edits", route => route.AbortAsync());
        await Type(teacher, "3");
        await SignOut(teacher);
        var question = teacher.Page.Locator("[data-unsent]");
        await Assertions.Expect(question).ToContainTextAsync(shared ? "будет стёрто" : "останется в этом браузере");

        await teacher.Page.Locator("[data-leave]").ClickAsync();

        await teacher.Page.WaitForURLAsync(Out);
        Assert.Equal(left, await teacher.Page.EvaluateAsync<int>(Stored));
        Assert.Equal("", Mark());
    }

    private async Task<Visitor> Open(bool shared)
    {
        await school.Empty([Anna]);
        var teacher = await browser.Visit(school, "teacher", null, shared);
        await teacher.Page.GotoAsync("/journal/1");
        await teacher.Page.Locator(".journal[data-ready]").WaitForAsync();
        await teacher.Page.Locator($"#s{Anna.Value} td.today").ClickAsync();
        return teacher;
    }

    private static async Task Type(Visitor teacher, string mark)
    {
        await teacher.Page.Keyboard.TypeAsync(mark);
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.Locator("td[data-state=waiting]").WaitForAsync();
    }

    private static async Task SignOut(Visitor teacher)
    {
        await teacher.Page.Locator("button.me").ClickAsync();
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Выйти", Exact = true }).ClickAsync();
    }

    private string Mark() => Core.Register.TypedMark.Text(school.Page.MarkAt(WorkToday, Anna).Value, school.Page.Rules.Scale);
}
