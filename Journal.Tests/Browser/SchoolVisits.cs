using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Journal.Tests.Browser;

/// <summary>Somebody of the small school at a computer, signed in already.</summary>
public static class SchoolVisits
{
    public static async Task<Visitor> Visit(
        this BrowserFixture browser,
        ApiSchool school,
        string login,
        Action<BrowserNewContextOptions>? change = null,
        bool shared = false,
        Uri? address = null
    )
    {
        await using var db = await school.Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        var account = await db.Users.AsNoTracking().SingleAsync(one => one.UserName == login);
        var session = await school.Get<Sessions>().Create(account, SessionKind.Cookie, shared, "a test", default);
        var visitor = await browser.Visit(address ?? school.Address, change);
        await visitor.Context.AddCookiesAsync([
            new()
            {
                Name = "journal",
                Value = session.Token,
                Url = (address ?? school.Address).ToString(),
            },
        ]);
        return visitor;
    }

    /// <summary>Opens a staff page and waits until it hears: until then a click would be lost.</summary>
    public static async Task Open(this Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Page.Locator("main[data-interactive]").WaitForAsync();
    }
}
