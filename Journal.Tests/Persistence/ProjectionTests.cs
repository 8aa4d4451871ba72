using Journal.Core.Lessons;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Persistence;

/// <summary>Rows that a later fact must take away: verify replays the same projections and would not miss them.</summary>
public sealed class ProjectionTests
{
    [Fact]
    public async Task A_plan_that_became_shorter_has_no_topics_of_the_former_one()
    {
        await using var school = new SmallSchool();

        await school.Writer.Bulk(
            Guid.CreateVersion7(),
            [
                Set(new LessonPlanSet(Algebra, ["Дроби", "Уравнения", "Повторение"])),
                Set(new LessonPlanSet(EnglishOfFirst, ["Past simple", "Past perfect"])),
                Set(new LessonPlanSet(Algebra, ["Уравнения"])),
            ]
        );

        Assert.Equal(1, Topics(school, Algebra.Value));
        Assert.Equal(2, Topics(school, EnglishOfFirst.Value));
        Assert.Empty(school.Verify().Faults);

        DatedFact Set(LessonPlanSet fact) => new(school.Clock.GetUtcNow(), Teacher.Person, fact);
    }

    private static long Topics(SmallSchool school, int course) =>
        school.File.Scalar($"SELECT count(*) FROM PlanTopics WHERE Course = {course}");
}
