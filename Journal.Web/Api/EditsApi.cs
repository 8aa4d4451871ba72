using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Api;

/// <summary>What is typed into cells, in batches that can be sent again without harm.</summary>
internal static class EditsApi
{
    public const int MostStandingAlone = 200;

    /// <summary>A full page pasted at once is one whole.</summary>
    public const int MostAsOneWhole = 2000;

    public static void MapEdits(this IEndpointRouteBuilder api) =>
        api.MapPost("/courses/{course:int}/edits", Edit)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(413)
            .WithMetadata(new RequestSizeLimitAttribute(Limits.EditsBody));

    private static async Task<Results<Ok<EditsAnswer>, ProblemHttpResult>> Edit(
        int course,
        EditsRequest request,
        HttpContext http,
        JournalWriter writer,
        RosterSource rosters,
        SchoolClock clock,
        CancellationToken ct
    )
    {
        var me = http.User.Person();
        if (!rosters.Current.MayReadCourse(me, new CourseId(course), clock.Today) && !rosters.Current.MayHaveGivenLessons(me, clock.Today))
            return Problem.NotFound();
        if (request.Edits is not { Count: > 0 } edits)
            return Problem.BadRequest("edits: at least one is required");
        var atomic = request.Atomic ?? false;
        var most = atomic ? MostAsOneWhole : MostStandingAlone;
        if (edits.Count > most)
            return Problem.TooLarge($"edits: at most {most} in one batch");
        if (Commands(new CourseId(course), edits, out var commands) is { } wrong)
            return Problem.BadRequest(wrong);

        var results = await writer.Submit(commands, new Actor(me), atomic, ct);
        if (results.Any(Problem.IsForLater))
            return Problem.Later(http);

        return TypedResults.Ok(
            new EditsAnswer([.. commands.Zip(results, (command, answer) => ResultAnswers.Of(command.CommandId, answer, rosters.Current))])
        );
    }

    /// <summary>Null when every edit has its shape; else what is wrong with the first that has not.</summary>
    private static string? Commands(CourseId course, IReadOnlyList<EditRequest?> edits, out List<Command> commands)
    {
        commands = new List<Command>(edits.Count);
        for (var i = 0; i < edits.Count; i++)
        {
            if (WrongWith(edits[i]) is { } wrong)
                return $"edits[{i}]: {wrong}";

            commands.Add(Command(course, edits[i]!));
        }

        return null;
    }

    private static string? WrongWith(EditRequest? edit) =>
        edit switch
        {
            null => "is null",
            { CommandId: null } => "commandId is required",
            { CommandId: var id } when id == Guid.Empty => "commandId must not be empty",
            { Roll: not null } => WrongWithRoll(edit),
            { Record: not null } => WrongWithRecord(edit),
            { Student: null } => "student is required",
            { Work: null, Lesson: null } or { Work: not null, Lesson: not null } => "either work or lesson is required",
            { Value: null } => "value is required; \"\" clears the cell",
            { Expected: null } => "expected is required: the version of the cell you saw, 0 if it was never touched",
            { Expected: < 0 } => "expected must not be negative",
            { CommentFor: not (null or "family" or "staff") } => "commentFor is \"family\" or \"staff\"",
            { Lesson: not null, Comment: not null } or { Lesson: not null, Due: not null } =>
                "an attendance cell has no comment and no due date",
            _ => null,
        };

    private static string? WrongWithRecord(EditRequest edit) =>
        edit switch
        {
            { Lesson: null } => "lesson is required: it is the one recorded",
            { Student: not null } or { Work: not null } or { Value: not null } or { Due: not null } =>
                "a lesson's record has no student, no work, no value and no due date",
            { Comment: not null } or { CommentFor: not null } => "a lesson's record has no comment",
            { Expected: null } => "expected is required: the version of the lesson you saw, 0 if it was never recorded",
            { Expected: < 0 } => "expected must not be negative",
            { Record.Status: { } status } when Status(status) is null =>
                "record.status is \"planned\", \"held\", \"covered\" or \"distance\"",
            _ => null,
        };

    private static string? WrongWithRoll(EditRequest edit) =>
        edit switch
        {
            { Roll: false } => "roll is true: a roll that was taken is not taken back",
            { Lesson: null } => "lesson is required: it is the one whose roll is taken",
            { Student: not null } or { Work: not null } or { Value: not null } or { Due: not null } =>
                "a roll has no student, no work, no value and no due date",
            { Comment: not null } or { CommentFor: not null } or { Record: not null } => "a roll has no comment and no record",
            _ => null,
        };

    private static LessonStatus? Status(string? name) =>
        name switch
        {
            "planned" => LessonStatus.Planned,
            "held" => LessonStatus.Held,
            "covered" => LessonStatus.Covered,
            "distance" => LessonStatus.Distance,
            _ => null,
        };

    private static Command Command(CourseId course, EditRequest edit) =>
        edit.Roll is not null ? new DeclareRoll(course, new LessonId(edit.Lesson!.Value)) { CommandId = edit.CommandId!.Value }
        : edit.Record is { } record
            ? new RecordLesson(
                course,
                new LessonId(edit.Lesson!.Value),
                record.Topic,
                record.Homework,
                Status(record.Status),
                edit.Expected!.Value
            )
            {
                CommandId = edit.CommandId!.Value,
            }
        : edit.Work is { } work
            ? new SetMark(
                course,
                new WorkId(work),
                new StudentId(edit.Student!.Value),
                edit.Value!,
                edit.Due,
                edit.Comment,
                edit.CommentFor == "family",
                edit.Expected!.Value
            )
            {
                CommandId = edit.CommandId!.Value,
            }
        : new SetAttendance(course, new LessonId(edit.Lesson!.Value), new StudentId(edit.Student!.Value), edit.Value!, edit.Expected!.Value)
        {
            CommandId = edit.CommandId!.Value,
        };
}
