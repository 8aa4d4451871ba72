using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Journal.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace Journal.Tests.Accounts;

/// <summary>A kiosk's session on the server: it ends without the page's help.</summary>
public sealed class KioskSessionTests
{
    private static readonly TimeSpan Patience = new JournalOptions().KioskPatience;

    [Fact]
    public async Task It_is_over_soon_after_the_last_touch_and_an_ordinary_one_is_not()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("parent", 8);
        var kiosk = await house.Sessions.Create(account, SessionKind.Kiosk, false, null, default);
        var ordinary = await house.Sessions.Create(account, SessionKind.Cookie, true, null, default);
        Assert.True(kiosk.Session.SharedComputer);

        house.Clock.Advance(Patience);
        Assert.NotNull(house.Sessions.Find(kiosk.Token));
        house.Sessions.Touch(kiosk.Session);
        house.Clock.Advance(Patience);
        Assert.NotNull(house.Sessions.Find(kiosk.Token));
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(house.Sessions.Find(kiosk.Token));
        await house.Sessions.EndExpired(default);
        Assert.True(kiosk.Session.Ended.IsCancellationRequested);
        Assert.NotNull(house.Sessions.Find(ordinary.Token));
    }

    [Fact]
    public async Task A_restart_of_the_server_gives_it_no_more_than_its_time_again()
    {
        using var folder = new TempFolder();
        string token;
        await using (var house = await AccountsHouse.Build(folder.Path))
            token = (await house.Sessions.Create(await house.Open("parent", 8), SessionKind.Kiosk, false, null, default)).Token;

        await using var again = await AccountsHouse.Build(folder.Path);

        Assert.True(again.Sessions.Find(token)!.IsKiosk);
        again.Clock.Advance(Patience + TimeSpan.FromSeconds(1));
        Assert.Null(again.Sessions.Find(token));
    }

    [Theory]
    [InlineData("navigate", "text/html", null, true)]
    [InlineData(null, "text/html", null, true)]
    [InlineData("cors", "text/html; blazor-enhanced-nav=on", "http://school/diary/21", true)]
    // The page asks for itself anew, its worker for a copy, a script for something.
    [InlineData("cors", "text/html; blazor-enhanced-nav=on", "http://school/diary/22?week=2026-11-16", false)]
    [InlineData("cors", "*/*", "http://school/diary/21", false)]
    [InlineData("same-origin", "*/*", null, false)]
    public void A_page_that_asks_by_itself_is_nobody_looking(string? mode, string accept, string? referer, bool byHand)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/diary/22", new("?week=2026-11-16"));
        request.Headers.Accept = accept;
        if (mode is not null)
            request.Headers["Sec-Fetch-Mode"] = mode;
        if (referer is not null)
            request.Headers.Referer = referer;

        Assert.Equal(byHand, ByHand.WentThere(request));
    }
}
