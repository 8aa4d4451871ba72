using System.Text.Json;
using Journal.Core.Writing;
using Journal.Tests.Live;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

/// <summary>The school's settings as a program reads and changes them.</summary>
public sealed class SettingsTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Settings = "api/v1/school/settings";

    private static readonly Guid Id = Guid.CreateVersion7();

    public static TheoryData<string, string> WrongBodies =>
        new()
        {
            { "nothing", "{}" },
            { "no name", Without("name") },
            { "no command id", Without("commandId") },
            { "no days", Without("markDays") },
            { "no days for topics", Without("topicDays") },
            { "no days for making up", Without("makeUpDays") },
            { "no word on the roll", Without("absencesWaitForRoll") },
            { "no version", Without("expected") },
            { "a version below zero", With("expected", -1) },
            { "an empty command id", With("commandId", Guid.Empty) },
            { "half a day", With("markDays", 1.5) },
            { "days in words", With("markDays", "two weeks") },
            { "days beyond int", With("markDays", 2147483648) },
            { "a roll in words", With("absencesWaitForRoll", "yes") },
            { "a name that is none", With("name", 1) },
            { "a name that is null", With("name", null) },
            { "a member unknown", With("author", 1) },
        };

    public static TheoryData<string, string, object> Refusals =>
        new()
        {
            { "school-name-missing", "name", "  " },
            { "school-name-too-long", "name", new string('ш', 201) },
            { "school-name-unreadable", "name", "a\0b" },
            { "window-out-of-range", "markDays", -1 },
            { "window-out-of-range", "topicDays", 367 },
            { "window-out-of-range", "makeUpDays", int.MaxValue },
        };

    [Fact]
    public async Task They_are_changed_as_a_whole_by_whoever_saw_what_they_were()
    {
        using var director = await school.As("director");
        using var deputy = await school.As("deputy");
        using var administrator = await school.As("admin");
        var seen = Version(await director.Get(Settings));

        var changed = await director.Put(Settings, Body(seen, name: " Гимназия № 5 ", marks: 7));
        var version = changed.Json.GetProperty("seq").GetInt64();
        var same = await director.Put(Settings, Body(0, name: "Гимназия № 5", marks: 7));
        var changedAt = school.Clock.GetUtcNow();
        school.Clock.Advance(TimeSpan.FromMinutes(3));
        var late = await administrator.Put(Settings, Body(seen, name: "Лицей", marks: 7));

        Assert.Equal(["applied", "unchanged", "conflict"], new[] { changed, same, late }.Select(Outcome));
        Assert.Equal(version, same.Json.GetProperty("seq").GetInt64());
        var now = late.Json.GetProperty("now");
        Assert.Equal(["version", "by", "byName", "at", "settings"], SessionTests.Names(now));
        Assert.Equal((version, Director.Person.Value), (now.GetProperty("version").GetInt64(), now.GetProperty("by").GetInt32()));
        Assert.Equal(("Фамилия1\u00a0И.", changedAt), (now.GetProperty("byName").GetString(), now.GetProperty("at").GetDateTimeOffset()));
        Assert.NotEmpty(late.Json.GetProperty("text").GetString()!);
        var expected =
            $$"""{"name":"Гимназия № 5","markDays":7,"topicDays":14,"makeUpDays":30,"absencesWaitForRoll":true,"version":{{version}}}""";
        Assert.Equal(expected, now.GetProperty("settings").GetRawText());
        Assert.Equal(expected, (await deputy.Get(Settings)).Text);
    }

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_wrong_body_changes_nothing(string what, string body)
    {
        using var director = await school.As("director");
        var before = await school.Head();

        var reply = await director.Text(Settings, body, HttpMethod.Put);

        Assert.True((400, "application/problem+json") == (reply.Code, reply.Type), $"{what}: {reply}");
        Assert.Equal(before, await school.Head());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Wrong_settings_are_refused_by_name_and_change_nothing(string code, string member, object value)
    {
        using var director = await school.As("director");
        var before = await school.Head();

        var reply = await director.Text(Settings, With(member, value), HttpMethod.Put);

        Assert.True(code == reply.Json.GetProperty("code").GetString(), reply.ToString());
        Assert.Equal(before, await school.Head());
    }

    [Fact]
    public async Task Who_follows_a_student_hears_nothing_of_it_and_who_follows_the_school_does()
    {
        using var director = await school.As("director");
        await using var parent = await Hearer.As(school, "parent");
        var start = await school.Head();
        await parent.Subscribe("student/21", start);
        await parent.Subscribe("school", start);

        var changed = await director.Put(Settings, Body(Version(await director.Get(Settings)), name: "Школа искусств"));
        Assert.IsType<Applied>(await school.Writer.Submit(Put("5"), Teacher));

        var words = new[] { await parent.Next(), await parent.Next() }.OrderBy(word => word.Seq);
        Assert.Equal(
            [("school", "settings.changed"), ("student/21", "mark.set")],
            words.Select(word => (word.Audience, word.Change!.Kind))
        );
        Assert.Equal("applied", Outcome(changed));
        using var family = await school.As("parent");
        var asked = await family.Get($"api/v1/changes?audience=student/21&after={start}");
        Assert.DoesNotContain("settings.changed", asked.Text);
    }

    private static Dictionary<string, object?> Body(long expected, string name = "Школа № 1", int marks = 14) =>
        new()
        {
            ["commandId"] = Guid.CreateVersion7(),
            ["name"] = name,
            ["markDays"] = marks,
            ["topicDays"] = 14,
            ["makeUpDays"] = 30,
            ["absencesWaitForRoll"] = true,
            ["expected"] = expected,
        };

    private static string Without(string member)
    {
        var body = Body(0);
        body.Remove(member);
        return JsonSerializer.Serialize(body);
    }

    private static string With(string member, object? value)
    {
        var body = Body(0);
        body["commandId"] = Id;
        body[member] = value;
        return JsonSerializer.Serialize(body);
    }

    private static long Version(Reply reply) => reply.Json.GetProperty("version").GetInt64();

    private static string? Outcome(Reply reply) => reply.Json.GetProperty("outcome").GetString();
}
