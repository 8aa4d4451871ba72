using System.Net.Http.Json;
using System.Text.Json;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

public sealed class PlanTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Plan = "api/v1/courses/1/plan";

    public static TheoryData<string, object> WrongBodies =>
        new()
        {
            { "no lines", new { commandId = Guid.CreateVersion7(), expected = 0 } },
            { "no version", new { commandId = Guid.CreateVersion7(), lines = Array.Empty<object>() } },
            {
                "an empty command id",
                new
                {
                    commandId = Guid.Empty,
                    lines = Array.Empty<object>(),
                    expected = 0,
                }
            },
            {
                "a version below zero",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    lines = Array.Empty<object>(),
                    expected = -1,
                }
            },
            {
                "a line that is none",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    lines = new object?[] { null },
                    expected = 0,
                }
            },
            {
                "a line without hours",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    lines = new[] { new { topic = "a" } },
                    expected = 0,
                }
            },
            {
                "a member unknown",
                new
                {
                    commandId = Guid.CreateVersion7(),
                    lines = Array.Empty<object>(),
                    expected = 0,
                    by = 1,
                }
            },
        };

    [Fact]
    public async Task The_plan_of_a_course_is_its_topics_in_order()
    {
        using var teacher = await school.As("teacher");
        using var otherTeacher = await school.As("other-teacher");
        string[] topics = ["Fractions", "Equations", "Fractions", "Дроби"];
        await school.Writer.Bulk(
            Guid.CreateVersion7(),
            [new DatedFact(school.Clock.GetUtcNow(), Deputy.Person, new LessonPlanSet(Algebra, [.. topics]))]
        );

        var own = (await teacher.Get(Plan)).Json;
        var none = (await otherTeacher.Get("api/v1/courses/4/plan")).Json;

        Assert.Equal(topics, own.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
        Assert.Empty(none.GetProperty("topics").EnumerateArray());
        Assert.Equal(0, none.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_program_writes_it_the_deputy_approves_it_and_a_colleague_who_was_slower_hears_who_it_was()
    {
        using var teacher = await school.As("teacher");
        using var deputy = await school.As("deputy");
        var seen = Version((await teacher.Get(Plan)).Json);

        var written = await teacher.Put(Plan, Body(seen, "Powers"));
        var version = written.Json.GetProperty("seq").GetInt64();
        var slower = (await deputy.Put(Plan, Body(seen, "Roots"))).Json;
        var approved = await deputy.Send(
            Post("approve", JsonContent.Create(new { commandId = Guid.CreateVersion7(), expected = version }))
        );

        Assert.Equal("applied", written.Json.GetProperty("outcome").GetString());
        Assert.Equal("conflict", slower.GetProperty("outcome").GetString());
        Assert.Equal(
            (version, Teacher.Person.Value),
            (Version(slower.GetProperty("now")), slower.GetProperty("now").GetProperty("by").GetInt32())
        );
        Assert.Equal("applied", approved.Json.GetProperty("outcome").GetString());
        var plan = (await teacher.Get(Plan)).Json;
        Assert.Equal("approved", plan.GetProperty("state").GetString());
        Assert.Equal((2, version), (plan.GetProperty("hours").GetInt32(), plan.GetProperty("approvedVersion").GetInt64()));
        Assert.Equal("§ 1", plan.GetProperty("lines")[0].GetProperty("homework").GetString());
    }

    [Theory]
    [MemberData(nameof(WrongBodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_is_no_plan_is_told_so(string what, object body)
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Put(Plan, body);

        Assert.True(reply.Code == 400, $"{what}: {reply}");
    }

    [Fact]
    public async Task A_file_is_looked_through_and_nothing_is_written()
    {
        using var teacher = await school.As("teacher");
        var seen = Version((await teacher.Get(Plan)).Json);

        var run = await teacher.Send(Post("dry-run", File("№;Тема;Часов;Дата\n1;Дроби;2;\n2;;1;\n")));
        var none = await teacher.Send(Post("dry-run", File("Имя;Класс\nАнна;7\n")));

        var part = run.Json.GetProperty("parts")[0];
        Assert.Equal("Дроби", part.GetProperty("rows")[0].GetProperty("line").GetProperty("topic").GetString());
        Assert.Equal(
            ("error", "topicMissing", 3),
            part.GetProperty("findings")[0] is var finding
                ? (finding.GetProperty("level").GetString(), finding.GetProperty("code").GetString(), finding.GetProperty("row").GetInt32())
                : default
        );
        Assert.Equal(["Дата"], run.Json.GetProperty("ignoredColumns").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal((422, "file-has-no-topics"), (none.Code, none.Json.GetProperty("title").GetString()));
        Assert.Equal(seen, Version((await teacher.Get(Plan)).Json));
    }

    [Theory]
    [InlineData("template", "Lesson%20plan")]
    [InlineData("workbook", "Lesson%20plan")]
    [InlineData("correction", "Correction%20sheet")]
    public async Task A_plan_is_taken_away_as_a_workbook_without_formulas(string file, string name)
    {
        using var teacher = await school.As("teacher");
        await teacher.Put(Plan, Body(Version((await teacher.Get(Plan)).Json), "=1+1"));
        var page = school.Get<Core.Register.Storage.JournalPages>().Read(AlgebraPage)!;
        await school.Writer.Submit(new RecordLesson(Algebra, Lesson9, "Off the plan", null, null, page.RecordOf(Lesson9).Version), Teacher);
        using var http = new HttpClient { BaseAddress = school.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await school.Token("teacher"));
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var reply = await http.GetAsync($"{Plan}/{file}");

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", reply.Content.Headers.ContentType!.MediaType);
        Assert.Contains(name, reply.Content.Headers.ContentDisposition!.ToString());
        using var book = new ClosedXML.Excel.XLWorkbook(await reply.Content.ReadAsStreamAsync());
        var cells = book.Worksheets.First().CellsUsed().ToArray();
        Assert.DoesNotContain(cells, cell => cell.HasFormula || cell.GetString().StartsWith('='));
        Assert.Contains(cells, cell => cell.GetString() == "'=1+1");
    }

    private static HttpRequestMessage Post(string path, HttpContent content) =>
        new(HttpMethod.Post, $"{Plan}/{path}") { Content = content };

    private static JsonContent File(string text) => JsonContent.Create(new { file = System.Text.Encoding.UTF8.GetBytes(text) });

    private static object Body(long expected, string topic) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            lines = new[]
            {
                new
                {
                    topic,
                    hours = 2,
                    homework = "§ 1",
                },
            },
            expected,
        };

    private static long Version(JsonElement plan) => plan.GetProperty("version").GetInt64();
}
