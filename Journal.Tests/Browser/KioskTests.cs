using Journal.Core.Homework.Storage;
using Journal.Core.Notices;
using Journal.Tests.Support;
using Microsoft.Playwright;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Browser;

/// <summary>A computer in the hall at which families look into the diary (S0 5.3). The browser's clock is the test's.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KioskTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const int Warned = 105_000;
    private const int Over = 125_000;

    [Fact]
    public async Task It_counts_down_and_whoever_is_still_there_stays()
    {
        await using var visitor = await Kiosk();
        var page = visitor.Page;
        await SignIn(page, "parent");
        await page.WaitForURLAsync("**/diary**");
        var warning = page.Locator("#kiosk-end");
        await Assertions.Expect(warning).ToBeHiddenAsync();

        await page.Clock.FastForwardAsync(Warned);
        await Assertions.Expect(warning).ToContainTextAsync("Сейчас дневник закроется");
        await page.ShutsNobodyOut();
        await page.SetViewportSizeAsync(360, 700);
        await page.FitsItsWindow();
        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();

        // The time begins anew.
        await page.Clock.FastForwardAsync(60_000);
        await Assertions.Expect(page.Locator(".book")).ToBeVisibleAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();
        // The clock that leapt has taken its line for broken.
        Assert.DoesNotContain(visitor.Complaints, said => !said.Contains("Server timeout"));
    }

    [Fact]
    public async Task Left_alone_it_signs_out_and_going_back_shows_nothing()
    {
        await using var visitor = await Kiosk();
        var page = visitor.Page;
        await SignIn(page, "parent");
        await page.WaitForURLAsync("**/diary**");
        await page.GotoAsync("/diary/21/subjects");
        await Assertions.Expect(page.Locator(".book")).ToBeVisibleAsync();

        await page.Clock.FastForwardAsync(Over);
        await page.WaitForURLAsync("**/sign-in");

        Assert.DoesNotContain((await visitor.Context.CookiesAsync()).Select(cookie => cookie.Name), name => name == "journal");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("[name=Login]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".book")).ToHaveCountAsync(0);
        Assert.Equal("", await page.Locator("[name=Login]").InputValueAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
    }

    [Fact]
    public async Task A_sign_out_that_is_lost_on_the_way_lets_nobody_in()
    {
        await using var visitor = await Kiosk();
        var page = visitor.Page;
        await SignIn(page, "parent");
        await page.WaitForURLAsync("**/diary**");
        // Never answered.
        await page.RouteAsync("**/sign-out", _ => Task.CompletedTask);

        await page.Locator("form[data-kiosk-out] button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");

        await Assertions.Expect(page.Locator("[name=Login]")).ToBeVisibleAsync();
        Assert.DoesNotContain((await visitor.Context.CookiesAsync()).Select(cookie => cookie.Name), name => name == "journal");
        await page.GotoAsync("/diary/21");
        await Assertions.Expect(page.Locator("[name=Login]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_file_is_brought_or_taken_home_from_it()
    {
        var file = await AttachedFile.Bring(school.Get<UploadBook>(), Parent);
        await school.Writer.Submit(new TellAbsence(Anna, Today, Today, NoticeReason.Ill, null, file), Parent);
        await using var visitor = await Kiosk();
        var page = visitor.Page;
        await SignIn(page, "parent");
        await page.WaitForURLAsync("**/diary**");

        await page.GotoAsync("/diary/21/absence");

        await Assertions.Expect(page.Locator("[name=Text]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=File]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-notice]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-notice] .file")).ToBeHiddenAsync();
        Assert.Equal(404, await page.EvaluateAsync<int>("async (id) => (await fetch(`/files/${id}`)).status", file.Id.ToString()));
    }

    [Fact]
    public async Task Staff_are_told_to_go_elsewhere_and_nothing_is_offered_to_be_remembered()
    {
        await using var visitor = await Kiosk();
        var page = visitor.Page;

        await SignIn(page, "teacher");

        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("входят только ученики и родители");
        await Assertions.Expect(page.Locator("[name=SharedComputer]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#pw")).ToHaveAttributeAsync("autocomplete", "off");
        await page.ShutsNobodyOut();
    }

    [Fact]
    public async Task Only_who_runs_the_server_makes_a_kiosk_and_ends_it()
    {
        await using var visitor = await Kiosk();
        var page = visitor.Page;

        await Switch(page, "deputy");
        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("администратор журнала");
        await Switch(page, "technician");
        await page.WaitForURLAsync("**/sign-in");

        await Assertions.Expect(page.Locator("[name=SharedComputer]")).ToHaveCountAsync(1);
        Assert.DoesNotContain(
            (await visitor.Context.CookiesAsync()).Select(cookie => cookie.Name),
            name => name is "journal" or "journal-kiosk"
        );
    }

    private const string Kept = """
        async () => {
          const kept = [await caches.keys(), await indexedDB.databases(), await navigator.serviceWorker.getRegistrations()];
          return localStorage.length + sessionStorage.length + kept.flat().length;
        }
        """;

    private async Task<Visitor> Kiosk()
    {
        await school.FinishSetUp();
        var visitor = await browser.Visit(school.Address);
        await visitor.Page.Clock.InstallAsync();
        await Switch(visitor.Page, "admin");
        await visitor.Page.WaitForURLAsync("**/sign-in");
        return visitor;
    }

    private static async Task Switch(IPage page, string login)
    {
        await page.GotoAsync("/kiosk");
        await Fill(page, login);
    }

    private static async Task SignIn(IPage page, string login)
    {
        await page.GotoAsync("/sign-in");
        await Fill(page, login);
    }

    private static async Task Fill(IPage page, string login)
    {
        await page.FillAsync("[name=Login]", login);
        await page.FillAsync("#pw", ApiSchool.Password);
        await page.ClickAsync("button.main");
    }
}
