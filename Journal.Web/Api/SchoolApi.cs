using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>What the school has decided for itself.</summary>
internal static class SchoolApi
{
    public static void MapSchool(this IEndpointRouteBuilder api)
    {
        api.MapGet("/school/settings", Settings).ProducesProblem(404);
        api.MapPut("/school/settings", Change).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    public static SettingsAnswer Answer(SchoolSettings settings, long version) =>
        new(
            settings.Name,
            settings.Windows.MarkDays,
            settings.Windows.TopicDays,
            settings.Windows.MakeUpDays,
            settings.AbsencesWaitForRoll,
            version
        );

    private static Results<Ok<SettingsAnswer>, ProblemHttpResult> Settings(HttpContext http, Readings readings) =>
        readings.Settings(http.User.Person()) is { } card ? TypedResults.Ok(Answer(card.Settings, card.Version)) : Problem.NotFound();

    private static async Task<Results<Ok<ResultAnswer>, ProblemHttpResult>> Change(
        SettingsRequest request,
        HttpContext http,
        JournalWriter writer,
        RosterSource rosters,
        CancellationToken ct
    )
    {
        if (Command(request) is not { } command)
            return Problem.BadRequest(
                "commandId, name, markDays, topicDays, makeUpDays, absencesWaitForRoll and expected (not negative) are required"
            );

        var answer = await writer.Submit(command, new Actor(http.User.Person()), ct);
        return answer switch
        {
            Refused { Why: Forbidden } => Problem.NotFound(),
            Refused { Why: StorageFailed } => TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => TypedResults.Ok(ResultAnswers.Of(command.CommandId, answer, rosters.Current)),
        };
    }

    private static ChangeSettings? Command(SettingsRequest request) =>
        request
            is {
                CommandId: { } id,
                Name: { } name,
                MarkDays: { } marks,
                TopicDays: { } topics,
                MakeUpDays: { } makeUps,
                AbsencesWaitForRoll: { } wait,
                Expected: { } expected and >= 0
            }
        && id != Guid.Empty
            ? new ChangeSettings(new SchoolSettings(name, new EditWindows(marks, topics, makeUps), wait), expected) { CommandId = id }
            : null;
}
