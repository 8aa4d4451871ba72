using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Accounts.Pages;

public partial class PasswordSection
{
    private string? _wrong;
    private string? _unfit;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required OwnPassword Passwords { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public required Session Session { get; set; }

    [Parameter, EditorRequired]
    public string Login { get; set; } = "";

    [SupplyParameterFromForm(FormName = "password")]
    public string? Current { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    public string? Next { get; set; }

    private async Task Submit()
    {
        switch (await Passwords.Change(Session, Current ?? "", Next ?? "", Http.RequestAborted))
        {
            case PasswordChange.Done:
                Navigation.NavigateTo(AccountPage.Changed);
                break;
            case PasswordChange.TooSoon later:
                Http.Response.Headers.RetryAfter = RetryAfter.Header(later.RetryAfter);
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                _wrong = RetryAfter.Sentence(later.RetryAfter);
                break;
            case PasswordChange.Busy:
                Http.Response.Headers.RetryAfter = "5";
                Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                _wrong = Words.SignInBusy;
                break;
            case PasswordChange.Troubled troubled:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                _unfit = AccountTroubleText.For(troubled.Trouble);
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                _wrong = Words.OwnPasswordWrong;
                break;
        }
    }
}
