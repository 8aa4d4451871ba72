using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Web.Accounts;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.Shell;

/// <summary>Who is signed in, and what concerns this person and this browser rather than the school.</summary>
public partial class MeMenu
{
    private PersonCard? _card;
    private string _roles = "";

    [CascadingParameter]
    public required Task<AuthenticationState> Visitor { get; set; }

    [CascadingParameter]
    public required Visit Visit { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private static (string Theme, string Text)[] Themes =>
        [("light", Words.ThemeLightShort), ("dark", Words.ThemeDarkShort), (Preferences.System, Words.ThemeSystemShort)];

    private string Initials => _card is null ? "" : string.Concat(Letters(_card.Family, _card.Given));

    private string Path => new Uri(Navigation.Uri).PathAndQuery;

    protected override async Task OnInitializedAsync()
    {
        var me = (await Visitor).User.Person();
        _card = Rosters.Current.People.GetValueOrDefault(me);
        _roles = string.Join(", ", Rosters.Current.RolesOf(me, Clock.Today).Select(RoleText.For));
    }

    private static IEnumerable<char> Letters(params string[] names) => names.Where(name => name.Length > 0).Select(name => name[0]);

    private static string Pressed(bool chosen) => chosen ? "true" : "false";
}
