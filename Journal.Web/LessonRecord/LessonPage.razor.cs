using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.LessonRecord;

/// <summary>The record of a lesson; what may not be seen looks like what does not exist.</summary>
public sealed partial class LessonPage
{
    private PersonId _me;
    private bool _may;

    [Parameter]
    public int Lesson { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    public static string Address(LessonId lesson) => FormattableString.Invariant($"/lesson/{lesson.Value}");

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.Person();
        _may = Readings.Roll(_me, new LessonId(Lesson)) is not null;
        if (!_may && Http is not null)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
