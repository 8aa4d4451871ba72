using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Journal.Web.Shell;

namespace Journal.Web.Home;

/// <summary>The address without a path leads everybody to the page where the own visit begins.</summary>
public static class HomeDoor
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/",
            (HttpContext http, RosterSource rosters, SchoolClock clock) =>
                Results.LocalRedirect(Sections.Of(rosters.Current, http.User.Person(), clock.Today).Start)
        );
}
