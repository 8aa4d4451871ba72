using Journal.Web.Hosting;
using Journal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Accounts;

/// <summary>What the pages post besides the sign-in form itself. Every form field here makes the framework demand the antiforgery token.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes, JournalOptions options)
    {
        routes.MapPost("/sign-out", SignOut).AllowAnonymous();
        routes.MapPost("/preferences", Prefer).AllowAnonymous();
        routes.MapPost("/kiosk/here", Here);
        routes.MapGet("/antiforgery", Antiforgery).AllowAnonymous();
        if (options.Demo)
            routes.MapPost("/demo-sign-in", PlayAs).AllowAnonymous();
    }

    /// <summary>A new session in this browser; the one it had before ends.</summary>
    public static async Task Begin(HttpContext http, SignInResult.SignedIn signedIn)
    {
        if (http.User.SessionId() is { } former)
            await http.RequestServices.GetRequiredService<Sessions>().End(former, CancellationToken.None);

        SessionCookie.Write(http, signedIn.Created);
        if (signedIn.Created.Session.IsKiosk)
        {
            // Nothing of this person stays here, not even the language.
            http.RequestServices.GetRequiredService<Kiosks>().Keep(http);
            return;
        }

        if (signedIn.Device is { } device)
            SessionCookie.WriteDevice(http, device);
        BringPreferences(http, signedIn.Account);
    }

    // What a person chose elsewhere comes along. A language chosen in this browser stays; of Enter the browser itself has no opinion, and what is
    // kept here may be of whoever sat here before. An invented person chose nothing.
    private static void BringPreferences(HttpContext http, Account account)
    {
        if (account.Demo)
            return;

        var language = http.Request.Cookies.ContainsKey(Preferences.LanguageCookie) ? null : account.Language;
        Preferences.Keep(http, language, null, Preferences.Enter(account.EnterRight));
    }

    private static async Task<IResult> SignOut(HttpContext http, Sessions sessions, [FromForm(Name = "_")] string? nothing)
    {
        if (http.User.SessionId() is { } session)
            await sessions.End(session, CancellationToken.None);

        SessionCookie.Remove(http);
        return Results.LocalRedirect("/sign-in");
    }

    // Somebody touches a kiosk's screen without going anywhere.
    private static IResult Here(HttpContext http, Sessions sessions, [FromForm(Name = "_")] string? nothing)
    {
        if (http.Features.Get<Session>() is { } session)
            sessions.Touch(session);

        return Results.NoContent();
    }

    // What a script of ours needs to write: the token of whoever is signed in now. Nobody signed in is an answer, not a page.
    private static IResult Antiforgery(HttpContext http, IAntiforgery antiforgery) =>
        http.User.AccountId() is { } account
            ? Results.Json(new { account, token = antiforgery.GetAndStoreTokens(http).RequestToken })
            : Results.Unauthorized();

    private static async Task<IResult> Prefer(
        HttpContext http,
        AccountBook accounts,
        [FromForm] string? language,
        [FromForm] string? theme,
        [FromForm] string? enter,
        [FromForm(Name = "return")] string? back
    )
    {
        Preferences.Keep(http, language, theme, enter);
        if (http.Features.Get<Session>() is { Demo: false } session)
            await accounts.Prefer(
                session.AccountId,
                Preferences.Languages.Contains(language) ? language : null,
                Preferences.Enters.Contains(enter) ? enter == Preferences.Right : null,
                http.RequestAborted
            );

        return Results.LocalRedirect(LocalUrl.OrHome(back));
    }

    private static async Task<IResult> PlayAs(
        HttpContext http,
        DemoAccounts demo,
        SignIn signIn,
        Kiosks kiosks,
        [FromForm] string login,
        [FromForm(Name = "return")] string? back
    )
    {
        if (demo.Find(login) is not { } account)
            return Results.NotFound();

        switch (await signIn.Open(account, SignInOrigin.Of(http, kiosks.KindOf(http.Request)), http.RequestAborted))
        {
            case SignInResult.SignedIn signedIn:
                await Begin(http, signedIn);
                return Results.LocalRedirect(LocalUrl.OrHome(back));
            case SignInResult.CannotWrite:
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return Results.NotFound();
        }
    }
}
