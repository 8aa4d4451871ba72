using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class OwnAccountTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    [Theory]
    [InlineData("teacher", ColorScheme.Light, 1440)]
    [InlineData("teacher", ColorScheme.Dark, 360)]
    [InlineData("parent", ColorScheme.Light, 360)]
    [InlineData("parent", ColorScheme.Dark, 1440)]
    public async Task The_page_is_without_fault_for_those_who_do_not_see_it_and_fits_its_window(string login, ColorScheme theme, int width)
    {
        await using var elsewhere = await browser.Visit(school, login);
        await using var visitor = await browser.Visit(
            school,
            login,
            options => (options.ViewportSize, options.ColorScheme) = (new() { Width = width, Height = width < 700 ? 780 : 900 }, theme)
        );
        await visitor.Page.GotoAsync("/account");

        await visitor.Page.ShutsNobodyOut();

        await visitor.Page.FitsItsWindow();
        Assert.Equal(1, await visitor.Page.Locator("button.main").CountAsync());
        // Nothing sticks out of its panel either.
        Assert.Equal(
            0,
            await visitor.Page.EvaluateAsync<int>(
                "[...document.querySelectorAll('.own .list')].filter(one => one.scrollWidth > one.clientWidth).length"
            )
        );
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_menu_of_a_staff_page_leads_there_and_the_way_back_is_a_page_of_its_own()
    {
        await using var visitor = await browser.Visit(school, "deputy");
        await visitor.Open("/journal");
        await visitor.Page.Locator("button.me").ClickAsync();
        await visitor.Page.Locator("#me a").ClickAsync();
        await visitor.Page.Locator("body.family h1", new() { HasText = "Моя учётная запись" }).WaitForAsync();
        await visitor.Page.Locator("#Current-field + button").ClickAsync();
        Assert.Equal("text", await visitor.Page.Locator("#Current-field").GetAttributeAsync("type"));

        await visitor.Page.Locator("header .logo").ClickAsync();
        await visitor.Page.Locator("body.staff main[data-interactive]").WaitForAsync();

        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task An_open_page_whose_browser_was_given_to_somebody_else_is_loaded_anew_for_them()
    {
        await using var visitor = await browser.Visit(school, "class-teacher");
        await visitor.Open("/journal");
        var account = await visitor.Page.Locator("html").GetAttributeAsync("data-account");
        var former = school.Get<Sessions>().Find((await visitor.Context.CookiesAsync()).Single(one => one.Name == "journal").Value)!;

        // As in another tab: the new session takes the place of the former one.
        var now = await Session("deputy");
        await visitor.Context.AddCookiesAsync([
            new()
            {
                Name = "journal",
                Value = now.Token,
                Url = school.Address.ToString(),
            },
        ]);
        await school.Get<Sessions>().End(former.Id, default);

        await visitor.Page.Locator($"html[data-account='{now.Session.AccountId}'] main[data-interactive]").WaitForAsync();
        Assert.NotEqual(account, await visitor.Page.Locator("html").GetAttributeAsync("data-account"));
        Assert.Equal("Фамилия2\u00a0И.", await visitor.Page.Locator(".me .name").InnerTextAsync());
    }

    private async Task<NewSession> Session(string login)
    {
        await using var db = await school.Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        var account = await db.Users.AsNoTracking().SingleAsync(one => one.UserName == login);
        return await school.Get<Sessions>().Create(account, SessionKind.Cookie, false, "a test", default);
    }
}
