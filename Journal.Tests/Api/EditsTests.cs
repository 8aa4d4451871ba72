using System.Text.Json;
using Journal.Tests.Support;
using static Journal.Tests.Support.ApiPage;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <summary>Each test types into cells of its own, or reads their versions first.</summary>
public sealed class EditsTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task A_mark_is_applied_and_stands_on_the_page_with_its_version()
    {
        using var teacher = await school.As("teacher");
        var id = Guid.CreateVersion7();

        var reply = await teacher.Post(Edits, Batch(Edit("5", 0, Anna, Work9, "Well done", "family", id)));

        Assert.Equal(["commandId", "outcome", "seq"], SessionTests.Names(reply.First));
        Assert.Equal((id, "applied"), (reply.First.GetProperty("commandId").GetGuid(), Outcome(reply)));
        var cell = (await Read(teacher)).Mark(Anna, Work9)!.Value;
        Assert.Equal(["student", "work", "value", "version", "comment", "commentFor"], SessionTests.Names(cell));
        Assert.Equal("5", cell.GetProperty("value").GetString());
        Assert.Equal(reply.First.GetProperty("seq").GetInt64(), cell.GetProperty("version").GetInt64());
        Assert.Equal("family", cell.GetProperty("commentFor").GetString());
    }

    [Fact]
    public async Task The_page_says_everything_an_edit_needs()
    {
        using var teacher = await school.As("teacher");

        var page = (await Read(teacher)).Json;

        foreach (var name in new[] { "seq", "students", "lessons", "works", "marks", "attendance", "mayEdit", "scale", "term", "terms" })
            Assert.True(page.TryGetProperty(name, out _), name);
        Assert.True(page.GetProperty("mayEdit").GetBoolean());
        Assert.Equal(["id", "lesson"], SessionTests.Names(page.GetProperty("works")[0]).Take(2));
        Assert.Equal(4, page.GetProperty("students").GetArrayLength());
        Assert.Contains("Фамилия21", (await teacher.Get(ApiPage.Path)).Text);
    }

    [Fact]
    public async Task Who_only_reads_the_page_is_told_so()
    {
        using var deputy = await school.As("deputy");

        Assert.False((await Read(deputy)).Json.GetProperty("mayEdit").GetBoolean());
    }

    [Fact]
    public async Task An_edit_sent_again_is_replayed_and_recorded_once()
    {
        using var teacher = await school.As("teacher");
        var batch = Batch(Edit("4", 0, Boris, Work9));

        var first = await teacher.Post(Edits, batch);
        var head = await school.Head();
        var again = await teacher.Post(Edits, batch);

        Assert.Equal(("applied", "replayed"), (Outcome(first), Outcome(again)));
        Assert.Equal(first.First.GetProperty("seq").GetInt64(), again.First.GetProperty("seq").GetInt64());
        Assert.Equal(head, await school.Head());
    }

    [Fact]
    public async Task The_slower_of_two_is_told_what_the_cell_holds_now()
    {
        using var teacher = await school.As("teacher");
        var applied = await teacher.Post(Edits, Batch(Edit("4", 0, Vera, Work9)));

        var reply = await teacher.Post(Edits, Batch(Edit("5", 0, Vera, Work9)));

        var now = reply.First.GetProperty("now");
        Assert.Equal("conflict", Outcome(reply));
        Assert.Equal(["value", "version", "by", "byName", "at"], SessionTests.Names(now));
        Assert.Equal("Фамилия6\u00A0И.", now.GetProperty("byName").GetString());
        Assert.Equal(("4", 6), (now.GetProperty("value").GetString(), now.GetProperty("by").GetInt32()));
        Assert.Equal(applied.First.GetProperty("seq").GetInt64(), now.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_value_that_is_there_already_is_unchanged_whatever_was_expected()
    {
        using var teacher = await school.As("teacher");
        await teacher.Post(Edits, Batch(Edit("3", 0, Anna, Work16)));

        Assert.Equal("unchanged", Outcome(await teacher.Post(Edits, Batch(Edit("3", 0, Anna, Work16)))));
    }

    [Fact]
    public async Task A_refused_edit_has_a_name_facts_and_a_sentence_and_harms_no_other()
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Post(Edits, Batch(Edit("222", 0, Boris, Work16), Edit("4", 0, Vera, Work16)));

        var refused = reply.First;
        Assert.Equal(["commandId", "outcome", "code", "facts", "text"], SessionTests.Names(refused));
        Assert.Equal(("refused", "too-many-marks"), (Outcome(reply), refused.GetProperty("code").GetString()));
        Assert.NotEmpty(refused.GetProperty("text").GetString()!);
        Assert.Equal("applied", reply.Json.GetProperty("results")[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_whole_is_applied_or_nothing_of_it()
    {
        using var teacher = await school.As("teacher");
        var page = await Read(teacher);
        var (anna, boris) = (page.VersionOf(Anna, WorkToday), page.VersionOf(Boris, WorkToday));
        var head = await school.Head();

        var broken = await teacher.Post(Edits, Whole(Edit("5", anna), Edit("zzz", boris, Boris)));
        var between = await school.Head();
        var good = await teacher.Post(Edits, Whole(Edit("5", anna), Edit("4", boris, Boris)));

        Assert.Equal(["refused-with-batch", "not-on-the-scale"], Results(broken, "code"));
        Assert.Equal(head, between);
        Assert.Equal(["applied", "applied"], Results(good, "outcome"));
    }

    [Fact]
    public async Task An_absence_is_a_cell_of_its_own()
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Post(Edits, Batch(Absence("о15", 0, Newcomer, Lesson16)));

        Assert.Equal("applied", Outcome(reply));
        var cell = (await Read(teacher)).Attendance(Newcomer, Lesson16)!.Value;
        Assert.Equal(["student", "lesson", "value", "version"], SessionTests.Names(cell));
        Assert.Equal("о15", cell.GetProperty("value").GetString());
    }

    [Fact]
    public async Task The_history_of_a_cell_tells_every_value_and_who_put_it()
    {
        using var teacher = await school.As("teacher");
        var version = (await Read(teacher)).VersionOf(Newcomer, Work16);
        var first = await teacher.Post(Edits, Batch(Edit("2", version, Newcomer, Work16)));
        await teacher.Post(Edits, Batch(Edit("4", first.First.GetProperty("seq").GetInt64(), Newcomer, Work16)));

        var entries = (await teacher.Get("api/v1/cells/history?course=1&student=24&work=2")).Json.GetProperty("entries");

        var last = entries[entries.GetArrayLength() - 1];
        Assert.Equal(("2", "4"), (last.GetProperty("before").GetString(), last.GetProperty("value").GetString()));
        Assert.Equal(6, last.GetProperty("by").GetInt32());
    }

    [Fact]
    public async Task A_column_tells_every_mark_it_has_held_and_a_lesson_every_record()
    {
        using var teacher = await school.As("teacher");
        var work = await WorksTests.Add(teacher, "History");
        var after = await school.Head();
        await teacher.Post(Edits, Batch(Edit("5", 0, Anna, new(work)), Edit("4", 0, Boris, new(work)), Edit("3", 0, Anna, WorkAhead)));
        await teacher.Post(Edits, Batch(Edit("4/5", after + 1, Anna, new(work), "well", "staff")));
        await teacher.Post(Edits, Batch(Record(LessonAhead, "Fractions", 0)));
        await teacher.Post(Edits, Batch(Record(LessonAhead, "Fractions", await school.Head(), "№ 5")));

        var column = (await teacher.Get($"api/v1/cells/history?course=1&work={work}")).Json.GetProperty("entries");
        var lesson = (await teacher.Get("api/v1/cells/history?course=1&lesson=4")).Json.GetProperty("entries");

        Assert.Equal(
            [(21, "", "5"), (22, "", "4"), (21, "5", "4/5")],
            column.EnumerateArray().Select(one => (one.GetProperty("student").GetInt32(), Text(one, "before"), Text(one, "value")))
        );
        Assert.Equal(["seq", "at", "by", "byName", "student", "before", "value", "comment"], SessionTests.Names(column[2]));
        Assert.Equal(2, lesson.GetArrayLength());
        Assert.Equal(["seq", "at", "by", "byName", "recordBefore", "record"], SessionTests.Names(lesson[1]));
        Assert.Equal(["topic", "status"], SessionTests.Names(lesson[1].GetProperty("recordBefore")));
        Assert.Equal("№ 5", Text(lesson[1].GetProperty("record"), "homework"));
    }

    [Fact]
    public async Task A_record_of_a_lesson_is_applied_and_stands_on_the_page_with_its_version()
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Post(Edits, Batch(Record(Lesson16, " Fractions ", 0, "")));

        Assert.Equal("applied", Outcome(reply));
        var lesson = (await Read(teacher)).Lesson(Lesson16);
        Assert.Equal(
            ["id", "date", "number", "status", "teachers", "topic", "homework", "rollTaken", "version"],
            SessionTests.Names(lesson)
        );
        Assert.Equal(("Fractions", "", "held"), (Text(lesson, "topic"), Text(lesson, "homework"), Text(lesson, "status")));
        Assert.Equal(6, lesson.GetProperty("teachers")[0].GetInt32());
        Assert.Equal(reply.First.GetProperty("seq").GetInt64(), lesson.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_slower_record_is_told_what_is_there()
    {
        using var teacher = await school.As("teacher");
        var first = await teacher.Post(Edits, Batch(Record(LessonToday, "Fractions", 0, "№ 5", "distance")));

        var same = await teacher.Post(Edits, Batch(Record(LessonToday, "Fractions", 0, "№ 5", "distance")));
        var second = await teacher.Post(Edits, Batch(Record(LessonToday, "Equations", 0)));

        Assert.Equal(("applied", "unchanged", "conflict"), (Outcome(first), Outcome(same), Outcome(second)));
        var now = second.First.GetProperty("now");
        Assert.Equal(["version", "by", "byName", "at", "record"], SessionTests.Names(now));
        var record = now.GetProperty("record");
        Assert.Equal(("Fractions", "№ 5", "distance"), (Text(record, "topic"), Text(record, "homework"), Text(record, "status")));
        var insisted = await teacher.Post(Edits, Batch(Record(LessonToday, "Equations", now.GetProperty("version").GetInt64())));
        Assert.Equal("applied", Outcome(insisted));
        Assert.DoesNotContain("homework", SessionTests.Names((await Read(teacher)).Lesson(LessonToday)));
    }

    [Fact]
    public async Task A_roll_declared_with_the_absences_it_shows_is_taken_once()
    {
        using var teacher = await school.As("teacher");
        var roll = new
        {
            commandId = Guid.CreateVersion7(),
            lesson = Lesson9.Value,
            roll = true,
        };

        var reply = await teacher.Post(Edits, Batch(Absence("н", 0, Vera, Lesson9), roll));

        Assert.Equal(["applied", "applied"], Results(reply, "outcome"));
        Assert.True((await Read(teacher)).Lesson(Lesson9).GetProperty("rollTaken").GetBoolean());
        Assert.Equal(["replayed"], Results(await teacher.Post(Edits, Batch(roll)), "outcome"));
        var again = new
        {
            commandId = Guid.CreateVersion7(),
            lesson = Lesson9.Value,
            roll = true,
            expected = 0,
        };
        Assert.Equal(["unchanged"], Results(await teacher.Post(Edits, Batch(again)), "outcome"));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static string? Outcome(Reply reply) => reply.First.GetProperty("outcome").GetString();

    private static IEnumerable<string?> Results(Reply reply, string name) =>
        reply.Json.GetProperty("results").EnumerateArray().Select(one => one.GetProperty(name).GetString());
}
