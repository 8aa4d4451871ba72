using System.Net.Http.Json;
using System.Text.Json;
using Journal.Tests.Live;
using Journal.Tests.Support;
using static Journal.Tests.Support.ApiPage;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <summary>What a family is told by the diary and by the log, and what it is not.</summary>
public sealed class FamilyTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Diary = "api/v1/students/21/diary?week=2026-11-20";

    [Fact]
    public async Task A_hidden_column_is_in_the_diary_of_staff_only_until_it_is_shown()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        using var classTeacher = await school.As("class-teacher");
        var work = await WorksTests.Add(teacher, "Hidden work", shown: false);
        var after = await school.Head();
        await Type(teacher, Edit("2", 0, Anna, new(work)));

        Assert.DoesNotContain("Hidden work", (await parent.Get(Diary)).Text);
        Assert.Contains("Hidden work", (await classTeacher.Get(Diary)).Text);
        Assert.DoesNotContain(await Told(parent, after), change => Kind(change) == "mark.set");

        var version = (await Read(teacher)).Work(work).GetProperty("version").GetInt64();
        await teacher.Put($"api/v1/courses/1/works/{work}", WorksTests.Change(version, "Hidden work"));

        Assert.Contains("Hidden work", (await parent.Get(Diary)).Text);
        Assert.Contains(await Told(parent, after), change => Kind(change) == "mark.shown" && Text(change, "value") == "2");
    }

    [Fact]
    public async Task A_staff_comment_stays_with_the_staff()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        using var classTeacher = await school.As("class-teacher");
        var after = await school.Head();
        var version = (await Read(teacher)).VersionOf(Anna, Work16);
        await Type(teacher, Edit("4", version, Anna, Work16, "call the parents", "staff"));

        Assert.Contains("call the parents", (await classTeacher.Get(Diary)).Text);
        Assert.DoesNotContain("call the parents", (await parent.Get(Diary)).Text);
        Assert.DoesNotContain("call the parents", (await parent.Get($"api/v1/changes?audience=student/21&after={after}")).Text);
        Assert.Contains("call the parents", (await classTeacher.Get($"api/v1/changes?audience=student/21&after={after}")).Text);
    }

    [Fact]
    public async Task The_number_to_go_on_from_does_not_tell_that_something_hidden_happened()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        var after = await school.Head();
        async Task<long> Next() =>
            (await parent.Get($"api/v1/changes?audience=student/21&after={after}")).Json.GetProperty("next").GetInt64();

        await Type(teacher, Edit("3", (await Read(teacher)).VersionOf(Boris, Work16), Boris, Work16, "for us", "staff"));
        var afterAnother = await Next() - await school.Head();
        await Type(teacher, Edit("4", (await Read(teacher)).VersionOf(Anna, Work16), Anna, Work16, "for us", "staff"));
        await Type(teacher, Edit("4", (await Read(teacher)).VersionOf(Anna, Work16), Anna, Work16, "only for us", "staff"));

        Assert.Equal(afterAnother, await Next() - await school.Head());
    }

    [Fact]
    public async Task A_comment_for_the_family_is_read_by_the_family()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        using var student = await school.As("student");
        var version = (await Read(teacher)).VersionOf(Anna, WorkToday);
        await Type(teacher, Edit("5", version, Anna, WorkToday, "bravo", "family"));

        Assert.Contains("bravo", (await parent.Get(Diary)).Text);
        Assert.Contains("bravo", (await student.Get(Diary)).Text);
    }

    [Fact]
    public async Task A_column_taken_back_is_told_to_the_family_that_saw_it()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        await Type(teacher, Edit("3", (await Read(teacher)).VersionOf(Anna, Work16), Anna, Work16));
        var after = await school.Head();

        await Show(teacher, shown: false);
        var told = Assert.Single(await Told(parent, after), change => Kind(change) == "mark.hidden");
        await Show(teacher, shown: true);

        Assert.Equal(("mark.hidden", Work16.Value, ""), (Kind(told), told.GetProperty("work").GetInt32(), Text(told, "value")));
    }

    [Fact]
    public async Task An_absence_waits_for_the_roll()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        using var classTeacher = await school.As("class-teacher");
        var after = await school.Head();
        await Type(teacher, Absence("н", (await Read(teacher)).VersionOf(Anna, LessonToday)));

        Assert.Null(Absent((await parent.Get(Diary)).Json, 3));
        Assert.Equal("н", Absent((await classTeacher.Get(Diary)).Json, 3));
        Assert.DoesNotContain(await Told(parent, after), change => Kind(change).StartsWith('a'));

        await teacher.Post("api/v1/courses/1/lessons/3/roll", new { commandId = Guid.CreateVersion7() });

        Assert.Equal("н", Absent((await parent.Get(Diary)).Json, 3));
        Assert.Equal("absence.shown", Kind(Assert.Single(await Told(parent, after), change => Kind(change).StartsWith('a'))));
    }

    [Fact]
    public async Task A_family_never_hears_of_another_child_or_of_former_values_and_authors()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        var page = await Read(teacher);
        await Type(teacher, Edit("3", page.VersionOf(Boris, Work9), Boris, Work9));
        await Type(teacher, Edit("4", page.VersionOf(Anna, Work9), Anna, Work9));

        var told = await Told(parent, 0);

        Assert.NotEmpty(told);
        Assert.All(told, change => Assert.True(IsNotice(change) || change.GetProperty("student").GetInt32() == 21, $"{change}"));
        Assert.All(told, change => Assert.DoesNotContain(SessionTests.Names(change), name => name is "by" or "before" or "class"));
    }

    [Fact]
    public async Task A_family_hears_of_topics_and_columns_in_its_child_s_lessons_and_of_no_others()
    {
        using var teacher = await school.As("teacher");
        using var otherTeacher = await school.As("other-teacher");
        using var parent = await school.As("parent");
        var after = await school.Head();
        await using var live = await Hearer.As(school, "parent");
        await live.Subscribe("student/21", after);

        await Type(otherTeacher, Record(new(6), "Unit 5", 0), "api/v1/courses/3/edits");
        await Type(otherTeacher, Record(Lesson8A, "Roots", 0), "api/v1/courses/4/edits");
        await WorksTests.Add(teacher, "Unchecked", shown: false);
        var work = await WorksTests.Add(teacher, "Dictation");
        await Type(teacher, Edit("2", (await Read(teacher)).VersionOf(Boris, Work9), Boris, Work9));
        var version = (await Read(teacher)).Lesson(Lesson9).GetProperty("version").GetInt64();
        await Type(teacher, Record(Lesson9, "Fractions", version, "№ 5"));
        await Type(teacher, Edit("4", 0, Anna, new(work)));

        var told = await Told(parent, after);
        var heard = await live.Until(await school.Head());
        Assert.Equal(["work.added", "lesson.recorded", "mark.set"], told.Select(Kind));
        Assert.Equal([3, 1], told.Take(2).Select(change => change.GetProperty("lesson").GetInt32()));
        Assert.All(told.Take(2), change => Assert.True(IsNotice(change), $"{change}"));
        Assert.All(told.Take(2), change => Assert.Equal(1, change.GetProperty("course").GetInt32()));
        Assert.Equal(told.Select(change => change.GetProperty("seq").GetInt64()), heard.Select(word => word.Seq));
        Assert.All(heard.SkipLast(1), word => Assert.Equal((null, null), (word.Change!.By, word.Change.Student)));
        Assert.Contains("№ 5", (await parent.Get("api/v1/students/21/diary?week=2026-11-09")).Text);
    }

    [Fact]
    public async Task A_diary_tells_homework_not_set_from_none_yet()
    {
        using var teacher = await school.As("teacher");
        using var parent = await school.As("parent");
        await Type(teacher, Record(LessonAhead, "Equations", 0));

        var before = await Homework(parent, LessonAhead);
        var version = (await Read(teacher)).Lesson(LessonAhead).GetProperty("version").GetInt64();
        await Type(teacher, Record(LessonAhead, "Equations", version, ""));

        Assert.Equal((null, ""), (before, await Homework(parent, LessonAhead)));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_week_at_the_end_of_time_is_empty(string week)
    {
        using var parent = await school.As("parent");

        var reply = await parent.Get($"api/v1/students/21/diary?week={week}");

        Assert.Equal(200, reply.Code);
        Assert.Equal(["student", "week", "seq", "days"], SessionTests.Names(reply.Json));
        Assert.Empty(reply.Json.GetProperty("days").EnumerateArray());
    }

    private static async Task Show(Caller teacher, bool shown)
    {
        var column = (await teacher.Get(ApiPage.Path)).Json.GetProperty("works").EnumerateArray();
        var change = new
        {
            commandId = Guid.CreateVersion7(),
            type = 1,
            weight = 100,
            shown,
            expected = column.Single(work => work.GetProperty("id").GetInt32() == Work16.Value).GetProperty("version").GetInt64(),
        };
        var reply = await teacher.Send(
            new HttpRequestMessage(HttpMethod.Put, $"api/v1/courses/1/works/{Work16.Value}") { Content = JsonContent.Create(change) }
        );
        Assert.Equal("applied", Text(reply.Json, "outcome"));
    }

    private static async Task Type(Caller teacher, object edit, string edits = Edits) =>
        Assert.Equal("applied", (await teacher.Post(edits, Batch(edit))).First.GetProperty("outcome").GetString());

    private static bool IsNotice(JsonElement change) => SessionTests.Names(change).SequenceEqual(["seq", "at", "kind", "course", "lesson"]);

    private static async Task<string?> Homework(Caller parent, Core.Basics.LessonId lesson)
    {
        var diary = (await parent.Get("api/v1/students/21/diary?week=2026-11-23")).Json;
        var found = diary
            .GetProperty("days")
            .EnumerateArray()
            .SelectMany(day => day.GetProperty("lessons").EnumerateArray())
            .Single(one => one.GetProperty("lesson").GetInt32() == lesson.Value);
        return found.TryGetProperty("homework", out var homework) ? homework.GetString() : null;
    }

    private static async Task<IReadOnlyList<JsonElement>> Told(Caller parent, long after) =>
        [.. (await parent.Get($"api/v1/changes?audience=student/21&after={after}")).Json.GetProperty("changes").EnumerateArray()];

    private static string Kind(JsonElement change) => Text(change, "kind");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string? Absent(JsonElement diary, int lesson) =>
        diary
            .GetProperty("days")
            .EnumerateArray()
            .SelectMany(day => day.GetProperty("lessons").EnumerateArray())
            .Where(one => one.GetProperty("lesson").GetInt32() == lesson)
            .Select(one => one.TryGetProperty("absence", out var absence) ? absence.GetString() : null)
            .Single();
}
