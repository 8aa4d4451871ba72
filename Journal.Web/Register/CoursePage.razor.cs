using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.Register;

/// <summary>A page of the journal; what may not be seen looks like what does not exist.</summary>
public sealed partial class CoursePage
{
    private PageId? _page;
    private PersonId _me;

    [Parameter]
    public int Course { get; set; }

    /// <summary>Without it the running term.</summary>
    [SupplyParameterFromQuery]
    public int? Term { get; set; }

    /// <summary>In whose row one stands at first.</summary>
    [SupplyParameterFromQuery]
    public int? Student { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.Person();
        _page = Readings.Page(_me, new CourseId(Course), Term is { } term ? new TermId(term) : null)?.Id;
        if (_page is null && Http is not null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
