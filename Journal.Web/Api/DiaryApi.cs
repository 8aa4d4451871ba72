using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Api;

internal static class DiaryApi
{
    public static void MapDiary(this IEndpointRouteBuilder api) => api.MapGet("/students/{student:int}/diary", Diary).ProducesProblem(404);

    /// <param name="week">Any day of the week; without it the running one.</param>
    private static async Task<Results<Ok<DiaryAnswer>, ProblemHttpResult>> Diary(
        int student,
        DateOnly? week,
        HttpContext http,
        Readings readings,
        CancellationToken ct
    )
    {
        var diary = await readings.Diary(http.User.Person(), new StudentId(student), week, ct);
        return diary is null ? Problem.NotFound() : TypedResults.Ok(Of(diary));
    }

    private static DiaryAnswer Of(DiaryWeek diary) =>
        new(
            diary.Student.Value,
            diary.Monday,
            diary.Seq,
            [.. diary.Days.Where(day => day.Lessons.Count > 0).Select(day => new DiaryDayAnswer(day.Date, [.. day.Lessons.Select(Of)]))]
        );

    private static DiaryTaskAnswer Of(DiaryTask task) =>
        new(
            task.Task?.Value,
            task.Text,
            task.Due,
            task.Details.Minutes,
            task.Details.Way,
            task.Details.Pages,
            task.Details.Exercises,
            task.Details.Practice,
            task.Changed
        );

    private static DiaryLessonAnswer Of(DiaryLesson lesson) =>
        new(
            lesson.Lesson.Value,
            lesson.Course.Value,
            lesson.Subject,
            lesson.Number,
            MeApi.Lower(lesson.Status.ToString()),
            lesson.Topic,
            lesson.Homework,
            lesson.Absence?.Text,
            [.. lesson.Tasks.Select(Of)],
            [
                .. lesson.Marks.Select(mark => new DiaryMarkAnswer(
                    mark.Work.Value,
                    mark.WorkType,
                    mark.Title,
                    mark.Weight,
                    mark.Value,
                    mark.Comment,
                    mark.Version
                )),
            ]
        );
}
