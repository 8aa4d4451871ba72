using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace Journal.Web.Shell;

/// <summary>What the request knew of this browser: an interactive page, which has no request of its own, is handed it at the start.</summary>
/// <param name="Theme">"light" or "dark"; null leaves it to the operating system.</param>
/// <param name="PlainHttp">The connection can be read by others.</param>
/// <param name="SharedComputer">Said at sign-in: nothing may stay in this browser after sign-out.</param>
/// <param name="EnterRight">Enter in the grade grid goes right along the row instead of down the column.</param>
public sealed record Visit(string? Theme, bool PlainHttp, bool SharedComputer, bool EnterRight = false)
{
    public static Visit Of(HttpContext http) =>
        new(
            Preferences.Theme(http),
            Shell.PlainHttp.IsRisky(http.Request),
            http.Features.Get<Session>()?.SharedComputer ?? false,
            Preferences.EnterRight(http)
        );
}

/// <summary>Staff pages are interactive, in one circuit; family pages, sign-in and print are plain HTML.</summary>
public static class Zones
{
    public static bool IsStaffPage(this HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && http.AcceptsInteractiveRouting();

    public static bool IsOnPaper(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<OnPaperAttribute>() is not null;
}
