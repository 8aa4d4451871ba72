using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.Plan;

/// <summary>The lesson plan of a course; what may not be seen looks like what does not exist.</summary>
public sealed partial class PlanPage
{
    private PersonId _me;
    private bool _may;

    [Parameter]
    public int Course { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    public static string Address(CourseId course) => FormattableString.Invariant($"/journal/{course.Value}/plan");

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.Person();
        _may = Rosters.Current.MayReadCourse(_me, new CourseId(Course), Clock.Today);
        if (!_may && Http is not null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
