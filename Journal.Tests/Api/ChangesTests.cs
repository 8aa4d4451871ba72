using Journal.Core.Register;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

public sealed class ChangesTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task Many_changes_come_in_parts_that_join_without_a_gap()
    {
        await TypeMany(school, 620);
        using var teacher = await school.As("teacher");
        var (seqs, next, more, parts) = (new List<long>(), 0L, true, 0);

        while (more)
        {
            var part = (await teacher.Get($"api/v1/changes?audience=course/1&after={next}")).Json;
            Assert.Equal(["changes", "next", "more"], SessionTests.Names(part));
            seqs.AddRange(part.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("seq").GetInt64()));
            (next, more) = (part.GetProperty("next").GetInt64(), part.GetProperty("more").GetBoolean());
            parts++;
        }

        var log = await school.Get<Core.Persistence.ChangeLog>().Read(Core.Live.Audience.Of(Algebra), 0, int.MaxValue);
        Assert.Equal(log.Select(change => change.Seq), seqs);
        Assert.Equal(2, parts);
    }

    [Fact]
    public async Task With_nothing_new_one_asks_again_from_the_same_place()
    {
        using var teacher = await school.As("teacher");
        var head = await school.Head();

        var part = (await teacher.Get($"api/v1/changes?audience=course/1&after={head}")).Json;

        Assert.Equal((head, 0), (part.GetProperty("next").GetInt64(), part.GetProperty("changes").GetArrayLength()));
    }

    [Fact]
    public async Task Who_knows_more_than_the_school_is_put_back_to_its_head()
    {
        using var teacher = await school.As("teacher");

        var part = (await teacher.Get($"api/v1/changes?audience=course/1&after={long.MaxValue}")).Json;

        Assert.Equal(await school.Head(), part.GetProperty("next").GetInt64());
    }

    /// <summary>One cell to and fro, as one batch of the teacher's; every edit is a change.</summary>
    internal static async Task TypeMany(ApiSchool school, int count, string? comment = null)
    {
        var head = await school.Head();
        var page = school.Get<Core.Register.Storage.JournalPages>().Read(AlgebraPage)!;
        var (version, first) = (page.MarkAt(WorkToday, Vera).Version, page.MarkAt(WorkToday, Vera).Value == CellValue.Of(5) ? 0 : 1);
        var commands = Enumerable
            .Range(0, count)
            .Select(i => Put((i + first) % 2 == 0 ? "4" : "5", i == 0 ? version : head + i, student: Vera) with { Comment = comment });
        var answers = await school.Writer.Submit([.. commands], Teacher, atomic: false);
        Assert.All(answers, answer => Assert.IsType<Core.Writing.Applied>(answer));
    }
}
