using Journal.Tests.Support;

namespace Journal.Tests.Api;

public sealed class WorksTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Works = "api/v1/courses/1/works";

    [Fact]
    public async Task A_work_is_added_changed_and_removed_with_its_marks()
    {
        using var teacher = await school.As("teacher");
        var id = await Add(teacher, "Dictation");
        var work = (await ApiPage.Read(teacher)).Work(id);
        Assert.Equal((3, "Dictation", 300), (Int(work, "lesson"), work.GetProperty("title").GetString(), Int(work, "weight")));
        await teacher.Post(ApiPage.Edits, ApiPage.Batch(ApiPage.Edit("5", 0, work: new(id))));

        var changed = await teacher.Put($"{Works}/{id}", Change(work.GetProperty("version").GetInt64(), "Test 1"));
        var stale = await teacher.Put($"{Works}/{id}", Change(0, "Test 2"));
        var version = (await ApiPage.Read(teacher)).Work(id).GetProperty("version").GetInt64();
        var removed = await teacher.Delete($"{Works}/{id}?commandId={Guid.CreateVersion7()}&expected={version}");

        Assert.Equal(["applied", "conflict", "applied"], new[] { changed, stale, removed }.Select(Outcome));
        var page = await ApiPage.Read(teacher);
        Assert.DoesNotContain(page.Json.GetProperty("works").EnumerateArray(), one => Int(one, "id") == id);
        Assert.Null(page.Mark(SmallSchoolFacts.Anna, new(id)));
    }

    [Fact]
    public async Task A_work_is_moved_to_another_lesson_with_its_marks_and_the_answer_brings_its_version()
    {
        using var teacher = await school.As("teacher");
        var id = await Add(teacher, "Essay");
        await teacher.Post(ApiPage.Edits, ApiPage.Batch(ApiPage.Edit("5", 0, work: new(id))));
        var version = (await ApiPage.Read(teacher)).Work(id).GetProperty("version").GetInt64();

        var moved = await teacher.Put($"{Works}/{id}", Change(version, "Essay", lesson: 2));
        var ahead = await teacher.Put($"{Works}/{id}", Change(moved.Json.GetProperty("seq").GetInt64(), "Essay", lesson: 4));

        Assert.Equal(("applied", "lesson-in-future"), (Outcome(moved), ahead.Json.GetProperty("code").GetString()));
        var page = await ApiPage.Read(teacher);
        Assert.Equal(2, Int(page.Work(id), "lesson"));
        Assert.Equal(moved.Json.GetProperty("seq").GetInt64(), page.Work(id).GetProperty("version").GetInt64());
        Assert.Equal("5", page.Mark(SmallSchoolFacts.Anna, new(id))!.Value.GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_removed_work_comes_back_with_its_marks_once()
    {
        using var teacher = await school.As("teacher");
        var id = await Add(teacher, "Removed by mistake");
        await teacher.Post(
            ApiPage.Edits,
            ApiPage.Batch(
                ApiPage.Edit("5", 0, work: new(id), comment: "well", commentFor: "family"),
                ApiPage.Edit("2", 0, SmallSchoolFacts.Boris, new(id))
            )
        );
        var before = (await ApiPage.Read(teacher)).Work(id);
        var removed = await teacher.Delete(
            $"{Works}/{id}?commandId={Guid.CreateVersion7()}&expected={before.GetProperty("version").GetInt64()}"
        );
        var seq = removed.Json.GetProperty("seq").GetInt64();

        var wrong = await teacher.Post($"{Works}/{id}/restore", new { commandId = Guid.CreateVersion7(), expected = seq - 1 });
        var restored = await teacher.Post($"{Works}/{id}/restore", new { commandId = Guid.CreateVersion7(), expected = seq });
        var again = await teacher.Post($"{Works}/{id}/restore", new { commandId = Guid.CreateVersion7(), expected = seq });

        Assert.Equal(("conflict", seq), (Outcome(wrong), wrong.Json.GetProperty("now").GetProperty("version").GetInt64()));
        Assert.Equal(("applied", "work-not-removed"), (Outcome(restored), again.Json.GetProperty("code").GetString()));
        var page = await ApiPage.Read(teacher);
        Assert.Equal(("Removed by mistake", 3), (page.Work(id).GetProperty("title").GetString(), Int(page.Work(id), "lesson")));
        var mark = page.Mark(SmallSchoolFacts.Anna, new(id))!.Value;
        Assert.Equal(("5", "well"), (mark.GetProperty("value").GetString(), mark.GetProperty("comment").GetString()));
        Assert.InRange(mark.GetProperty("version").GetInt64(), seq + 1, restored.Json.GetProperty("seq").GetInt64());
        Assert.Equal("2", page.Mark(SmallSchoolFacts.Boris, new(id))!.Value.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"commandId":"00000000-0000-0000-0000-000000000000","expected":1}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000003"}""")]
    [InlineData("""{"commandId":"0199a0de-0000-7000-8000-000000000003","expected":1,"lesson":3}""")]
    public async Task What_is_to_come_back_must_be_said_in_full(string body)
    {
        using var teacher = await school.As("teacher");

        Assert.Equal(400, (await teacher.Text($"{Works}/3/restore", body)).Code);
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("half \uFFFD")]
    public async Task A_title_that_cannot_be_kept_is_refused(string title)
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Post(Works, New(title));

        Assert.Equal(("refused", "title-unreadable"), (Outcome(reply), reply.Json.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_column_of_the_lesson_itself_stays()
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Delete($"{Works}/3?commandId={Guid.CreateVersion7()}&expected=0");

        Assert.Equal("default-work-stays", reply.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_roll_is_declared_once()
    {
        using var teacher = await school.As("teacher");

        var first = await teacher.Post("api/v1/courses/1/lessons/1/roll", new { commandId = Guid.CreateVersion7() });
        var again = await teacher.Post("api/v1/courses/1/lessons/1/roll", new { commandId = Guid.CreateVersion7() });

        Assert.Equal(("applied", "unchanged"), (Outcome(first), Outcome(again)));
        var lesson = (await ApiPage.Read(teacher)).Json.GetProperty("lessons")[0];
        Assert.True(lesson.GetProperty("rollTaken").GetBoolean());
    }

    internal static async Task<int> Add(Caller teacher, string title, bool shown = true)
    {
        var before = (await ApiPage.Read(teacher)).Json.GetProperty("works").EnumerateArray().Select(one => Int(one, "id")).ToHashSet();
        Assert.Equal("applied", Outcome(await teacher.Post(Works, New(title, shown))));
        var after = (await ApiPage.Read(teacher)).Json.GetProperty("works").EnumerateArray().Select(one => Int(one, "id"));
        return after.Single(id => !before.Contains(id));
    }

    internal static object Change(long expected, string title, bool shown = true, int? lesson = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            lesson,
            type = 2,
            weight = 200,
            title,
            shown,
            expected,
        };

    private static object New(string title, bool shown = true) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            lesson = 3,
            type = 2,
            title,
            shown,
        };

    private static string? Outcome(Reply reply) => reply.Json.GetProperty("outcome").GetString();

    private static int Int(System.Text.Json.JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
