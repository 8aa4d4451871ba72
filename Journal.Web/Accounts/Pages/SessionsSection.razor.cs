using System.Globalization;
using Journal.Core.Basics;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Accounts.Pages;

/// <summary>Where one is signed in, and the end of it elsewhere. This session itself ends by signing out.</summary>
public partial class SessionsSection
{
    private const string All = "all";

    private IReadOnlyList<Session> _others = [];

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public required Session Session { get; set; }

    [SupplyParameterFromForm(FormName = "sessions")]
    public string? Which { get; set; }

    protected override void OnParametersSet() => _others = Sessions.Beside(Session);

    private async Task Submit()
    {
        // Of what is not one's own it is not even told whether it is there.
        if (Which == All)
            await Sessions.EndBeside(Session, null, CancellationToken.None);
        else if (int.TryParse(Which, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            await Sessions.EndBeside(Session, id, CancellationToken.None);

        Navigation.NavigateTo(AccountPage.Ended);
    }

    private string EndLabel(Session one) =>
        Phrase.With(Words.OwnSessionEndOne, SessionText.Device(one), SessionText.Since(one, Clock.Zone));
}
