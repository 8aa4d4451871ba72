using System.Text.RegularExpressions;
using Journal.Tests.Support;
using Microsoft.Playwright;

namespace Journal.Tests.Diary;

/// <summary>The time without a connection: what a family can still read, and what nobody else can.</summary>
[Collection(ReadingBrowserCollection.Name)]
public sealed class OfflineDiaryTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Week = "/diary/21";

    [Fact]
    public async Task The_last_page_is_readable_without_a_connection_and_says_of_when_it_is()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        var page = family.Page;
        await family.CopyKept();
        await family.Offline(true);

        await page.ReloadAsync();

        // The copy speaks of a connection until its script has looked when it was made.
        await Assertions
            .Expect(page.Locator("#line"))
            .ToHaveTextAsync(new Regex(@"^\s*Данные от \d\d:\d\d\s*$"), new() { UseInnerText = true });
        Assert.Contains("Алгебра", await page.Locator(".book").InnerTextAsync());
        Assert.Equal("14px", await page.Locator(".d li").First.EvaluateAsync<string>("e => getComputedStyle(e).fontSize"));
        await page.GotoAsync("/diary/21/subjects");
        await page.GetByText("Эта страница не сохранена").WaitForAsync();
        await page.GoBackAsync();
        await family.Offline(false);
        await page.Locator("#line").GetByText("На связи").WaitForAsync();
    }

    [Fact]
    public async Task When_the_connection_breaks_only_the_chip_says_so()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        var page = family.Page;
        await page.EvaluateAsync("dispatchEvent(new Event('offline'))");
        await page.EvaluateAsync("document.dispatchEvent(new CustomEvent('journal:line', { detail: 'down' }))");

        Assert.Matches(@"^Нет сети, \d\d:\d\d$", await Chip(page));
        Assert.Equal(0, await page.Locator("dialog[open], [aria-modal=true]").CountAsync());
        await page.Locator(".d li").First.ClickAsync();

        await page.EvaluateAsync("document.dispatchEvent(new CustomEvent('journal:line', { detail: 'up' }))");
        Assert.Equal("На связи", await Chip(page));
    }

    [Fact]
    public async Task After_sign_out_back_shows_nothing_with_or_without_a_connection()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        var page = family.Page;
        await family.CopyKept();

        await page.GetByRole(AriaRole.Button, new() { Name = "Выйти" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await family.CopiesGone();
        await page.GoBackAsync();
        await page.WaitForURLAsync("**/sign-in**");
        Assert.Equal(0, await page.GetByText("Алгебра").CountAsync());

        await family.Offline(true);
        await page.GotoAsync(Week);
        await page.GetByText("Эта страница не сохранена").WaitForAsync();
        Assert.Empty(await family.Copies());
    }

    [Fact]
    public async Task Another_account_sees_nothing_of_what_was_kept()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        await family.CopyKept();
        // The session is lost without a sign-out: closed by the office, or run out.
        await family.Visitor.Context.ClearCookiesAsync();

        await family.SignIn("other-parent", "/diary/22");
        await family.CopyKept();

        Assert.All(await family.Copies(), copy => Assert.EndsWith(" /diary/22", copy));
        await family.Offline(true);
        await family.Page.GotoAsync(Week);
        await family.Page.GetByText("Эта страница не сохранена").WaitForAsync();
    }

    [Fact]
    public async Task A_copy_asked_for_before_the_sign_out_is_not_kept_after_it()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        var page = family.Page;
        await family.CopyKept();

        // Asked for and signed out in one breath.
        await page.EvaluateAsync("() => { fetch('/diary/21/subjects', { headers: { accept: 'text/html; blazor-enhanced-nav=on' } }); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Выйти" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await family.CopiesGone();
        await page.ReloadAsync();

        Assert.Empty(await family.Copies());
    }

    [Fact]
    public async Task On_a_shared_computer_nothing_is_kept()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week, shared: true);
        var page = family.Page;
        await page.GotoAsync("/diary/21/subjects");
        await page.GotoAsync(Week);

        Assert.True(await page.EvaluateAsync<bool>("'shared' in document.documentElement.dataset"));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await caches.keys()).length"));
    }

    [Fact]
    public async Task A_computer_that_becomes_a_shared_one_forgets()
    {
        await using var family = await FamilyAtHome.Open(browser, school, "parent", Week);
        await family.CopyKept();
        await family.Visitor.Context.ClearCookiesAsync();

        await family.SignIn("other-parent", "/diary/22", shared: true);
        await family.NothingKept();

        Assert.Empty(await family.Copies());
    }

    private static async Task<string> Chip(IPage page) => (await page.Locator("#line").InnerTextAsync()).Trim();
}
