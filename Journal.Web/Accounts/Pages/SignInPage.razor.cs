using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Shell;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Accounts.Pages;

public partial class SignInPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required SignIn SignIn { get; set; }

    [Inject]
    public required Kiosks Kiosks { get; set; }

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required SetUp SetUp { get; set; }

    [Inject]
    public required DemoCast Demo { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery]
    public string? Return { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Login { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public bool SharedComputer { get; set; }

    private string? Trouble { get; set; }

    private bool IsKiosk => Kiosks.Is(Http.Request);

    // At a kiosk the page one was sent from is the one before's.
    private string Next => IsKiosk ? "/" : LocalUrl.OrHome(Return);

    private string School => SchoolLine.Of(Rosters.Current, Clock.Today);

    protected override async Task OnInitializedAsync()
    {
        if (SetUp.IsOpen)
            Navigation.NavigateTo("/setup");
        else if (Http.User.FindPerson() is not null && HttpMethods.IsGet(Http.Request.Method))
            Navigation.NavigateTo(await EndedAtKiosk() ? "/sign-in" : Next);
    }

    // Whoever comes here at a kiosk is not the one who sat there, even when the sign-out before was lost on the way.
    private async Task<bool> EndedAtKiosk()
    {
        if (!IsKiosk || Http.User.SessionId() is not { } former)
            return false;

        await Sessions.End(former, CancellationToken.None);
        SessionCookie.Remove(Http);
        return true;
    }

    private async Task Submit()
    {
        var origin = SignInOrigin.Of(Http, Kiosks.KindOf(Http.Request), SharedComputer);
        switch (await SignIn.Try(Login ?? "", Password ?? "", origin, Http.RequestAborted))
        {
            case SignInResult.SignedIn signedIn:
                await SignInEndpoints.Begin(Http, signedIn);
                Navigation.NavigateTo(Next);
                break;
            case SignInResult.NotHere:
                Say(StatusCodes.Status403Forbidden, Words.KioskFamiliesOnly);
                break;
            case SignInResult.TooSoon later:
                Http.Response.Headers.RetryAfter = RetryAfter.Header(later.RetryAfter);
                Say(StatusCodes.Status429TooManyRequests, RetryAfter.Sentence(later.RetryAfter));
                break;
            case SignInResult.Busy:
                Http.Response.Headers.RetryAfter = "5";
                Say(StatusCodes.Status503ServiceUnavailable, Words.SignInBusy);
                break;
            case SignInResult.CannotWrite:
                Http.Response.Headers.RetryAfter = "30";
                Say(StatusCodes.Status503ServiceUnavailable, Words.SignInCannotWrite);
                break;
            default:
                Say(StatusCodes.Status400BadRequest, Words.SignInWrong);
                break;
        }
    }

    private void Say(int status, string trouble)
    {
        Http.Response.StatusCode = status;
        Trouble = trouble;
    }
}
