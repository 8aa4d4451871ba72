using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Tests.Api;
using Journal.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>The live line with the real client over a real socket.</summary>
public sealed class HubTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_missed_and_what_is_typed_meanwhile_come_in_order_without_gap_or_double(bool binary)
    {
        var start = await school.Head();
        await ChangesTests.TypeMany(school, 40);
        await using var hearer = await Hearer.Connect(school, await school.Token("teacher"), binary);

        var typing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await ChangesTests.TypeMany(school, 5);
        });
        await hearer.Subscribe("course/1", start);
        await typing;

        var heard = await hearer.Until(await school.Head());
        var log = await school.Get<ChangeLog>().Read(Audience.Of(Algebra), start, int.MaxValue);
        Assert.Equal(log.Select(change => change.Seq), heard.Select(word => word.Seq));
        Assert.All(
            heard,
            word => Assert.Equal(("Changed", "course/1", "mark.set", 6), (word.Method, word.Audience, word.Change!.Kind, word.Change.By))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_comes_back_with_the_last_number_heard_misses_nothing(bool binary)
    {
        var start = await school.Head();
        var first = await Hearer.Connect(school, await school.Token("teacher"), binary);
        await first.Subscribe("course/1", start);
        await ChangesTests.TypeMany(school, 3);
        var heard = await first.Until(await school.Head());
        await first.DisposeAsync();
        await ChangesTests.TypeMany(school, 7);

        await using var again = await Hearer.Connect(school, await school.Token("teacher"), binary);
        await again.Subscribe("course/1", heard[^1].Seq);
        var rest = await again.Until(await school.Head());

        Assert.Equal(Enumerable.Range(1, 10).Select(i => start + i), heard.Concat(rest).Select(word => word.Seq));
    }

    [Fact]
    public async Task In_MessagePack_the_members_are_spelled_as_the_document_says()
    {
        await using var hearer = await Hearer.Connect(school, await school.Token("teacher"), binary: true);
        var names = new TaskCompletionSource<IEnumerable<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        hearer.Line.Remove("Changed");
        hearer.Line.On<string, Dictionary<string, object?>>("Changed", (_, change) => names.TrySetResult(change.Keys));
        await hearer.Subscribe("course/1", await school.Head());
        await ChangesTests.TypeMany(school, 1);

        Assert.Equal(["Seq", "At", "Kind"], (await names.Task.WaitAsync(Hearer.Patience)).Take(3));
    }

    [Fact]
    public async Task A_family_hears_of_its_own_child_what_the_diary_shows()
    {
        using var teacher = await school.As("teacher");
        var hidden = await WorksTests.Add(teacher, "Hidden", shown: false);
        await using var parent = await Hearer.As(school, "parent");
        await parent.Subscribe("student/21", await school.Head());
        var page = await ApiPage.Read(teacher);

        var last = await Type(
            teacher,
            ApiPage.Edit("3", page.VersionOf(Boris, Work9), Boris, Work9),
            ApiPage.Edit("2", 0, Anna, new(hidden)),
            ApiPage.Absence("н", page.VersionOf(Anna, Lesson16), Anna, Lesson16),
            ApiPage.Edit("4", page.VersionOf(Anna, Work9), Anna, Work9, "call home", "staff")
        );

        var told = (await parent.Next()).Change!;
        Assert.Equal((last, "mark.set", "4", 21), (told.Seq, told.Kind, told.Value, told.Student));
        Assert.Equal((null, null, null, null), (told.Comment, told.CommentFor, told.Before, told.By));
    }

    [Fact]
    public async Task Who_missed_too_much_is_told_to_read_anew_and_hears_what_follows()
    {
        var start = await school.Head();
        await ChangesTests.TypeMany(school, 501);
        var head = await school.Head();
        await using var hearer = await Hearer.As(school, "teacher");

        await hearer.Subscribe("course/1", start);
        Assert.Equal(new Word("ReadAnew", "course/1", head), await hearer.Next());
        await ChangesTests.TypeMany(school, 1);

        Assert.Equal(head + 1, (await hearer.Next()).Seq);
    }

    [Fact]
    public async Task Who_knows_more_than_the_school_is_told_to_read_anew()
    {
        await using var hearer = await Hearer.As(school, "teacher");

        await hearer.Subscribe("course/1", long.MaxValue);

        Assert.Equal(new Word("ReadAnew", "course/1", await school.Head()), await hearer.Next());
    }

    [Theory]
    [InlineData("student/22")]
    [InlineData("student/999999")]
    [InlineData("course/1")]
    [InlineData("class/1")]
    [InlineData("person/1")]
    public async Task A_foreign_audience_is_not_there(string audience)
    {
        await using var parent = await Hearer.As(school, "parent");

        var refused = await Assert.ThrowsAsync<HubException>(() => parent.Subscribe(audience, 0));

        Assert.EndsWith("not-found", refused.Message);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("everyone", 0)]
    [InlineData("course/1/2", 0)]
    [InlineData("course/-1", 0)]
    [InlineData("course/1", -1)]
    public async Task A_wrong_call_is_answered_and_the_line_stays(string audience, long after)
    {
        await using var hearer = await Hearer.As(school, "teacher");

        var refused = await Assert.ThrowsAsync<HubException>(() => hearer.Subscribe(audience, after));

        Assert.EndsWith("bad-request", refused.Message);
        await hearer.Subscribe("course/1", await school.Head());
    }

    [Fact]
    public async Task Arguments_of_another_kind_are_refused()
    {
        await using var hearer = await Hearer.As(school, "teacher");

        await Assert.ThrowsAsync<HubException>(() => hearer.Call("Subscribe", 1, "course/1"));
        await Assert.ThrowsAsync<HubException>(() => hearer.Call("Subscribe", "course/1"));
        await Assert.ThrowsAsync<HubException>(() => hearer.Call("Add", "course/1"));
    }

    [Fact]
    public async Task After_unsubscribing_nothing_more_is_heard()
    {
        await using var hearer = await Hearer.As(school, "teacher");
        await hearer.Subscribe("course/1", await school.Head());
        await hearer.Unsubscribe("course/1");
        await ChangesTests.TypeMany(school, 1);

        await hearer.Subscribe("course/1", await school.Head() - 1);

        Assert.Equal(await school.Head(), (await hearer.Next()).Seq);
    }

    private static async Task<long> Type(Caller teacher, params object[] edits)
    {
        var results = (await teacher.Post(ApiPage.Edits, ApiPage.Batch(edits))).Json.GetProperty("results");
        Assert.All(results.EnumerateArray(), result => Assert.Equal("applied", result.GetProperty("outcome").GetString()));
        return results[edits.Length - 1].GetProperty("seq").GetInt64();
    }
}
