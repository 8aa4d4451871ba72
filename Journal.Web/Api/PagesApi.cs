using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

internal static class PagesApi
{
    public static void MapPages(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{course:int}/page", Page).ProducesProblem(404);
    }

    private static Results<Ok<PageAnswer>, ProblemHttpResult> Page(
        int course,
        int? term,
        HttpContext http,
        Readings readings,
        RosterSource rosters
    )
    {
        var me = http.User.Person();
        var page = readings.Page(me, new CourseId(course), term is { } asked ? new TermId(asked) : null);
        return page is null ? Problem.NotFound() : TypedResults.Ok(PageAnswers.Of(page, rosters.Current, readings.MayEdit(me, page)));
    }
}
