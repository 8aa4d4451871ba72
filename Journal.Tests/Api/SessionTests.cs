using System.Text.Json;
using Journal.Tests.Support;

namespace Journal.Tests.Api;

public sealed class SessionTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task A_sign_in_answers_with_a_token_and_its_end()
    {
        using var nobody = await school.As(null);

        var reply = await nobody.Post("api/v1/sign-in", new { login = "teacher", password = ApiSchool.Password });

        Assert.Equal(200, reply.Code);
        Assert.Equal(["token", "expiresAt"], Names(reply.Json));
        Assert.Equal(school.Clock.GetUtcNow().AddHours(12), reply.Json.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("no-store", reply.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_are_told_the_same()
    {
        using var nobody = await school.As(null);

        var wrong = await nobody.Post("api/v1/sign-in", new { login = "deputy", password = "something else" });
        var unknown = await nobody.Post("api/v1/sign-in", new { login = "nobody-here", password = "something else" });

        Assert.Equal((401, "application/problem+json"), (wrong.Code, wrong.Type));
        Assert.Equal(wrong.Told, unknown.Told);
    }

    [Theory]
    [InlineData("half a character at the cut", "ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss😀", "x")]
    [InlineData("a text without a normal form", "teacher\uFFFE", "x")]
    [InlineData("control characters", "teacher\0", "x")]
    public async Task A_login_nobody_can_have_is_wrong_and_no_failure(string why, string login, string password)
    {
        using var nobody = await school.As(null);

        foreach (var tried in new[] { login, "s" + login, "ss" + login })
            Assert.True((await nobody.Post("api/v1/sign-in", new { login = tried, password })).Code is 401 or 429, why);
    }

    [Fact]
    public async Task A_password_longer_than_any_is_wrong_and_no_failure()
    {
        using var nobody = await school.As(null);

        // Cut at 256 this one would end in half a character.
        var reply = await nobody.Post("api/v1/sign-in", new { login = "registrar", password = new string('x', 255) + "😀😀" });

        Assert.Equal(401, reply.Code);
    }

    [Fact]
    public async Task After_sign_out_the_token_is_worth_nothing()
    {
        using var teacher = new Caller(school.Address, await school.NewToken("teacher"));

        var signedOut = await teacher.Post("api/v1/sign-out", new { });
        var after = await teacher.Get("api/v1/me");

        Assert.Equal(204, signedOut.Code);
        Assert.Equal((401, "application/problem+json"), (after.Code, after.Type));
        Assert.Equal("Bearer", after.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_teacher_learns_what_he_teaches()
    {
        using var teacher = await school.As("teacher");

        var me = (await teacher.Get("api/v1/me")).Json;

        Assert.Equal(["person", "today", "roles", "courses", "classes", "children"], Names(me));
        Assert.Equal(6, me.GetProperty("person").GetProperty("id").GetInt32());
        Assert.Equal("teacher", me.GetProperty("roles")[0].GetString());
        Assert.Equal([1], Ids(me, "courses"));
    }

    [Fact]
    public async Task A_parent_learns_of_the_children_and_a_student_of_oneself()
    {
        using var parent = await school.As("parent");
        using var student = await school.As("student");

        var (parents, students) = ((await parent.Get("api/v1/me")).Json, (await student.Get("api/v1/me")).Json);

        Assert.Equal([21], Ids(parents, "children"));
        Assert.Empty(Ids(parents, "courses"));
        Assert.False(parents.TryGetProperty("student", out _));
        Assert.Equal(21, students.GetProperty("student").GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Health_says_status_version_and_the_last_change()
    {
        using var nobody = await school.As(null);

        var health = (await nobody.Get("health")).Json;

        Assert.Equal(["status", "version", "seq"], Names(health));
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(await school.Head(), health.GetProperty("seq").GetInt64());
    }

    internal static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(one => one.Name);

    private static IEnumerable<int> Ids(JsonElement json, string list) =>
        json.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("id").GetInt32());
}
