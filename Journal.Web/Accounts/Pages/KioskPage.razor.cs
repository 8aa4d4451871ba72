using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Accounts.Pages;

/// <summary>
/// Makes this browser a kiosk, or an ordinary one again. The password is asked here and leaves no session behind: whoever sets it up need not sign in at it.
/// </summary>
public partial class KioskPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required SignIn SignIn { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required Kiosks Kiosks { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromForm(FormName = "kiosk")]
    public string? Login { get; set; }

    [SupplyParameterFromForm(FormName = "kiosk")]
    public string? Password { get; set; }

    private string? Trouble { get; set; }

    private bool IsKiosk => Kiosks.Is(Http.Request);

    private async Task Submit()
    {
        var origin = SignInOrigin.Of(Http, SessionKind.Cookie, sharedComputer: true);
        switch (await SignIn.Try(Login ?? "", Password ?? "", origin, Http.RequestAborted))
        {
            case SignInResult.SignedIn signedIn:
                await Sessions.End(signedIn.Created.Session.Id, CancellationToken.None);
                if (Kiosks.MaySetUp(signedIn.Account.PersonId))
                    await Switch();
                else
                    Say(StatusCodes.Status403Forbidden, Words.KioskNotYours);
                break;
            case SignInResult.TooSoon later:
                Http.Response.Headers.RetryAfter = RetryAfter.Header(later.RetryAfter);
                Say(StatusCodes.Status429TooManyRequests, RetryAfter.Sentence(later.RetryAfter));
                break;
            case SignInResult.Wrong:
                Say(StatusCodes.Status400BadRequest, Words.SignInWrong);
                break;
            default:
                Http.Response.Headers.RetryAfter = "5";
                Say(StatusCodes.Status503ServiceUnavailable, Words.SignInBusy);
                break;
        }
    }

    // Whoever was signed in here before was so under the other rules.
    private async Task Switch()
    {
        if (Http.User.SessionId() is { } former)
            await Sessions.End(former, CancellationToken.None);
        SessionCookie.Remove(Http);
        if (IsKiosk)
            SessionCookie.RemoveKiosk(Http);
        else
            Kiosks.Keep(Http);
        Navigation.NavigateTo("/sign-in");
    }

    private void Say(int status, string trouble)
    {
        Http.Response.StatusCode = status;
        Trouble = trouble;
    }
}
