using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Accounts.Pages;

public partial class SetUpPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required SetUp SetUp { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromForm(FormName = "set-up")]
    public SetUpInput Input { get; set; } = null!;

    private bool _open;

    private string? Trouble { get; set; }

    protected override void OnInitialized()
    {
        // Assigned here, not at the property: a form's own value must win.
        Input ??= new();
        _open = SetUp.IsOpen;
        if (!_open)
            Navigation.NotFound();
    }

    private async Task Submit()
    {
        if (Input.Complete() is not { } administrator)
        {
            Say(StatusCodes.Status400BadRequest, Words.SetUpIncomplete);
            return;
        }

        switch (await SetUp.Try(Input.Code ?? "", administrator, Http.Connection.RemoteIpAddress, Http.RequestAborted))
        {
            case SetUpResult.Done:
                Navigation.NavigateTo("/sign-in");
                break;
            case SetUpResult.Closed:
                Navigation.NotFound();
                break;
            case SetUpResult.TooSoon later:
                Http.Response.Headers.RetryAfter = RetryAfter.Header(later.RetryAfter);
                Say(StatusCodes.Status429TooManyRequests, RetryAfter.Sentence(later.RetryAfter));
                break;
            case SetUpResult.Troubled troubled:
                Say(StatusCodes.Status400BadRequest, AccountTroubleText.For(troubled.Trouble));
                break;
            default:
                Say(StatusCodes.Status400BadRequest, Words.SetUpWrongCode);
                break;
        }
    }

    private void Say(int status, string trouble)
    {
        Http.Response.StatusCode = status;
        Trouble = trouble;
    }
}
