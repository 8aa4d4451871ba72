using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
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

    // Of a cell with a student, of a whole column or of a lesson's record without one.
    private static async Task<Results<Ok<HistoryAnswer>, ProblemHttpResult>> History(
        int course,
        int? student,
        int? work,
        int? lesson,
        HttpContext http,
        Readings readings,
        RosterSource rosters,
        CancellationToken ct
    )
    {
        var (me, of) = (http.User.Person(), new CourseId(course));
        var asked = (work, lesson, student) switch
        {
            ({ } column, null, { } who) => readings.MarkHistory(me, of, new WorkId(column), new StudentId(who), ct),
            ({ } column, null, null) => readings.WorkHistory(me, of, new WorkId(column), ct),
            (null, { } one, { } who) => readings.AttendanceHistory(me, of, new LessonId(one), new StudentId(who), ct),
            (null, { } one, null) => readings.LessonHistory(me, of, new LessonId(one), ct),
            _ => null,
        };
        if (asked is null)
            return Problem.BadRequest("either work or lesson is required");

        var history = await asked;
        return history is null
            ? Problem.NotFound()
            : TypedResults.Ok(new HistoryAnswer([.. history.Select(one => Entry(one, rosters.Current))]));
    }

    private static HistoryEntryAnswer Entry(Committed change, Roster roster)
    {
        var entry = new HistoryEntryAnswer(change.Seq, change.At, change.Actor.Value, roster.NameOf(change.Actor));
        return change.Event switch
        {
            MarkSet e => entry with
            {
                Student = e.Student.Value,
                Before = Text(e.Before, e, roster),
                Value = Text(e.After, e, roster),
                Comment = e.After.Comment,
            },
            AttendanceSet e => entry with
            {
                Student = e.Student.Value,
                Before = TypedAttendance.Text(e.Before, roster.Codes),
                Value = TypedAttendance.Text(e.After, roster.Codes),
            },
            LessonRecorded e => entry with { RecordBefore = ResultAnswers.Record(e.Before), Record = ResultAnswers.Record(e.After) },
            _ => entry,
        };
    }

    private static string Text(CellValue value, MarkSet e, Roster roster) =>
        TypedMark.Text(value, roster.Scales[roster.Courses[e.Course].Scale]);
}
