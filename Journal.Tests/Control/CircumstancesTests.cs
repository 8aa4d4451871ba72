using Journal.Core.Control;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Control;

/// <summary>The small school's algebra of 7Б, as its roster and its page say.</summary>
public sealed class CircumstancesTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    [Fact]
    public async Task What_a_course_owes_follows_from_roster_page_and_regulation()
    {
        var adopt = new AdoptRegulation(new(YearStart, "№ 12", YearStart, RegulationPresets.S1(Test).Rules), 0);
        Assert.IsType<Applied>(await _school.Writer.Submit(adopt, Deputy));
        var around = Circumstances.Of(
            _school.Roster,
            Algebra,
            ControlledCourse.Moscow,
            ControlledCourse.Calendar,
            [new(2, new(9, 20), new(10, 5))]
        );
        var deadlines = new Deadlines(_school.Roster.Regulation, around);

        var owed = Debts.Of(_school.Algebra, deadlines, _school.Clock.GetUtcNow()).Select(debt => debt.Lesson).Distinct();

        // It is ten o'clock: today's lesson is still going on.
        Assert.Equal([Lesson9, Lesson16], owed);
        Assert.Equal(7, around.Grade);
        Assert.Equal([Teacher.Person], around.Owing(_school.Algebra.Lessons[Lesson9]));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}
