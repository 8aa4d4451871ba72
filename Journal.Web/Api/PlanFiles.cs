using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Web.Accounts;
using Journal.Web.Plan;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>A lesson plan as workbooks: to be filled in, to be kept, to be signed.</summary>
internal static class PlanFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapPlanFiles(this IEndpointRouteBuilder plan)
    {
        plan.MapGet("/template", Template).Produces<byte[]>(200, Workbook).ProducesProblem(404);
        plan.MapGet("/workbook", WithDates).Produces<byte[]>(200, Workbook).ProducesProblem(404);
        plan.MapGet("/correction", Correction).Produces<byte[]>(200, Workbook).ProducesProblem(404);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Template(
        int course,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        CancellationToken ct
    )
    {
        if (await readings.Plan(http.User.Person(), new CourseId(course), ct) is not { } plan)
            return Problem.NotFound();

        var title = PlanPaper.Title(rosters.Current, new CourseId(course));
        return File(PlanWorkbook.Template(title, plan), Words.PlanFileName, title);
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> WithDates(
        int course,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        CancellationToken ct
    ) => OfCalendar(course, http, readings, rosters, PlanWorkbook.Export, Words.PlanFileName, ct);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Correction(
        int course,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        CancellationToken ct
    ) => OfCalendar(course, http, readings, rosters, PlanPaper.Correction, Words.CorrectionFileName, ct);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OfCalendar(
        int course,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        Func<string, PlanCalendar, byte[]> make,
        string name,
        CancellationToken ct
    )
    {
        if (await readings.PlanCalendar(http.User.Person(), new CourseId(course), ct) is not { } calendar)
            return Problem.NotFound();

        var title = PlanPaper.Title(rosters.Current, new CourseId(course));
        return File(make(title, calendar), name, title);
    }

    private static FileContentHttpResult File(byte[] bytes, string name, string title) =>
        TypedResults.File(bytes, Workbook, Phrase.With(name, title.Replace(" · ", ", ", StringComparison.Ordinal)));
}
