using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Homework;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>The tasks of a lesson: read with what they may be for, and set, corrected or withdrawn one by one as a whole.</summary>
internal static class HomeworkApi
{
    public static void MapHomeworkApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lessons/{lesson:int}/homework", Homework).ProducesProblem(404);
        api.MapPut("/courses/{course:int}/lessons/{lesson:int}/homework", Set).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Ok<HomeworkAnswer>, ProblemHttpResult>> Homework(
        int lesson,
        HttpContext http,
        Readings readings,
        CancellationToken ct
    )
    {
        if (await readings.Homework(http.User.Person(), new LessonId(lesson), ct) is not { } card)
            return Problem.NotFound();

        return TypedResults.Ok(
            new HomeworkAnswer(
                card.Page.Id.Course.Value,
                card.Lesson.Homework,
                card.Page.OwnTaskOf(card.Lesson.Id)?.Stamp.Version ?? 0,
                [.. card.Page.Shape.TasksOf(card.Lesson.Id).Where(one => !one.Task.IsForSome || one.Task.Text is not null).Select(Of)],
                [.. card.Next.Select(next => next.Date).Distinct()],
                card.Planned,
                card.Norm
            )
        );
    }

    private static async Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Set(
        int course,
        int lesson,
        HomeworkRequest request,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        SchoolClock clock,
        JournalWriter writer,
        CancellationToken ct
    )
    {
        var me = http.User.Person();
        if (!rosters.Current.MayReadCourse(me, new CourseId(course), clock.Today) && !rosters.Current.MayHaveGivenLessons(me, clock.Today))
            return Problem.NotFound();
        if (request is not { CommandId: { } id, Expected: { } expected and >= 0 } || id == Guid.Empty)
            return Problem.BadRequest("commandId and expected (not negative) are required");
        if (request is { Students: null, Task: not null })
            return Problem.BadRequest("students are required for a task that has a number");

        var files = new List<HomeworkFile>();
        foreach (var file in request.Files ?? [])
        {
            if (await readings.File(me, file, ct) is not { } known)
                return Problem.BadRequest($"files: {file} is not one you may attach");
            files.Add(known);
        }

        var command = new SetHomework(
            new(course),
            new(lesson),
            request.Task is { } task ? new HomeworkId(task) : null,
            request.Text,
            new(request.Due, request.Minutes, request.Way, request.Pages, request.Exercises, request.Practice, [.. files]),
            request.Students is { } students ? [.. students.Select(student => new StudentId(student))] : null,
            request.Seen,
            expected
        )
        {
            CommandId = id,
        };
        var answer = await writer.Submit(command, new Actor(me), ct);
        return Problem.IsForLater(answer) ? Problem.Later(http) : TypedResults.Ok(ResultAnswers.Of(id, answer, rosters.Current));
    }

    private static HomeworkTaskAnswer Of(PageTask one)
    {
        var (task, details) = (one.Task, one.Task.Details);
        return new(
            task.Id.Value,
            task.Text,
            details.Due,
            details.Minutes,
            details.Way,
            details.Pages,
            details.Exercises,
            details.Practice,
            [.. details.Files.Select(file => new HomeworkFileAnswer(file.Id, file.Name, file.Size, file.Type))],
            task.IsForSome ? [.. one.Students.Select(student => student.Value)] : null,
            one.Stamp.Version
        );
    }
}
