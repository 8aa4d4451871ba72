using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

/// <summary>The log as one may read it: what an audience heard, and what a cell has held.</summary>
internal static class ChangesApi
{
    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        api.MapGet("/changes", Changes).ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/cells/history", History).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Ok<ChangesTold>, ProblemHttpResult>> Changes(
        string audience,
        long? after,
        HttpContext http,
        Readings readings,
        CancellationToken ct
    )
    {
        if (after is < 0)
            return Problem.BadRequest("after must not be negative");
        if (Audience.Parse(audience) is not { } asked)
            return Problem.BadRequest("audience is school, course/{id}, class/{id}, student/{id} or person/{id}");

        var told = await readings.Changes(http.User.Person(), asked, after ?? 0, ct);
        return told is null ? Problem.NotFound() : TypedResults.Ok(told);
    }

    private static async Task<Results<Ok<HistoryAnswer>, ProblemHttpResult>> History(
        int course,
        int student,
        int? work,
        int? lesson,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        CancellationToken ct
    )
    {
        if (work is null == lesson is null)
            return Problem.BadRequest("either work or lesson is required");

        var (me, of, who) = (http.User.Person(), new CourseId(course), new StudentId(student));
        var history = work is { } column
            ? await readings.MarkHistory(me, of, new WorkId(column), who, ct)
            : await readings.AttendanceHistory(me, of, new LessonId(lesson!.Value), who, ct);
        return history is null
            ? Problem.NotFound()
            : TypedResults.Ok(new HistoryAnswer([.. history.Select(one => Entry(one, rosters.Current))]));
    }

    private static HistoryEntryAnswer Entry(Committed change, Roster roster)
    {
        var (before, value, comment) = change.Event switch
        {
            MarkSet e => (Text(e.Before, e, roster), Text(e.After, e, roster), e.After.Comment),
            AttendanceSet e => (TypedAttendance.Text(e.Before, roster.Codes), TypedAttendance.Text(e.After, roster.Codes), null),
            _ => ("", "", null),
        };
        return new HistoryEntryAnswer(change.Seq, change.At, change.Actor.Value, roster.NameOf(change.Actor), before, value, comment);
    }

    private static string Text(CellValue value, MarkSet e, Roster roster) =>
        TypedMark.Text(value, roster.Scales[roster.Courses[e.Course].Scale]);
}
