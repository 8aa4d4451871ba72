using System.Collections.Immutable;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Api;

/// <summary>The lesson plan of a course: read, written as one whole, approved, and what a file would make of it.</summary>
internal static class PlansApi
{
    /// <summary>Base64 takes four letters for three bytes.</summary>
    private const long MostOfFile = TableLimits.MostMegabytes * 1024L * 1024 * 4 / 3 + 1024;

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plan = api.MapGroup("/courses/{course:int}/plan");
        plan.MapGet("/", Plan).ProducesProblem(404);
        plan.MapPut("/", Set)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(413)
            .WithMetadata(new RequestSizeLimitAttribute(Limits.EditsBody));
        plan.MapPost("/approve", Approve).ProducesProblem(400).ProducesProblem(404);
        plan.MapPost("/dry-run", DryRun)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(413)
            .ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(MostOfFile));
        plan.MapPlanFiles();
    }

    private static async Task<Results<Ok<PlanAnswer>, ProblemHttpResult>> Plan(
        int course,
        HttpContext http,
        Readings readings,
        CancellationToken ct
    )
    {
        var plan = await readings.Plan(http.User.Person(), new CourseId(course), ct);
        return plan is null ? Problem.NotFound() : TypedResults.Ok(PlanAnswers.Of(plan));
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Set(
        int course,
        PlanRequest request,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (
            request is not { CommandId: { } id, Lines: { } lines, Expected: { } expected and >= 0 }
            || id == Guid.Empty
            || lines.Any(line => line is not { Topic: not null, Hours: not null })
        )
            return Wrong("commandId, lines (each with topic and hours) and expected (not negative) are required");

        ImmutableArray<PlanTopic> topics =
        [
            .. lines.Select(line => new PlanTopic(line!.Topic!, line.Hours!.Value, line.Section, line.Homework, line.Work)),
        ];
        return Submit(new SetPlan(new(course), topics, expected) { CommandId = id }, http, ct);
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Approve(
        int course,
        ApproveRequest request,
        HttpContext http,
        CancellationToken ct
    ) =>
        request is not { CommandId: { } id, Expected: { } expected and >= 0 } || id == Guid.Empty
            ? Wrong("commandId and expected (not negative) are required")
            : Submit(new ApprovePlan(new(course), expected) { CommandId = id }, http, ct);

    private static Results<Ok<DryRunAnswer>, ProblemHttpResult> DryRun(
        int course,
        DryRunRequest request,
        HttpContext http,
        RosterSource rosters,
        SchoolClock clock
    )
    {
        if (!rosters.Current.MayWritePlan(http.User.Person(), new CourseId(course), clock.Today))
            return Problem.NotFound();
        if (request.File is not { } file)
            return Problem.BadRequest("file (base64) is required");

        var read = PlanImport.Read(file);
        return read.Value is { } run
            ? TypedResults.Ok(PlanAnswers.Of(run))
            : TypedResults.Problem(
                detail: RefusalText.For(read.Refusal!),
                title: RefusalFacts.Code(read.Refusal!),
                statusCode: StatusCodes.Status422UnprocessableEntity
            );
    }

    private static async Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Submit(Command command, HttpContext http, CancellationToken ct)
    {
        var services = http.RequestServices;
        var answer = await services.GetRequiredService<JournalWriter>().Submit(command, new Actor(http.User.Person()), ct);
        return answer switch
        {
            Refused { Why: Forbidden } => Problem.NotFound(),
            _ when Problem.IsForLater(answer) => Problem.Later(http),
            _ => TypedResults.Ok(ResultAnswers.Of(command.CommandId, answer, services.GetRequiredService<RosterSource>().Current)),
        };
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Wrong(string detail) =>
        Task.FromResult<Results<Ok<ResultAnswer>, ProblemHttpResult>>(Problem.BadRequest(detail));
}
