using System.Net;
using System.Reflection;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Every family page × every kind of person × an own, a foreign and a missing student, over a real socket.</summary>
public sealed class FamilyPagesTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private static readonly string[] OfAnna = ["director", "deputy", "admin", "class-teacher", "parent", "student"];
    private static readonly string[] OfStranger = ["director", "deputy", "admin", "stranger"];

    public static TheoryData<string> Pages =>
        [
            "diary/{0}",
            "diary/{0}?week=2026-11-16",
            "diary/{0}/subjects",
            "diary/{0}/subjects?term=1",
            "diary/{0}/subjects/{1}",
            "diary/{0}/marks/{2}",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_family_page_is_for_the_family_and_for_those_who_answer_for_the_child(string page)
    {
        foreach (var who in ApiSchool.People.Keys)
        {
            using var caller = await school.As(who);
            var (own, foreign) = (await caller.Get(string.Format(page, 21, 1, 3)), await caller.Get(string.Format(page, 25, 4, 7)));
            var missing = await caller.Get(string.Format(page, 99_999, 1, 3));

            Assert.True((OfAnna.Contains(who) ? 200 : 404) == own.Code, $"{who}: {own.Code}");
            Assert.True((OfStranger.Contains(who) ? 200 : 404) == foreign.Code, $"{who}, foreign: {foreign.Code}");
            Assert.Equal(404, missing.Code);
        }
    }

    [Theory]
    [InlineData("diary/21/subjects?term=9")]
    [InlineData("diary/21/subjects?term=x")]
    [InlineData("diary/21/subjects/4")]
    [InlineData("diary/21/subjects/999")]
    [InlineData("diary/21/marks/7")]
    [InlineData("diary/21/marks/999")]
    [InlineData("diary/abc")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var parent = await school.As("parent");

        Assert.Equal(404, (await parent.Get(path)).Code);
    }

    [Theory]
    [InlineData("diary/21")]
    [InlineData("diary/21/subjects")]
    [InlineData("diary/21/subjects/1")]
    public async Task The_line_of_a_page_that_is_fetched_anew_goes_on(string path)
    {
        using var parent = await school.As("parent");

        // Without a key of its own the browser would have it made anew each time, and each time it would ask the log what it has missed.
        Assert.Contains("\"formattedComponentKey\":\"21\"", (await parent.Get(path)).Text);
    }

    [Theory]
    [InlineData("parent", 200)]
    [InlineData("student", 200)]
    [InlineData("stranger", 200)]
    [InlineData("teacher", 404)]
    [InlineData("director", 404)]
    public async Task Without_a_name_it_is_the_own_diary_or_the_first_childs(string who, int code)
    {
        using var caller = await school.As(who);

        Assert.Equal(code, (await caller.Get("diary")).Code);
    }

    [Fact]
    public async Task Nobody_is_led_to_the_sign_in_and_nothing_is_to_be_kept()
    {
        using var nobody = await school.As(null);
        using var parent = await school.As("parent");

        Assert.Equal("/sign-in?return=%2Fdiary%2F21", (await nobody.Get("diary/21")).Headers.Location?.OriginalString);
        Assert.Equal("no-store", (await parent.Get("diary/21")).Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("diary/21")]
    [InlineData("diary/21/subjects")]
    [InlineData("diary/21/subjects/1")]
    public async Task A_family_page_has_the_strict_policy_and_nothing_inline(string path)
    {
        using var parent = await school.As("parent");
        var page = await parent.Get(path);

        Assert.DoesNotContain("unsafe", string.Concat(page.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("<style", page.Text);
        Assert.DoesNotContain(" style=", page.Text);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page.Text);
        Assert.DoesNotMatch(" on[a-z]+=", page.Text);
    }

    [Fact]
    public async Task Staff_are_told_that_it_is_somebody_elses_diary()
    {
        using var classTeacher = await school.As("class-teacher");
        using var parent = await school.As("parent");

        Assert.Contains("class=\"band\"", (await classTeacher.Get("diary/21")).Text);
        Assert.DoesNotContain("data-seen", (await classTeacher.Get("diary/21")).Text);
        Assert.DoesNotContain("class=\"band\"", (await parent.Get("diary/21")).Text);
    }

    [Fact]
    public async Task An_english_reader_reads_no_word_of_ours_in_russian()
    {
        using var parent = await school.As("parent");
        var page = WebUtility.HtmlDecode((await parent.Get("diary/21")).Text);

        Assert.Contains("Last week", page);
        foreach (var word in new[] { "Неделя", "Следующая", "На заметку", "Дневник", "Понедельник" })
            Assert.DoesNotContain(word, page);
    }

    [Fact]
    public async Task To_say_that_it_was_seen_takes_the_token_of_the_page()
    {
        using var parent = await school.As("parent");

        var answer = await parent.Text("diary/21/seen", "seq=1", type: "application/x-www-form-urlencoded");

        Assert.Equal(400, answer.Code);
    }

    [Theory]
    [InlineData("diary/21/read", "remark=1")]
    [InlineData("diary/21/absence", "_handler=tell&From=2026-11-20&To=2026-11-20&Reason=Ill")]
    public async Task So_does_whatever_else_a_family_posts(string path, string body)
    {
        using var parent = await school.As("parent");

        Assert.Equal(400, (await parent.Text(path, body, type: "application/x-www-form-urlencoded")).Code);
    }

    /// <summary>Every question behind the family's door, by reflection: one without a line here fails.</summary>
    [Fact]
    public async Task The_familys_door_asks_for_every_question()
    {
        var door = school.Get<FamilyReadings>();
        var homework = new Core.Register.RecordLesson(Algebra, LessonToday, null, "№ 1", null, Expected: 0);
        await school.Writer.Submit(homework, Teacher);
        var questions = new Dictionary<string, Func<PersonId, Task<bool>>>
        {
            [nameof(FamilyReadings.Reader)] = who => Task.FromResult(door.Reader(who, Anna) is not null),
            [nameof(FamilyReadings.Week)] = async who => await door.Week(who, Anna, null) is not null,
            [nameof(FamilyReadings.Subjects)] = async who => await door.Subjects(who, Anna, null) is not null,
            [nameof(FamilyReadings.Story)] = async who => await door.Story(who, Anna, WorkToday) is not null,
            [nameof(FamilyReadings.Changed)] = async who => await door.Changed(who, Anna, Algebra, SecondTerm()) is not null,
            [nameof(FamilyReadings.Looked)] = who => Task.FromResult(door.Looked(who, Anna)),
            [nameof(FamilyReadings.Did)] = who => door.Did(who, Anna, LessonToday, null, Today, isDone: true),
            [nameof(FamilyReadings.Read)] = who => door.Read(who, Anna, []),
            [nameof(FamilyReadings.OwnNotices)] = async who => await door.OwnNotices(who, Anna) is not null,
            [nameof(FamilyReadings.Saw)] = async who => await door.Saw(who, Anna, 0, leaving: false),
        };
        var methods = typeof(FamilyReadings).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.Equal(methods.Select(one => one.Name).Order(), questions.Keys.Order());

        foreach (var (who, person) in ApiSchool.People)
        {
            foreach (var (name, asked) in questions)
            {
                var may = name switch
                {
                    nameof(FamilyReadings.Saw) or nameof(FamilyReadings.Read) or nameof(FamilyReadings.Looked) => who
                        is "parent"
                            or "student",
                    nameof(FamilyReadings.OwnNotices) => who is "parent",
                    nameof(FamilyReadings.Did) => who is "student",
                    _ => OfAnna.Contains(who),
                };
                Assert.True(may == await asked(person), $"{who}: {name}");
            }
        }
    }

    private Core.Courses.Term SecondTerm() => school.Get<Core.Courses.Storage.RosterSource>().Current.Terms[Quarter2];
}
