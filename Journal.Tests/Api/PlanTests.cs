using Journal.Core.Lessons;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Api;

public sealed class PlanTests(ApiSchool school) : IClassFixture<ApiSchool>
{
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

        var own = (await teacher.Get("api/v1/courses/1/plan")).Json;
        var none = (await otherTeacher.Get("api/v1/courses/4/plan")).Json;

        Assert.Equal(topics, own.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
        Assert.Empty(none.GetProperty("topics").EnumerateArray());
    }
}
