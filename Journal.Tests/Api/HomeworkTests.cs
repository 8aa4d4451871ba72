using Journal.Core.Homework.Storage;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <summary>Tasks as a program sets them.</summary>
public sealed class HomeworkTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Own = "api/v1/courses/1/lessons/3/homework";
    private const string Of16 = "api/v1/courses/1/lessons/2/homework";

    [Fact]
    public async Task A_task_is_set_with_its_file_read_corrected_and_withdrawn()
    {
        using var teacher = await school.As("teacher");
        var file = await AttachedFile.Bring(school.Get<UploadBook>(), Teacher);

        var set = await teacher.Put(Own, Task("№ 725", null, 0, file.Id));
        var now = (await teacher.Get("api/v1/lessons/3/homework")).Json;
        var task = now.GetProperty("tasks")[0];
        Assert.Equal("applied", Outcome(set));
        Assert.Equal(("№ 725", 35), (now.GetProperty("text").GetString(), task.GetProperty("minutes").GetInt32()));
        Assert.Equal(file.Name, task.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.Equal("2026-11-23", now.GetProperty("days")[0].GetString());
        Assert.Equal(150, now.GetProperty("norm").GetInt32());

        var version = now.GetProperty("version").GetInt64();
        var stale = await teacher.Put(Own, Task("№ 726", "№ 700", version));
        Assert.Equal(("conflict", "№ 725"), (Outcome(stale), stale.Json.GetProperty("now").GetProperty("value").GetString()));
        Assert.Equal("applied", Outcome(await teacher.Put(Own, Task(null, "№ 725", version))));
        Assert.False((await teacher.Get("api/v1/lessons/3/homework")).Json.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_task_for_some_is_in_their_diary_with_its_number()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        using var other = await school.As("other-parent");

        var set = await teacher.Put(
            Of16,
            new
            {
                commandId = Guid.CreateVersion7(),
                text = "card 2",
                students = new[] { 21 },
                expected = 0,
            }
        );

        Assert.Equal("applied", Outcome(set));
        Assert.Contains("card 2", (await parent.Get("api/v1/students/21/diary?week=2026-11-16")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("card 2", (await other.Get("api/v1/students/22/diary?week=2026-11-16")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"commandId":"00000000-0000-0000-0000-000000000000","text":"a","expected":0}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","expected":-1}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","task":1,"expected":0}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","expected":0,"author":7}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","expected":0,"due":"soon"}""")]
    [InlineData(
        """{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","expected":0,"files":["0199a0de-0000-7000-8000-000000000009"]}"""
    )]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":"a","expected":0,"files":[null]}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000001","text":5,"expected":0}""")]
    [InlineData("not JSON")]
    public async Task A_request_of_another_shape_is_refused_and_changes_nothing(string body)
    {
        using var teacher = await school.As("teacher");
        var head = await school.Get<Core.Persistence.ChangeLog>().Head();

        Assert.Equal(400, (await teacher.Text("api/v1/courses/1/lessons/1/homework", body, HttpMethod.Put)).Code);

        Assert.Equal(head, await school.Get<Core.Persistence.ChangeLog>().Head());
    }

    private static object Task(string? text, string? seen, long expected, params Guid[] files) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            text,
            minutes = 35,
            files,
            seen,
            expected,
        };

    private static string? Outcome(Reply reply) => reply.Json.GetProperty("outcome").GetString();
}
