using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Plan;

/// <summary>The correction sheet of algebra in 7Б on paper.</summary>
public sealed class CorrectionPageTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Sheet = "journal/1/plan/correction";

    [Fact]
    public async Task It_says_every_hour_that_is_not_where_it_was_planned_with_the_cause()
    {
        using var teacher = await school.As("teacher");
        Assert.Contains("Every hour goes by the plan", (await teacher.Get(Sheet)).Text);
        PlanTopic[] topics = [new("Fractions <b>", 1), new("Roots", 1)];
        Assert.IsType<Applied>(await school.Writer.Submit(new SetPlan(Algebra, [.. topics], 0), Teacher));

        Assert.IsType<Applied>(
            await school.Writer.Submit(new RecordLesson(Algebra, Lesson9, null, null, LessonStatus.Covered, 0), Teacher)
        );

        var sheet = (await teacher.Get(Sheet)).Text;
        Assert.Contains("Fractions &lt;b&gt;", sheet);
        Assert.Contains("<td>09.11.2026</td>", sheet);
        Assert.Contains("<td>a lesson was covered otherwise</td>", sheet);
        Assert.DoesNotContain("Every hour goes by the plan", sheet);
    }
}
