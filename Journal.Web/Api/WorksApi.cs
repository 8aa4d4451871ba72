using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>Columns of a page and the roll of a lesson.</summary>
internal static class WorksApi
{
    public static void MapWorks(this IEndpointRouteBuilder api)
    {
        var works = api.MapGroup("/courses/{course:int}/works");
        works.MapPost("/", Add).ProducesProblem(400).ProducesProblem(404);
        works.MapPut("/{work:int}", Change).ProducesProblem(400).ProducesProblem(404);
        works.MapPost("/{work:int}/restore", Restore).ProducesProblem(400).ProducesProblem(404);
        works.MapDelete("/{work:int}", Remove).ProducesProblem(400).ProducesProblem(404);
        api.MapPost("/courses/{course:int}/lessons/{lesson:int}/roll", DeclareRoll).ProducesProblem(400).ProducesProblem(404);
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Add(
        int course,
        WorkRequest request,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (request is not { CommandId: { } id, Lesson: { } lesson, Type: { } type } || id == Guid.Empty)
            return Wrong("commandId, lesson and type are required");

        var add = new AddWork(new(course), new(lesson), new(type), request.Weight, request.Title, request.Due, request.Shown ?? true);
        return Submit(add with { CommandId = id }, new(course), http, ct);
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Change(
        int course,
        int work,
        WorkRequest request,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (
            request is not { CommandId: { } id, Type: { } type, Weight: { } weight, Shown: { } shown, Expected: { } expected }
            || id == Guid.Empty
        )
            return Wrong("commandId, type, weight, shown and expected are required");

        var change = new ChangeWork(new(course), new(work), new(type), weight, request.Title, request.Due, shown, expected)
        {
            Lesson = request.Lesson is { } lesson ? new LessonId(lesson) : null,
        };
        return Submit(change with { CommandId = id }, new(course), http, ct);
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Remove(
        int course,
        int work,
        Guid commandId,
        long expected,
        HttpContext http,
        CancellationToken ct
    ) =>
        commandId == Guid.Empty
            ? Wrong("commandId must not be empty")
            : Submit(new RemoveWork(new(course), new(work), expected) { CommandId = commandId }, new(course), http, ct);

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Restore(
        int course,
        int work,
        RestoreRequest request,
        HttpContext http,
        CancellationToken ct
    ) =>
        request is not { CommandId: { } id, Expected: { } expected } || id == Guid.Empty
            ? Wrong("commandId and expected are required")
            : Submit(new RestoreWork(new(course), new(work), expected) { CommandId = id }, new(course), http, ct);

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> DeclareRoll(
        int course,
        int lesson,
        RollRequest request,
        HttpContext http,
        CancellationToken ct
    ) =>
        request.CommandId is not { } id || id == Guid.Empty
            ? Wrong("commandId is required")
            : Submit(new DeclareRoll(new(course), new(lesson)) { CommandId = id }, new(course), http, ct);

    private static async Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Submit(
        Command command,
        CourseId course,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (me, services) = (http.User.Person(), http.RequestServices);
        var today = services.GetRequiredService<SchoolClock>().Today;
        var roster = services.GetRequiredService<RosterSource>().Current;
        if (!roster.MayReadCourse(me, course, today) && !roster.MayHaveGivenLessons(me, today))
            return Problem.NotFound();

        var answer = await services.GetRequiredService<JournalWriter>().Submit(command, new Actor(me), ct);
        return Problem.IsForLater(answer) ? Problem.Later(http) : TypedResults.Ok(ResultAnswers.Of(command.CommandId, answer, roster));
    }

    private static Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Wrong(string detail) =>
        Task.FromResult<Results<Ok<ResultAnswer>, ProblemHttpResult>>(Problem.BadRequest(detail));
}
