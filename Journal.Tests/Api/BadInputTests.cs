using System.Text.Json;
using Journal.Tests.Support;
using static Journal.Tests.Support.ApiPage;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <summary>Whatever is sent: a clear answer, nothing changed, and (the school looks when it closes) no error of ours in the log.</summary>
public sealed class BadInputTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Good = """{"commandId":"0199a0de-0000-7000-8000-000000000001","student":21,"work":3,"value":"5","expected":0}""";

    private const string GoodRecord =
        """{"commandId":"0199a0de-0000-7000-8000-000000000002","lesson":3,"record":{"topic":"a"},"expected":0}""";

    private const string GoodRoll = """{"commandId":"0199a0de-0000-7000-8000-000000000003","lesson":3,"roll":true}""";

    public static TheoryData<string, int, string> Bodies =>
        new()
        {
            { "no JSON", 400, "{" },
            { "nothing", 400, "" },
            { "null", 400, "null" },
            { "a list", 400, "[]" },
            { "a text", 400, "\"5\"" },
            { "no edits", 400, "{}" },
            { "edits null", 400, """{"edits":null}""" },
            { "an empty batch", 400, """{"edits":[]}""" },
            { "an edit null", 400, """{"edits":[null]}""" },
            { "an empty edit", 400, """{"edits":[{}]}""" },
            { "deep lists", 400, Nested(200, "[", "]") },
            { "deeper lists", 400, Nested(20_000, "[", "]") },
            { "deep objects", 400, Nested(200, "{\"edits\":", "}") },
            { "half a surrogate pair", 400, Edited("\"value\":\"5\"", "\"value\":\"\\ud83d\"") },
            { "a number as value", 400, Edited("\"value\":\"5\"", "\"value\":5") },
            { "NaN as value", 400, Edited("\"value\":\"5\"", "\"value\":NaN") },
            { "value null", 400, Edited("\"value\":\"5\"", "\"value\":null") },
            { "student null", 400, Edited("\"student\":21", "\"student\":null") },
            { "student 1e9", 400, Edited("\"student\":21", "\"student\":1e9") },
            { "student beyond int", 400, Edited("\"student\":21", "\"student\":2147483648") },
            { "student in words", 400, Edited("\"student\":21", "\"student\":\"Anna\"") },
            { "student in foreign digits", 400, Edited("\"student\":21", "\"student\":\"２１\"") },
            { "student twice", 400, Edited("\"student\":21", "\"student\":22,\"student\":21") },
            { "expected null", 400, Edited("\"expected\":0", "\"expected\":null") },
            { "expected −1", 400, Edited("\"expected\":0", "\"expected\":-1") },
            { "expected beyond long", 400, Edited("\"expected\":0", "\"expected\":9223372036854775808") },
            { "no command id", 400, Edited("\"commandId\":\"0199a0de-0000-7000-8000-000000000001\",", "") },
            { "an empty command id", 400, Edited("0199a0de-0000-7000-8000-000000000001", "00000000-0000-0000-0000-000000000000") },
            { "a command id that is none", 400, Edited("0199a0de-0000-7000-8000-000000000001", "5") },
            { "work and lesson", 400, Edited("\"work\":3", "\"work\":3,\"lesson\":3") },
            { "neither work nor lesson", 400, Edited("\"work\":3,", "") },
            { "a comment on an absence", 400, Edited("\"work\":3", "\"lesson\":3,\"comment\":\"ill\"") },
            { "a comment for strangers", 400, Edited("\"work\":3", "\"work\":3,\"comment\":\"a\",\"commentFor\":\"all\"") },
            { "a date that is none", 400, Edited("\"work\":3", "\"work\":3,\"due\":\"2026-02-30\"") },
            { "an author", 400, Edited("\"work\":3", "\"work\":3,\"author\":2") },
            { "a time", 400, Edited("\"work\":3", "\"work\":3,\"at\":\"2020-01-01T00:00:00Z\"") },
            { "a course", 400, Edited("\"work\":3", "\"work\":3,\"course\":4") },
            { "a course beside the edits", 400, "{\"course\":4,\"edits\":[" + Good + "]}" },
            { "a misspelt comment", 400, Edited("\"work\":3", "\"work\":3,\"coment\":\"a\"") },
            { "atomic in words", 400, "{\"atomic\":\"yes\",\"edits\":[" + Good + "]}" },
            { "a record of no lesson", 400, Recorded("\"lesson\":3,", "") },
            { "a record of a student", 400, Recorded("\"lesson\":3", "\"lesson\":3,\"student\":21") },
            { "a record with a value", 400, Recorded("\"lesson\":3", "\"lesson\":3,\"value\":\"5\"") },
            { "a record without a version", 400, Recorded(",\"expected\":0", "") },
            { "a roll taken back", 400, Rolled("true", "false") },
            { "a roll of no lesson", 400, Rolled("\"lesson\":3,", "") },
            { "a roll of a student", 400, Rolled("\"lesson\":3", "\"lesson\":3,\"student\":21") },
            { "a roll with a value", 400, Rolled("\"lesson\":3", "\"lesson\":3,\"value\":\"н\"") },
            { "a roll with a record", 400, Rolled("\"lesson\":3", "\"lesson\":3,\"record\":{\"topic\":\"a\"}") },
            { "a roll that is a text", 400, Rolled("true", "\"taken\"") },
            { "a record that is a text", 400, Recorded("{\"topic\":\"a\"}", "\"a\"") },
            { "a record with a member unknown", 400, Recorded("\"topic\":\"a\"", "\"topic\":\"a\",\"teacher\":6") },
            { "a status that is none", 400, Recorded("\"topic\":\"a\"", "\"status\":\"cancelled\"") },
            { "1,000 edits", 413, Many(1000, atomic: false) },
            { "3,000 edits as one whole", 413, Many(3000, atomic: true) },
            { "a body over the limit", 413, Edited("\"value\":\"5\"", $"\"value\":\"{new string('5', 1 << 20)}\"") },
        };

    public static TheoryData<string, string, object> Refusals =>
        new()
        {
            { "off the scale", "not-on-the-scale", Edit("6", 0) },
            { "NaN", "not-on-the-scale", Edit("NaN", 0) },
            { "−1", "not-on-the-scale", Edit("-1", 0) },
            { "1e9", "not-on-the-scale", Edit("1e9", 0) },
            { "three marks", "too-many-marks", Edit("222", 0) },
            { "11", "value-not-in-use", Edit("11", 0) },
            { "foreign digits", "not-on-the-scale", Edit("５", 0) },
            { "Arabic digits", "not-on-the-scale", Edit("٥", 0) },
            { "nothing but a NUL", "not-on-the-scale", Edit("\0", 0) },
            { "SQL", "not-on-the-scale", Edit("5';DROP--", 0) },
            { "900,000 characters", "value-too-long", Edit(new string('5', 900_000), 0) },
            { "a comment of 10 kB", "comment-too-long", Edit("5", 0, comment: new string('а', 10_000)) },
            { "an unreadable comment", "comment-unreadable", Edit("5", 0, comment: "a\0b") },
            { "an unknown student", "student-not-in-group", Edit("5", 0, new(999_999)) },
            { "student −1", "student-not-in-group", Edit("5", 0, new(-1)) },
            { "an unknown work", "unknown-work", Edit("5", 0, work: new(999_999)) },
            { "the largest work", "unknown-work", Edit("5", 0, work: new(int.MaxValue)) },
            { "a work of another course", "unknown-work", Edit("5", 0, Stranger, Work8A) },
            { "a work of English", "unknown-work", Edit("5", 0, work: EnglishWork1) },
            { "a student of another class", "student-not-in-group", Edit("5", 0, Stranger) },
            { "a student who had not come yet", "student-not-in-group", Edit("5", 0, Newcomer, Work9) },
            { "a lesson still ahead", "lesson-in-future", Edit("5", 0, work: WorkAhead) },
            { "an absence still ahead", "lesson-in-future", Absence("н", 0, lesson: LessonAhead) },
            { "an unknown lesson", "unknown-lesson", Absence("н", 0, lesson: new(999_999)) },
            { "a lesson of another course", "unknown-lesson", Absence("н", 0, Stranger, Lesson8A) },
            { "no code of attendance", "not-an-attendance-code", Absence("zzz", 0) },
            { "late by nothing", "minutes-out-of-range", Absence("о0", 0) },
            { "late by 999,999", "minutes-out-of-range", Absence("о999999", 0) },
            { "late in foreign digits", "not-an-attendance-code", Absence("о１５", 0) },
            { "a version from the future", "conflict", Edit("5", long.MaxValue) },
            { "a long topic", "topic-too-long", Record(LessonToday, new string('я', 501), 0) },
            { "homework of 100 kB", "homework-too-long", Record(LessonToday, null, 0, new string('я', 100_000)) },
            { "an unreadable topic", "topic-unreadable", Record(LessonToday, "a\0b", 0) },
            { "a record of an unknown lesson", "unknown-lesson", Record(new(999_999), "a", 0) },
            { "a record of another course's lesson", "unknown-lesson", Record(Lesson8A, "a", 0) },
            { "a lesson held tomorrow", "lesson-in-future", Record(LessonAhead, "a", 0, status: "held") },
            { "a record of a version from the future", "conflict", Record(LessonToday, "a", long.MaxValue) },
        };

    public static TheoryData<string, int> Addresses =>
        new()
        {
            { "api/v1/courses/999999/page", 404 },
            { "api/v1/courses/-1/page", 404 },
            { "api/v1/courses/2147483648/page", 404 },
            { "api/v1/courses/1e9/page", 404 },
            { "api/v1/courses/１/page", 404 },
            { "api/v1/courses/1/page?term=99", 404 },
            { "api/v1/courses/1/page?term=-1", 404 },
            { "api/v1/courses/1/page?term=2147483648", 400 },
            { "api/v1/courses/1/page?term=second", 400 },
            { "api/v1/students/99999999999/diary", 404 },
            { "api/v1/students/21/diary?week=2026-02-30", 400 },
            { "api/v1/students/21/diary?week=%00", 400 },
            { "api/v1/changes", 400 },
            { "api/v1/changes?audience=", 400 },
            { "api/v1/changes?audience=course", 400 },
            { "api/v1/changes?audience=course/1/2", 400 },
            { "api/v1/changes?audience=course/99999999999", 400 },
            { "api/v1/changes?audience=course/1&after=-1", 400 },
            { "api/v1/changes?audience=course/1&after=9223372036854775808", 400 },
            { "api/v1/changes?audience=everyone/1", 400 },
            { "api/v1/cells/history?course=1&student=21", 400 },
            { "api/v1/cells/history?course=1&student=21&work=3&lesson=3", 400 },
            { "api/v1/cells/history?student=21&work=3", 400 },
            { "api/v1/cells/history?course=1", 400 },
            { "api/v1/cells/history?course=1&student=Anna&work=3", 400 },
            { "api/v1/cells/history?course=4&work=7", 404 },
            { "api/v1/cells/history?course=4&lesson=7", 404 },
            { "api/v1/nothing", 404 },
            { "api/v1/sign-out", 404 },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_wrong_body_changes_nothing(string what, int status, string body)
    {
        using var teacher = await school.As("teacher");

        await Nothing(
            teacher,
            async () =>
            {
                var reply = await teacher.Text(Edits, body);
                Assert.True((status, "application/problem+json") == (reply.Code, reply.Type), $"{what}: {reply}");
            }
        );
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_wrong_edit_is_refused_by_name_and_changes_nothing(string what, string code, object edit)
    {
        using var teacher = await school.As("teacher");

        await Nothing(
            teacher,
            async () =>
            {
                var result = (await teacher.Post(Edits, Batch(edit))).First;
                var named = result.TryGetProperty("code", out var why) ? why.GetString() : result.GetProperty("outcome").GetString();
                Assert.True(code == named, $"{what}: {result}");
            }
        );
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_wrong_address_is_a_clear_answer(string address, int status)
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        var asking = address.Contains("students/21") ? parent : teacher;

        var reply = await asking.Get(address);

        Assert.True((status, "application/problem+json") == (reply.Code, reply.Type), reply.ToString());
        Assert.DoesNotContain("Exception", reply.Text);
        Assert.DoesNotContain("   at ", reply.Text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=\"\"\"")]
    public async Task Only_JSON_in_UTF_8_is_read(string type)
    {
        using var teacher = await school.As("teacher");
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("{\"edits\":[" + Good + "]}"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        await Nothing(
            teacher,
            async () =>
            {
                var reply = await teacher.Send(new HttpRequestMessage(HttpMethod.Post, Edits) { Content = content });
                Assert.Equal((415, "application/problem+json"), (reply.Code, reply.Type));
            }
        );
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/problem+json")]
    public async Task JSON_in_UTF_8_is_read_however_it_is_called(string type)
    {
        using var teacher = await school.As("teacher");
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("{\"edits\":[]}"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var reply = await teacher.Send(new HttpRequestMessage(HttpMethod.Post, Edits) { Content = content });

        Assert.Equal(400, reply.Code);
        Assert.Contains("at least one is required", reply.Text);
    }

    [Fact]
    public async Task An_id_used_again_with_another_content_is_refused()
    {
        using var teacher = await school.As("teacher");
        var id = Guid.CreateVersion7();
        var version = (await Read(teacher)).VersionOf(Boris, Work16);
        await teacher.Post(Edits, Batch(Edit("3", version, Boris, Work16, id: id)));

        await Nothing(
            teacher,
            async () =>
            {
                var reply = await teacher.Post(Edits, Batch(Edit("5", version, Boris, Work16, id: id)));
                Assert.Equal("command-id-reused", reply.First.GetProperty("code").GetString());
            }
        );
    }

    [Fact]
    public async Task One_id_twice_in_a_batch_is_one_edit()
    {
        using var teacher = await school.As("teacher");
        var id = Guid.CreateVersion7();
        var version = (await Read(teacher)).VersionOf(Vera, Work16);
        var head = await school.Head();

        var reply = await teacher.Post(
            Edits,
            Batch(
                Edit("3", version, Vera, Work16, id: id),
                Edit("3", version, Vera, Work16, id: id),
                Edit("2", version, Vera, Work16, id: id)
            )
        );

        var outcomes = reply.Json.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("outcome").GetString());
        Assert.Equal(["applied", "replayed", "refused"], outcomes);
        Assert.Equal(head + 1, await school.Head());
    }

    [Fact]
    public async Task A_closed_term_is_closed()
    {
        using var teacher = await school.As("teacher");
        var locked = await school.Writer.Submit(new Core.Courses.LockTerm(Quarter2, Class7B), Director);
        Assert.IsType<Core.Writing.Applied>(locked);

        await Nothing(
            teacher,
            async () =>
            {
                var reply = await teacher.Post(Edits, Batch(Edit("5", 0, Newcomer), Absence("н", 0, Newcomer)));
                Assert.All(
                    reply.Json.GetProperty("results").EnumerateArray(),
                    result => Assert.Equal("term-closed", result.GetProperty("code").GetString())
                );
            }
        );

        await school.Writer.Submit(new Core.Courses.UnlockTerm(Quarter2, Class7B), Director);
    }

    private async Task Nothing(Caller teacher, Func<Task> happens)
    {
        var (head, page) = (await school.Head(), (await teacher.Get(ApiPage.Path)).Text);
        await happens();
        Assert.Equal(page, (await teacher.Get(ApiPage.Path)).Text);
        Assert.Equal(head, await school.Head());
    }

    private static string Nested(int depth, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

    private static string Edited(string what, string with) => Changed(Good, what, with);

    private static string Rolled(string what, string with) => Changed(GoodRoll, what, with);

    private static string Recorded(string what, string with) => Changed(GoodRecord, what, with);

    private static string Changed(string good, string what, string with) =>
        good.Contains(what) ? "{\"edits\":[" + good.Replace(what, with) + "]}" : throw new InvalidOperationException(what);

    private static string Many(int count, bool atomic) =>
        JsonSerializer.Serialize(new { atomic, edits = Enumerable.Repeat(0, count).Select(_ => Edit("5", 0, new(1), new(1))) });
}
