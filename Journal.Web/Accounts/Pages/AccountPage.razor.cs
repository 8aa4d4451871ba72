using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Web.Shell;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace Journal.Web.Accounts.Pages;

/// <summary>The own account: of staff and families alike, and of nobody else.</summary>
public partial class AccountPage
{
    /// <summary>Where each of its forms leads, and what is said there afterwards.</summary>
    public const string Address = "/account";
    public const string Changed = $"{Address}?done=password";
    public const string Ended = $"{Address}?done=session";

    private string _name = "";
    private string _login = "";
    private string _roles = "";
    private bool _works;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required AccountBook Accounts { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    // Nobody without a session comes here.
    private Session Session => Http.Features.GetRequiredFeature<Session>();

    // Not beside a refusal of what was asked next.
    private string? Said =>
        HttpMethods.IsPost(Http.Request.Method)
            ? null
            : Done switch
            {
                "password" => Words.OwnPasswordChanged,
                "session" => Words.OwnSessionEnded,
                _ => null,
            };

    protected override async Task OnInitializedAsync()
    {
        var (roster, me) = (Rosters.Current, Session.Person);
        _login = await Accounts.LoginOf(Session.AccountId, Http.RequestAborted);
        _name = roster.People.GetValueOrDefault(me)?.FullName ?? _login;
        _roles = string.Join(", ", RolesOf(roster, me, Clock.Today).Distinct().Select(RoleText.For));
        _works = Sections.Of(roster, me, Clock.Today).Works;
    }

    // Whose parent somebody is, and who learns here, stands elsewhere than the roles of those who work here.
    private static IEnumerable<Role> RolesOf(Roster roster, PersonId me, DateOnly today)
    {
        foreach (var role in roster.RolesOf(me, today))
            yield return role;
        if (roster.ChildrenOf(me, today).Any())
            yield return Role.Guardian;
        if (roster.ClassOf(new StudentId(me.Value), today) is not null)
            yield return Role.Student;
    }
}
