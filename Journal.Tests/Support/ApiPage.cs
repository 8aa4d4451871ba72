using System.Text.Json;
using Journal.Core.Basics;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Support;

/// <summary>A page as a stranger's program sees it, and the edits it would send.</summary>
public sealed record ApiPage(JsonElement Json)
{
    public const string Path = "api/v1/courses/1/page";
    public const string Edits = "api/v1/courses/1/edits";

    public static async Task<ApiPage> Read(Caller caller, string path = Path)
    {
        var reply = await caller.Get(path);
        Assert.Equal(200, reply.Code);
        return new ApiPage(reply.Json);
    }

    public JsonElement? Mark(StudentId student, WorkId work) => Cell("marks", student, "work", work.Value);

    public JsonElement? Attendance(StudentId student, LessonId lesson) => Cell("attendance", student, "lesson", lesson.Value);

    public JsonElement Work(int id) => Json.GetProperty("works").EnumerateArray().Single(work => work.GetProperty("id").GetInt32() == id);

    public JsonElement Lesson(LessonId id) =>
        Json.GetProperty("lessons").EnumerateArray().Single(lesson => lesson.GetProperty("id").GetInt32() == id.Value);

    public long VersionOf(StudentId student, WorkId work) => Version(Mark(student, work));

    public long VersionOf(StudentId student, LessonId lesson) => Version(Attendance(student, lesson));

    public static object Edit(
        string? value,
        long? expected,
        StudentId? student = null,
        WorkId? work = null,
        string? comment = null,
        string? commentFor = null,
        Guid? id = null
    ) =>
        new
        {
            commandId = id ?? Guid.CreateVersion7(),
            student = (student ?? Anna).Value,
            work = (work ?? WorkToday).Value,
            value,
            expected,
            comment,
            commentFor,
        };

    public static object Absence(string value, long expected, StudentId? student = null, LessonId? lesson = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            student = (student ?? Anna).Value,
            lesson = (lesson ?? LessonToday).Value,
            value,
            expected,
        };

    /// <summary>What was taught and set; what is null is left out.</summary>
    public static object Record(LessonId lesson, string? topic, long expected, string? homework = null, string? status = null) =>
        new Dictionary<string, object>
        {
            ["commandId"] = Guid.CreateVersion7(),
            ["lesson"] = lesson.Value,
            ["record"] = new[] { ("topic", topic), ("homework", homework), ("status", status) }
                .Where(one => one.Item2 is not null)
                .ToDictionary(one => one.Item1, one => one.Item2),
            ["expected"] = expected,
        };

    public static object Batch(params object?[] edits) => new { edits };

    public static object Whole(params object?[] edits) => new { atomic = true, edits };

    private static long Version(JsonElement? cell) => cell?.GetProperty("version").GetInt64() ?? 0;

    private JsonElement? Cell(string list, StudentId student, string column, int id)
    {
        foreach (var cell in Json.GetProperty(list).EnumerateArray())
        {
            if (cell.GetProperty("student").GetInt32() == student.Value && cell.GetProperty(column).GetInt32() == id)
                return cell;
        }

        return null;
    }
}
