using System.Collections.Immutable;
using Journal.Core.Lessons;

namespace Journal.Tests.Lessons;

public sealed class PlanMergesTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private static readonly PlanTopic Test = new("Контрольная работа", 1, "Числа");

    private static ImmutableArray<PlanTopic> Plan =>
        [new("Дроби", 1, "Числа"), new("Корни", 1, "Числа"), Test, new("Степени", 1, "Числа"), new("Повторение", 1, "Числа")];

    [Fact]
    public void With_a_lesson_for_every_hour_nothing_is_merged() => Assert.Empty(PlanMerges.For(Calendar(Plan, lessons: 5)).Merges);

    [Fact]
    public void Revision_is_merged_first_and_a_control_work_never()
    {
        Assert.Equal([new PlanMerge(4, 5, 1)], PlanMerges.For(Calendar(Plan, lessons: 4)).Merges.AsEnumerable());
        var two = PlanMerges.For(Calendar(Plan, lessons: 3));
        Assert.Equal([new PlanMerge(1, 2, 1), new PlanMerge(4, 5, 1)], two.Merges.AsEnumerable());
        Assert.Equal(0, two.StillShort);
    }

    [Fact]
    public void What_no_merging_saves_is_said() => Assert.Equal(1, PlanMerges.For(Calendar(Plan, lessons: 2)).StillShort);

    [Fact]
    public void What_has_begun_and_what_is_of_another_section_stays_apart()
    {
        var begun = PlanMerges.For(Calendar([Plan[0], Plan[1]], lessons: 1, held: "Дроби"));
        var apart = PlanMerges.For(Calendar([Plan[0], Plan[1] with { Section = "Корни" }], lessons: 1));

        Assert.Empty(begun.Merges);
        Assert.Empty(apart.Merges);
        Assert.Equal((1, 1), (begun.StillShort, apart.StillShort));
    }

    [Fact]
    public void The_plan_with_the_proposal_taken_ends_with_the_year()
    {
        var plan = Plan.SetItem(0, Plan[0] with { Homework = "§ 1" }).SetItem(1, Plan[1] with { Hours = 2, Homework = "§ 2" });
        var merges = PlanMerges.For(Calendar(plan, lessons: 4));

        var applied = merges.Applied(plan);

        Assert.Equal(new PlanTopic("Дроби. Корни", 2, "Числа", "§ 1\n§ 2"), applied[0]);
        Assert.Equal(0, Calendar(applied, lessons: 4).Progress.Missing);
        Assert.Null(LessonPlan.Wrong(applied));
    }

    private static PlanCalendar Calendar(ImmutableArray<PlanTopic> plan, int lessons, string? held = null) =>
        PlanCalendar.Of(
            plan,
            Enumerable
                .Range(0, lessons)
                .Select(i => new CourseLesson(
                    new(i + 1),
                    Monday.AddDays(i),
                    1,
                    i == 0 && held is not null ? LessonStatus.Held : LessonStatus.Planned,
                    i == 0 ? held : null
                )),
            Monday
        );
}
