using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.School;

/// <summary>The regulation of a school in its file and in its log.</summary>
public sealed class AdoptedRegulationTests : IAsyncDisposable
{
    private static readonly RegulationVersion First = new(YearStart, "№ 12", new(2026, 8, 28), RegulationPresets.S1(Test).Rules);

    private readonly SmallSchool _school = new();

    [Fact]
    public void A_school_begins_without_one() =>
        Assert.Equal((Regulation.None, RegulationStamp.Never), (_school.Roster.Regulation, _school.Roster.RegulationStamp));

    [Fact]
    public async Task It_holds_from_the_commit_on_and_is_read_again_as_it_was_adopted()
    {
        var seq = Seq(await Adopt(First, 0));

        Assert.Equal(Regulation.None.With(First), _school.Roster.Regulation);
        Assert.Equal((seq, Deputy.Person), (_school.Roster.RegulationStamp.Version, _school.Roster.RegulationStamp.By));
        AssertReadAgain();
    }

    [Fact]
    public async Task A_later_order_stands_beside_the_one_that_judged_until_then()
    {
        var first = Seq(await Adopt(First, 0));
        var next = new RegulationVersion(Today.AddDays(5), "№ 30", Today, RegulationPresets.S2.Rules);
        var second = Seq(await Adopt(next, first));
        // One that has not begun is written anew, with fewer rules.
        var shorter = next with
        {
            Rules = next.Rules[..2],
        };
        await Adopt(shorter, second);

        Assert.Equal([First, shorter], _school.Roster.Regulation.Versions.AsEnumerable());
        Assert.Equal(First, _school.Roster.Regulation.On(Today));
        AssertReadAgain();
    }

    [Fact]
    public async Task Two_who_looked_at_the_same_regulation_do_not_overwrite_each_other()
    {
        var first = Seq(await Adopt(First, 0));

        var answer = await Adopt(First with { From = Today, Order = "№ 13" }, 0);

        var conflict = Assert.IsType<RegulationConflict>(Assert.IsType<Refused>(answer).Why);
        Assert.Equal((_school.Roster.Regulation, first), (conflict.Now, conflict.Stamp.Version));
    }

    [Fact]
    public async Task A_rule_may_only_name_a_kind_of_work_the_school_has() =>
        Assert.Equal(
            new Refused(new RuleOfUnknownWorkType(6)),
            await Adopt(First with { Rules = RegulationPresets.S1(new WorkTypeId(77)).Rules }, 0)
        );

    [Fact]
    public async Task A_file_from_before_there_were_regulations_has_none_and_takes_one()
    {
        using (var connection = _school.File.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                DROP TABLE DeadlineRules; DROP TABLE Regulations;
                DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Regulation'
                """;
            command.ExecuteNonQuery();
        }

        Assert.NotNull(_school.File.Prepare(Path.Combine(_school.Folder, "before")));

        Assert.Empty(_school.Verify().Faults);
        await Adopt(First, 0);
        AssertReadAgain();
    }

    [Fact]
    public async Task A_rule_changed_behind_the_log_is_found()
    {
        await Adopt(First, 0);
        using (var connection = _school.File.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE DeadlineRules SET Length = 30 WHERE Kind = 4 AND Length = 7";
            command.ExecuteNonQuery();
        }

        Assert.Contains(_school.Verify().Faults, fault => fault.StartsWith("DeadlineRules: row", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task<Answer> Adopt(RegulationVersion version, long expected) =>
        _school.Writer.Submit(new AdoptRegulation(version, expected), Deputy);

    private void AssertReadAgain()
    {
        var again = new RosterSource(_school.Get<IDbContextFactory<JournalDb>>()).Current;
        Assert.Equal(_school.Roster.Regulation, again.Regulation);
        Assert.Equal(_school.Roster.RegulationStamp, again.RegulationStamp);
        Assert.Empty(_school.Verify().Faults);
    }

    private static long Seq(Answer answer) => Assert.IsType<Applied>(answer).Seq;
}
